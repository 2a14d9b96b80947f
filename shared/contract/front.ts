/** The front page: what stands where, arranged, undone, looked at beforehand. */
import { z } from 'zod'
import { FrontSlots } from '../desk/front.ts'
import { HouseSettings } from '../desk/settings.ts'
import { ask, nothing } from './row.ts'

export interface FrontView {
  readonly slots: FrontSlots
  /** Names the arrangement: what a change is made from. */
  readonly base: string
  /** What *Undo* brings back; null while nothing was arranged. */
  readonly before: FrontSlots | null
  /** Headlines of the pieces in the slots, by article. */
  readonly headlines: Readonly<Record<string, string>>
  /** Special reports of which a part is in the record. */
  readonly series: readonly string[]
}

const base = z.string().max(64)

export const front = {
  'front.read': ask<FrontView>()(nothing),
  /** `base`: the arrangement the change was made from; another one meanwhile answers `conflict`. A publisher’s; no approval. */
  'front.arrange': ask<FrontView>()(z.strictObject({ base, slots: FrontSlots })),
  'front.undo': ask<FrontView>()(z.strictObject({ base })),
  /** Where the shell serves the front page arranged so, relative to its own root. */
  'front.preview': ask<{ readonly path: string }>()(z.strictObject({ slots: FrontSlots, house: HouseSettings.optional() })),
} as const
