/** The history of the house settings, read from the log: what each accepted operation changed, and what stood before. [HS1] */
import type { Json } from '../canonical.ts'
import type { Accepted } from './operation.ts'
import type { PersonId } from './person.ts'
import type { HouseSettings } from './settings.ts'
import { changedParts, type SettingsPart, withPart } from './settingsParts.ts'
import type { WordsAct } from './standingWords.ts'

export type SettingsAct = 'begin' | 'change' | WordsAct

export interface SettingsEntry {
  /** Number of the operation in the desk's order. */
  readonly seq: number
  readonly by: PersonId
  readonly at: string
  readonly act: SettingsAct
  readonly parts: readonly SettingsPart[]
  /** Standing words that one person changed because nobody else could agree. [HS5] */
  readonly alone: boolean
  /** Number of the change that this one took back; 0: none. */
  readonly undoes: number
  /** Of words that were sent back. */
  readonly reason: string
  /** Of a decision: number of the proposal, and whose it was; 0 and empty otherwise. */
  readonly proposal: number
  readonly proposedBy: PersonId
}

/** An entry with the settings beside it: of a proposal and of words sent back, `after` is as it would have been. */
export interface SettingsPast {
  readonly entry: SettingsEntry
  readonly before: HouseSettings
  readonly after: HouseSettings
}

/** What a proposing operation said and who said it; undefined for a number that is none. */
export type ProposedAt = (seq: number) => { readonly value: Json; readonly by: PersonId } | undefined

/** What one operation did to settings that stood as `before`; undefined for operations about something else. */
export function settingsPast(op: Accepted, before: HouseSettings | undefined, proposedAt: ProposedAt): SettingsPast | undefined {
  const plain = { seq: op.seq, by: op.actor, at: op.at, alone: false, undoes: 0, reason: '', proposal: 0, proposedBy: '' }
  if (op.kind === 'desk.begin') return { entry: { ...plain, act: 'begin', parts: [] }, before: op.body.settings, after: op.body.settings }
  if (!before) return undefined
  switch (op.kind) {
    case 'settings.change': {
      const { settings: after, alone = false, undoes = 0 } = op.body
      return { entry: { ...plain, act: 'change', parts: changedParts(before, after), alone, undoes }, before, after }
    }
    case 'words.propose': {
      const after = withPart(before, op.body.part, op.body.value) ?? before
      return { entry: { ...plain, act: 'propose', parts: [op.body.part] }, before, after }
    }
    case 'words.agree':
    case 'words.send_back':
    case 'words.withdraw': {
      const { part, proposal } = op.body
      const said = proposedAt(proposal)
      const after = (said && withPart(before, part, said.value)) ?? before
      const reason = op.kind === 'words.send_back' ? op.body.reason : ''
      const act = ({ 'words.agree': 'agree', 'words.send_back': 'send_back', 'words.withdraw': 'withdraw' } as const)[op.kind]
      return { entry: { ...plain, act, parts: [part], reason, proposal, proposedBy: said?.by ?? '' }, before, after }
    }
    default:
      return undefined
  }
}

/** The settings as they stand after an entry: only a change, and words that were agreed to, move them. */
export function standsAfter({ entry, before, after }: SettingsPast): HouseSettings {
  return entry.act === 'change' || entry.act === 'agree' ? after : before
}
