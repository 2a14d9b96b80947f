/** The Record: years, what was put right, and what each destination answered. */
import { z } from 'zod'
import type { EditionKind } from '../desk/edition.ts'
import type { QueueState } from '../desk/queueState.ts'
import type { CorrectionNote } from '../desk/version.ts'
import { articleId, ask, nothing } from './row.ts'

/** An edition that put something right, or took something back. */
export interface CorrectionRow {
  readonly article: string
  readonly headline: string
  /** In the record. */
  readonly number: number
  readonly edition: number
  readonly kind: EditionKind
  /** Wall clock with its offset. */
  readonly at: string
  readonly notes: readonly CorrectionNote[]
  readonly changeNote: string
}

/** What became of an edition at a destination. */
export interface Receipt {
  readonly edition: number
  readonly destination: string
  readonly state: QueueState
  /** One of the words of the Queue. */
  readonly word: string
  readonly at: string
  readonly files: number
}

export const record = {
  /** Pieces by the year they were first printed in, newest first. */
  'record.years': ask<{ readonly years: readonly { readonly year: string; readonly count: number }[] }>()(nothing),
  /** Newest first. `cursor`: of the page before; empty for the first. */
  'record.corrections': ask<{ readonly corrections: readonly CorrectionRow[]; readonly next: string }>()(
    z.strictObject({ cursor: z.string().max(120).default('') }),
  ),
  /** `kept`: the replaced editions that keep a page of their own. [SI13] */
  'record.receipts': ask<{ readonly receipts: readonly Receipt[]; readonly kept: readonly number[] }>()(z.strictObject({ id: articleId })),
} as const
