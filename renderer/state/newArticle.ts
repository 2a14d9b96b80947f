/** Beginning an article: made at once, opened at once, the cursor in its headline. */
import { useCallback, useRef } from 'react'
import { useLocation } from 'wouter'
import { bridge } from '../bridge/bridge.ts'
import { say } from './statusLine.ts'

export function useNewArticle(): () => Promise<void> {
  const [, go] = useLocation()
  // A double click means one article.
  const isUnderWay = useRef(false)
  return useCallback(async () => {
    if (isUnderWay.current) return
    isUnderWay.current = true
    const result = await bridge.call('articles.create', {})
    isUnderWay.current = false
    if (result.ok) go(`/compose/${result.value.row.id}`)
    else say(result.error.message)
  }, [go])
}
