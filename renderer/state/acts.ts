/** Doing an act: one call, its answer put where every screen reads it, a refusal given back in words. */
import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { Input } from '../../shared/contract/contract.ts'
import type { ArticleView } from '../../shared/contract/articles.ts'
import { doneOf } from '../../shared/desk/everyAct.ts'
import type { Result } from '../../shared/result.ts'
import { bridge } from '../bridge/bridge.ts'
import { flushDocument } from '../editor/openDocuments.ts'
import { say } from './statusLine.ts'

/** Spiking is undone in one click; the text was never away. */
async function unspike(client: QueryClient, id: string): Promise<void> {
  const result = await bridge.call('workflow.act', { id, act: 'unspike' })
  if (result.ok) client.setQueryData(['articles.read', { id }], result)
  say(result.ok ? `${doneOf('unspike')}.` : result.error.message)
}

/** What was done, and where that leads where the act alone does not say it. */
function toldOf(act: Input<'workflow.act'>['act'], { row, edition }: ArticleView): string {
  if (act === 'open_edition') return `Edition ${edition.n} is open. Readers keep the one before until it goes out.`
  const leads = act === 'schedule' || act === 'reschedule' || act === 'unschedule' ? `: ${row.waitsFor}` : ''
  return `${doneOf(act)}${leads}.`
}

export type DoAct = (input: Input<'workflow.act'>) => Promise<Result<ArticleView>>

/** Text on its way is saved before the act, so that what is submitted is what is on screen. */
export function useAct(): DoAct {
  const client = useQueryClient()
  return useCallback(
    async (input) => {
      await flushDocument(input.id)
      const result = await bridge.call('workflow.act', input)
      if (result.ok) {
        client.setQueryData(['articles.read', { id: input.id }], result)
        say(toldOf(input.act, result.value), input.act === 'spike' ? () => void unspike(client, input.id) : undefined)
      } else {
        // What it was refused for may be news here: a refusal is about the article as it stands.
        await client.refetchQueries({ queryKey: ['articles.read', { id: input.id }], exact: true })
      }
      // Not waited for: the answer is on screen, and the next act must not be swallowed while lists are read again.
      void client.invalidateQueries({
        predicate: ({ queryKey }) => ['articles.list', 'queue.list', 'desk.status', 'preview.of'].includes(String(queryKey[0])),
      })
      return result
    },
    [client],
  )
}
