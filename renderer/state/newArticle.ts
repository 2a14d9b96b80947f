/** Beginning an article: made at once, opened at once, the cursor in its headline. */
import { useCallback } from 'react'
import { useLocation } from 'wouter'
import { bridge } from '../bridge/bridge.ts'
import { say } from './statusLine.ts'

export function useNewArticle(): () => Promise<void> {
  const [, go] = useLocation()
  return useCallback(async () => {
    const result = await bridge.call('articles.create', {})
    if (result.ok) go(`/compose/${result.value.row.id}`)
    else say(result.error.message)
  }, [go])
}
