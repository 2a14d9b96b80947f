/** An entry of the settings' history in one line. */
import type { SettingsEntry } from './settingsHistory.ts'
import { partsInWords } from './settingsParts.ts'

/** `Changed: the motto and the city`. */
export function entryWords({ act, parts, undoes }: SettingsEntry): string {
  if (act === 'begin') return 'The desk was begun'
  const done = undoes > 0 ? 'Undone' : acts[act]
  return `${done}: ${partsInWords(parts)}`
}

const acts = {
  change: 'Changed',
  propose: 'Proposed',
  agree: 'Agreed to',
  send_back: 'Sent back',
  withdraw: 'Withdrawn',
} as const
