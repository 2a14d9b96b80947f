/** What the log says of the desk as a whole: its people, its settings, its registered bylines, the head of its record. */
import type { Hash } from '../canonical.ts'
import type { Front, FrontPlace } from './front.ts'
import type { Person, PersonId } from './person.ts'
import type { HouseSettings } from './settings.ts'
import type { StandingPart } from './settingsParts.ts'
import type { StandingState } from './standingWords.ts'

export interface DeskState {
  readonly id: string
  readonly begunAt: string
  readonly people: readonly Person[]
  readonly settings: HouseSettings
  /** Names the settings as they stand: canonical hash, for queue entries whose subject is the site. [QU3] */
  readonly settingsHash: Hash
  /** Standing words that somebody proposed, and what was decided of them; absent until somebody proposes some. */
  readonly words?: Readonly<Partial<Record<StandingPart, StandingState>>>
  /** `bylineKey` → the one person who may use it. [BY5] */
  readonly bylines: Readonly<Record<string, PersonId>>
  /** Absent until somebody arranges the front. */
  readonly front?: Front
  /** Where pieces that are on their way go when they are released, by article; absent: none was chosen. */
  readonly places?: Readonly<Record<string, FrontPlace>>
  readonly record: { readonly number: number; readonly head: Hash; readonly entries: number }
  readonly lastSeq: number
}
