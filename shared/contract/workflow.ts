/** Acts on an article, the publishing queue, the preview. */
import { z } from 'zod'
import { FrontPlace } from '../desk/front.ts'
import { NoticeStatus, statusActNames } from '../desk/publicStatus.ts'
import { acts as actNames } from '../desk/transitions.ts'
import type { QueueState } from '../desk/queueState.ts'
import type { ArticleView } from './articles.ts'
import { articleId, ask, nothing, versionHash } from './row.ts'

/** A line of the Queue: an edition's way to one destination, or work that waits for its time. */
export interface QueueRow {
  /** Id of the entry; of a release that is still to come: `release:ARTICLE`. */
  readonly id: string
  readonly article: string
  readonly headline: string
  readonly edition: number
  readonly destination: string
  readonly action: 'release' | 'publish' | 'rebuild' | 'front'
  readonly state: QueueState
  /** One of five words: Waiting, Sending, Sent not yet seen, Live, Needs you. */
  readonly word: string
  /** What happens next or what went wrong, in words. */
  readonly detail: string
  /** When it is due, or when it reached its state. */
  readonly at: string
  /** On hold: its time passes and it does not go out. */
  readonly isHeld: boolean
  /** Undo is possible until this instant; empty when not. */
  readonly undoUntil: string
  /** Public address once it is known. */
  readonly address: string
  /** The state by its own name, attempts, instants: for those who ask. */
  readonly exact: string
}

/** A delivery under way: files looked at, of how many; `total` is 0 while unknown. */
export interface Delivery {
  readonly done: number
  readonly total: number
}

export interface PreviewAddress {
  /** Where the shell serves the page, relative to its own root: `preview/ID/YYYY/MM/SLUG/`. */
  readonly path: string
  readonly address: string
  /** Names of the envelope's fields that are predicted; empty once it is frozen. [SI1] */
  readonly predicted: readonly string[]
  /** Changes when the page's bytes may have changed. */
  readonly stamp: string
}

export const workflow = {
  /** `version`: what the person saw; absent: what stands now. `note`: reason or note to the editor. `at`: for schedule, local wall time or instant. */
  'workflow.act': ask<ArticleView>()(
    z.strictObject({
      id: articleId,
      act: z.enum([...actNames, ...statusActNames]),
      version: versionHash.optional(),
      /** For acts on the public status: what readers will find. */
      note: z.string().max(4000).default(''),
      /** For acts on the public status: why, for the desk. */
      reason: z.string().max(4000).default(''),
      at: z.string().max(40).default(''),
      now: z.boolean().default(false),
      kind: z.string().max(20).default(''),
      gate: z.string().max(20).default(''),
      /** For publishing and scheduling: its place on the front; empty: with the newest, or where it stands. */
      place: FrontPlace.default(''),
    }),
  ),
  /** All that is on its way or needs somebody, and the newest `limit` of what went out. `cursor`: `next` of the page before, which goes on with earlier ones. */
  'queue.list': ask<{ readonly entries: readonly QueueRow[]; readonly overdue: number; readonly next: string }>()(
    z.strictObject({ cursor: z.string().max(120).default(''), limit: z.int().min(1).max(1000).default(100) }),
  ),
  /** How much is two minutes past its time and not live. [QU8] */
  'queue.overdue': ask<{ readonly overdue: number }>()(nothing),
  'queue.delivery': ask<{ readonly delivery: Delivery | null }>()(nothing),
  /** Ends the delivery under way; what it wrote by then stays, and it can be tried again. */
  'queue.stop': ask<{ readonly done: boolean }>()(nothing),
  /** Does what is due now and says what is left. */
  'queue.work': ask<{ readonly done: number; readonly waiting: number; readonly failed: number }>()(nothing),
  /** Out of the queue while it waits; sent again once it is final. Both are a publisher’s. [QU10] */
  'queue.cancel': ask<{ readonly done: boolean }>()(z.strictObject({ id: z.string().max(60) })),
  'queue.resend': ask<{ readonly done: boolean }>()(z.strictObject({ id: z.string().max(60) })),
  'queue.retry': ask<{ readonly done: boolean }>()(z.strictObject({ id: z.string().max(60) })),
  'preview.of': ask<PreviewAddress>()(z.strictObject({ id: articleId })),
  /** The page with a notice that is still being written. */
  'preview.notice': ask<{ readonly path: string }>()(z.strictObject({ id: articleId, status: NoticeStatus, notice: z.string().max(4000) })),
} as const
