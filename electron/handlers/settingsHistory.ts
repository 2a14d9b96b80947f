/** The history of the settings a page at a time, each entry with what stood before it. [HS1] */
import type { SettingsHistoryRow } from '../../shared/contract/settings.ts'
import type { DeskState } from '../../shared/desk/desk.ts'
import type { Accepted } from '../../shared/desk/operation.ts'
import type { HouseSettings } from '../../shared/desk/settings.ts'
import { type ProposedAt, settingsPast, type SettingsPast, standsAfter } from '../../shared/desk/settingsHistory.ts'
import { partHash, partsInWords } from '../../shared/desk/settingsParts.ts'
import type { Readable } from '../database/open.ts'
import { settingsOperationAt, settingsOperationsBefore, settingsOperationsUpTo } from '../database/settingsLog.ts'

export function historyPage(
  db: Readable,
  desk: DeskState,
  cursor: string,
  limit: number,
): { readonly entries: readonly SettingsHistoryRow[]; readonly next: string } {
  const operations = settingsOperationsBefore(db, cursor === '' ? Number.MAX_SAFE_INTEGER : Number(cursor), limit)
  const [first] = operations
  if (!first) return { entries: [], next: '' }
  const { pasts } = replayed(operations, settingsBefore(db, first.seq), proposedIn(db))
  const entries = pasts.map((past) => ({ ...past.entry, undoRefusal: undoRefusal(past, desk) }))
  return { entries: entries.toReversed(), next: operations.length === limit && first.kind !== 'desk.begin' ? String(first.seq) : '' }
}

/** One entry; undefined for a number that is none of the history. */
export function pastAt(db: Readable, seq: number): SettingsPast | undefined {
  const operation = settingsOperationAt(db, seq)
  return operation && settingsPast(operation, settingsBefore(db, seq), proposedIn(db))
}

/** Why a change cannot be taken back as it is; empty: it can. [HS3] */
export function undoRefusal({ entry, after }: SettingsPast, desk: DeskState): string {
  if (entry.act !== 'change' && entry.act !== 'agree') return 'Only a change that stands can be undone.'
  const changed = entry.parts.filter((part) => partHash(after, part) !== partHash(desk.settings, part))
  if (changed.length === 0) return ''
  return `Since then ${partsInWords(changed)} changed again, so this cannot be undone in one step. Bring back the state you want, part by part.`
}

function settingsBefore(db: Readable, seq: number): HouseSettings | undefined {
  return replayed(settingsOperationsUpTo(db, seq), undefined, proposedIn(db)).settings
}

interface Replay {
  readonly pasts: readonly SettingsPast[]
  readonly settings: HouseSettings | undefined
}

/** `before`: what stood; an operation that holds the settings whole begins without. */
function replayed(operations: readonly Accepted[], before: HouseSettings | undefined, proposedAt: ProposedAt): Replay {
  let settings = before
  const pasts: SettingsPast[] = []
  for (const operation of operations) {
    const whole = operation.kind === 'settings.change' ? operation.body.settings : undefined
    const past = settingsPast(operation, settings ?? whole, proposedAt)
    if (!past) continue
    pasts.push(past)
    settings = standsAfter(past)
  }
  return { pasts, settings }
}

function proposedIn(db: Readable): ProposedAt {
  return (seq) => {
    const operation = settingsOperationAt(db, seq)
    return operation?.kind === 'words.propose' ? { value: operation.body.value, by: operation.actor } : undefined
  }
}
