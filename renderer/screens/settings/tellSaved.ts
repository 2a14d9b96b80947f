/** What saving, undoing or agreeing came to: put where every screen reads the settings, and said in the status line with its Undo. */
import type { QueryClient } from '@tanstack/react-query'
import type { Output } from '../../../shared/contract/contract.ts'
import type { Saved } from '../../../shared/contract/settings.ts'
import { rewritesWords } from '../../../shared/desk/rewrites.ts'
import { partsInWords } from '../../../shared/desk/settingsParts.ts'
import { ok } from '../../../shared/result.ts'
import { bridge } from '../../bridge/bridge.ts'
import { say } from '../../state/statusLine.ts'

/** `done`: what was done, where it was not saved by hand. */
export function tellSaved(client: QueryClient, view: Output<'settings.change'>, done = ''): void {
  // Read again at once, or a form would fall back to what was before for a moment.
  client.setQueryData(['settings.read', {}], ok(view))
  void client.invalidateQueries({ queryKey: ['settings.history'] })
  void client.invalidateQueries({ queryKey: ['desk.status'] })
  const { saved } = view
  // Elsewhere it would stand beside what it has nothing to do with; the history of the settings takes it back as well.
  const takeBack = saved.change > 0 ? () => void undo(client, saved.change) : undefined
  say([done || savedWords(saved), ...effects(saved)].join(' '), takeBack, 'itsScreen')
}

function savedWords({ change, proposed }: Saved): string {
  return change > 0 || proposed.length === 0 ? 'Settings saved.' : ''
}

function effects({ change, rewrites, proposed }: Saved): readonly string[] {
  return [
    ...(change > 0 ? [rewritesWords(rewrites)] : []),
    ...(proposed.length > 0 ? [`Proposed: ${partsInWords(proposed)}. Readers keep the words before until somebody else agrees.`] : []),
  ]
}

/** The former state as a new change; what somebody changed again since is left, and said. */
async function undo(client: QueryClient, change: number): Promise<void> {
  const result = await bridge.call('settings.undo', { change })
  if (result.ok) tellSaved(client, result.value, undoneWords(result.value.saved))
  else say(result.error.message)
}

/** Standing words that were agreed to are not undone by one person. */
export function undoneWords({ change, changed }: Saved): string {
  return change > 0 ? `Undone: ${partsInWords(changed)}.` : ''
}
