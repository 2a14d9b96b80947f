/** What the log says of one article: the projection that `reduceArticle` makes and everybody reads. */
import type { Hash } from '../canonical.ts'
import type { Edition } from './edition.ts'
import type { ArticleFields } from './fields.ts'
import type { PersonId } from './person.ts'
import { type NoticeStatus, statusAfter } from './publicStatus.ts'

export const publicStatuses = ['unpublished', 'live', 'under_correction', 'withdrawn', 'retracted', 'taken_down'] as const
export type PublicStatus = (typeof publicStatuses)[number]

/** A kept state of an edition: immutable, named by its hash, numbered within the article. */
export interface KeptVersion {
  readonly n: number
  readonly hash: Hash
  readonly edition: number
  readonly by: PersonId
  readonly at: string
  readonly label: string
  /** Number in the desk's order of the operation that kept it. */
  readonly seq: number
}

/** One line of an article's history: an act, by whom, when, with what words. */
export interface HistoryEntry {
  readonly seq: number
  readonly at: string
  readonly by: PersonId
  readonly act: string
  readonly edition: number
  readonly note: string
  readonly version?: Hash
  /** An approval made where the piece was submitted. [WF8] */
  readonly sameComputer?: true
}

export interface ArticleState {
  readonly id: string
  readonly createdBy: PersonId
  readonly createdAt: string
  readonly fields: ArticleFields
  /** Ascending by number; at most the last one is open (neither published nor superseded). */
  readonly editions: readonly Edition[]
  readonly versions: readonly KeptVersion[]
  readonly publicStatus: Exclude<PublicStatus, 'under_correction'>
  /** A change of the public status that waits for somebody; absent: none. */
  readonly proposal?: {
    readonly status: NoticeStatus
    /** What readers will find. */
    readonly notice: string
    readonly reason: string
    readonly by: PersonId
    readonly at: string
  }
  /** Done without a second person so far; `until` is empty where nobody else can. */
  readonly unconfirmed?: { readonly status: NoticeStatus; readonly by: PersonId; readonly until: string }
  /** People whose body operations were accepted → the last place in the order. Who changed the *clean* text since an approval is the hub's to say. */
  readonly contributors: Readonly<Record<PersonId, number>>
  /** Place in the order of the last operation that carried words, and of the last one of any kind. */
  readonly wordsSeq: number
  readonly lastSeq: number
  readonly lastAt: string
  /** Place of the last time that a version was brought back; 0: never. */
  readonly restoredSeq: number
  /** Operations that carried words since the version under review, approved or scheduled was taken. [WF5] */
  readonly editsSinceVersion: number
  readonly history: readonly HistoryEntry[]
  /** Names of the pictures that were added to it, whether its words use them or not; absent: none. [SY23] */
  readonly media?: readonly Hash[]
  /** The smaller copies of those that have any, by the picture's name; absent: none. */
  readonly renditions?: Readonly<Record<Hash, readonly Hash[]>>
  /** People a draft was shown to before it was submitted; absent: nobody. [WF12] */
  readonly sharedWith?: 'everybody' | readonly PersonId[]
}

/**
 * The edition that work goes into: the open one, or else the newest. Every article has edition 1 from its creation.
 * A notice that was undone takes no work: the piece is where it was before it.
 */
export function currentEdition(article: Pick<ArticleState, 'id' | 'editions'>): Edition {
  const edition = article.editions.findLast(({ kind, state }) => state !== 'spiked' || statusAfter(kind) === 'live')
  if (!edition) throw new Error(`article ${article.id} has no edition`)
  return edition
}

/** The number of the edition that is opened next. None is given twice, whatever became of the one before. */
export function nextEdition({ editions }: Pick<ArticleState, 'editions'>): number {
  return (editions.at(-1)?.n ?? 0) + 1
}

/** The edition readers see, or undefined before the first release. */
export function publishedEdition({ editions }: Pick<ArticleState, 'editions'>): Edition | undefined {
  return editions.findLast((edition) => edition.publication !== undefined)
}

/** What a reader meets, with the derived status that a correction is being written. */
export function publicStatus(article: ArticleState): PublicStatus {
  const open = currentEdition(article)
  if (article.publicStatus === 'live' && open.kind === 'correction' && open.state !== 'published') return 'under_correction'
  return article.publicStatus
}

/** True while the text opens read-only: approved or scheduled, until *edit again*. [WF5] */
export function isLocked(article: ArticleState): boolean {
  return areDetailsLocked(article) && !isWrittenOn(currentEdition(article))
}

/** Details stay those of what goes out, also while words are written on for the next edition. */
export function areDetailsLocked(article: ArticleState): boolean {
  const { state } = currentEdition(article)
  return state === 'approved' || state === 'scheduled' || state === 'published' || state === 'spiked'
}

/** A version of it is on its way out, and its words are written on for the next edition. [WF5] */
export function isWrittenOn({ state, writesOn }: Pick<Edition, 'state' | 'writesOn'>): boolean {
  return writesOn === true && (state === 'approved' || state === 'scheduled')
}

/** The version that stands under review, approved or scheduled. */
export function standingVersion(edition: Edition): Hash | undefined {
  if (edition.state === 'in_review') return edition.submission?.version
  return edition.schedule?.version ?? edition.approval?.version
}
