/** Articles: listing, opening, writing, their fields and versions. */
import { z } from 'zod'
import type { Hash } from '../canonical.ts'
import type { AllowedAct } from '../desk/allowedActs.ts'
import type { ArticleState, HistoryEntry, KeptVersion, PublicStatus } from '../desk/article.ts'
import type { Edition, EditionKind, EditionState } from '../desk/edition.ts'
import { editionStates } from '../desk/edition.ts'
import { type ArticleFields, FieldName } from '../desk/fields.ts'
import type { PersonId } from '../desk/person.ts'
import type { Seers } from '../desk/seen.ts'
import type { Version } from '../desk/version.ts'
import type { Problem } from '../result.ts'
import { articleId, ask, bytes, personId, versionHash } from './row.ts'

/** A line of the Desk. */
export interface ArticleRow {
  readonly id: string
  readonly headline: string
  readonly state: EditionState
  readonly publicStatus: PublicStatus
  readonly edition: number
  /** As it would be printed. */
  readonly byline: string
  readonly words: number
  /** Person ids: the writer who began it. */
  readonly createdBy: PersonId
  readonly lastEditedAt: string
  /** What it waits for, in words: `waits for an editor`, `goes out 29 March 2026, 06:00`. */
  readonly waitsFor: string
  readonly waitsForMe: boolean
  /** Of the newest published edition: its number in the record, 0 before there is one, and when it went out, empty before. */
  readonly number: number
  readonly publishedAt: string
  /** The newest edition that puts something right, and when it went out; null: none did. */
  readonly putRight: { readonly kind: EditionKind; readonly at: string } | null
}

/** Everything about one article but its words. */
export interface ArticleView {
  readonly row: ArticleRow
  readonly fields: ArticleFields
  readonly edition: Edition
  readonly editions: readonly Edition[]
  readonly versions: readonly KeptVersion[]
  readonly history: readonly HistoryEntry[]
  readonly publicStatus: PublicStatus
  /** A change of the public status that waits for somebody, and one that nobody else has confirmed yet. */
  readonly proposal: ArticleState['proposal'] | null
  readonly unconfirmed: ArticleState['unconfirmed'] | null
  /** Acts that fit its state, drawn as buttons; refusal empty when allowed to the person of this session. */
  readonly acts: readonly AllowedAct[]
  /** Names, of the draft as it stands and of the version under review, approved or scheduled. */
  readonly draftVersion: Hash
  readonly standingVersion: Hash
  /** Of the versions, the one this session's person last read in review on this computer; empty: none. */
  readonly lastRead: Hash
  readonly missing: readonly Problem[]
  /** Body operations since the standing version. [WF5] */
  readonly editsSinceVersion: number
  /** Person ids, or everybody at the desk; and whether this session’s person may show it to more. [WF12] */
  readonly seenBy: Seers
  readonly mayShare: boolean
  /** True: the text opens read-only. */
  readonly locked: boolean
  /** The same of the details, which stay closed while words are written on for the next edition. */
  readonly detailsLocked: boolean
  /** Why something is closed, in words; empty: nothing is. */
  readonly lockReason: string
}

/** An article opened for writing. */
export interface OpenedArticle {
  readonly article: ArticleView
  /** The whole Y.Doc as one update, to be read before it is bound. [DO7] */
  readonly update: Uint8Array
  /** Number of the last local update it holds; `articles.updates` goes on from here. */
  readonly cursor: number
}

export interface Saved {
  /** Committed with synchronous=FULL at this instant: *Saved on this computer*. */
  readonly savedAt: string
  readonly cursor: number
}

export const articles = {
  /** Newest first. `cursor`: of the page before; empty for the first. */
  'articles.list': ask<{ readonly articles: readonly ArticleRow[]; readonly next: string; readonly total: number }>()(
    z.strictObject({
      state: z.enum(editionStates).optional(),
      /** `toDecide`: of what waits, where a change of what readers see is to be decided or confirmed. */
      filter: z.enum(['all', 'mine', 'waiting', 'toDecide', 'approved', 'review', 'published']).default('all'),
      words: z.string().max(200).default(''),
      /** Of what is published: first printed in this year; empty: in any. */
      year: z
        .string()
        .regex(/^(\d{4})?$/)
        .default(''),
      cursor: z.string().max(60).default(''),
      limit: z.int().min(1).max(500).default(100),
    }),
  ),
  'articles.create': ask<ArticleView>()(z.strictObject({})),
  'articles.read': ask<ArticleView>()(z.strictObject({ id: articleId })),
  'articles.open': ask<OpenedArticle>()(z.strictObject({ id: articleId })),
  /** Saves Yjs updates of this session's person; `clients` are the client ids they introduce. Never refused for workflow reasons. [SY9] */
  'articles.save': ask<Saved>()(z.strictObject({ id: articleId, update: bytes })),
  /** Updates stored after `cursor`, merged into one; empty when there are none. */
  'articles.updates': ask<{ readonly update: Uint8Array; readonly cursor: number }>()(
    z.strictObject({ id: articleId, cursor: z.int().min(0) }),
  ),
  /** `base`: the value the change was made from; a different one meanwhile answers `conflict` and shows both. [SY15] */
  'articles.setField': ask<ArticleView>()(z.strictObject({ id: articleId, field: FieldName, value: z.json(), base: z.json() })),
  /** Shows a draft to people, or to everybody at the desk, before it is submitted. [WF12] */
  'articles.share': ask<ArticleView>()(
    z.strictObject({ id: articleId, with: z.union([z.literal('everybody'), z.array(personId).min(1).max(200)]) }),
  ),
  'versions.keep': ask<ArticleView>()(z.strictObject({ id: articleId, label: z.string().max(200).default('') })),
  /** Words, headline and public fields become those of this version; what stands now is kept first. */
  'versions.restore': ask<ArticleView>()(z.strictObject({ id: articleId, version: versionHash })),
  /** This session's person has read this version. */
  'versions.markRead': ask<{ readonly done: true }>()(z.strictObject({ id: articleId, version: versionHash })),
  'versions.read': ask<{ readonly version: Version; readonly kept: KeptVersion | null }>()(
    z.strictObject({ id: articleId, version: versionHash }),
  ),
} as const
