/** Sitting down at the desk, or leaving it: words of the one before are saved and closed first. */
import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { bridge } from '../bridge/bridge.ts'
import { anythingUnsaved, closeDocuments } from '../editor/openDocuments.ts'
import { leaveReading } from './reading.ts'
import { say } from './statusLine.ts'

/** `id`: a person's; null: nobody sits here any more. */
export function useSitDown(): (id: string | null) => Promise<void> {
  const client = useQueryClient()
  return useCallback(
    async (id) => {
      await closeDocuments()
      if (anythingUnsaved()) {
        say('Somebody’s words are not saved yet. Nobody else can sit down before they are.')
        return
      }
      await leaveReading()
      const result = id === null ? await bridge.call('people.getUp', {}) : await bridge.call('people.sitDown', { id })
      if (!result.ok) return say(result.error.message)
      client.setQueryData(['desk.status', {}], result)
      say(result.value.person ? `${result.value.person.name} is at the desk.` : '')
      // What was read for the one before is not shown to the next, not even for a moment. [WF12]
      await client.resetQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'desk.status' })
    },
    [client],
  )
}
