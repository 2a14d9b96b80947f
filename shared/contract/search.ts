/** Searching: the texts as they stand, or everything that was ever kept. */
import { z } from 'zod'
import type { EditionState } from '../desk/edition.ts'
import type { KeptPlace } from '../desk/keptPlace.ts'
import { ask } from './row.ts'

export interface SearchHit {
  readonly id: string
  readonly headline: string
  /** Plain text around the first match; matches between U+2068 and U+2069. */
  readonly snippet: string
  readonly state: EditionState
}

/** Words that stand in something kept: an earlier version or edition, a note, a reason, a notice. */
export interface KeptHit extends SearchHit {
  readonly place: KeptPlace
}

const words = z.strictObject({ words: z.string().max(400) })

export const search = {
  /** Newest first, at most 20. Any text is a search for its words; nothing in it is syntax. */
  'search.find': ask<{ readonly results: readonly SearchHit[]; readonly more: boolean }>()(words),
  /** The same, and what stands in none of the texts as they are now: newest first, at most 20 as well. */
  'search.everything': ask<{
    readonly results: readonly SearchHit[]
    readonly more: boolean
    readonly kept: readonly KeptHit[]
    readonly moreKept: boolean
  }>()(words),
} as const
