/** The desk's order becomes this workstation's projections, page by page, the cursor stored with each. [SY19] */
import type { ArticleState } from '../../shared/desk/article.ts'
import type { DeskState } from '../../shared/desk/desk.ts'
import { reduceArticle, reduceDesk } from '../../shared/desk/reduce.ts'
import { acceptedOf } from '../../shared/sync/accepted.ts'
import { readBodyFrame } from '../../shared/sync/bodyFrame.ts'
import type { OrderedOperation } from '../../shared/sync/operation.ts'
import { readArticle, writeArticle } from '../database/articles.ts'
import { addUpdate } from '../database/documents.ts'
import { addOperation } from '../database/log.ts'
import { readDeskState, writeDeskState, writeMeta } from '../database/meta.ts'
import type { Writable } from '../database/open.ts'
import { keepBlob, removeFromOutbox } from '../database/outbox.ts'
import { hasKept } from '../documents/keptTexts.ts'
import { markUnkept } from '../database/kept.ts'
import { markUnindexed } from '../database/search.ts'
import { addRelease } from '../database/versions.ts'

/** What a page changed, for those who are told. */
export interface Applied {
  readonly desk: boolean
  /** Something was done with them; words alone do not count: whoever sent them told of them when they were saved. */
  readonly articles: ReadonlySet<string>
  /** Words of other devices came. */
  readonly words: ReadonlySet<string>
  /** Any of it changed what lists show. */
  readonly listed: boolean
}

interface Page {
  readonly db: Writable
  desk: DeskState | undefined
  readonly articles: Map<string, ArticleState>
  readonly acted: Set<string>
  readonly words: Set<string>
}

/** Applies a page in the caller's transaction. `contents`: blobs of the page's operations; `isOwn`: streams of this device, whose words are here already. */
export function applyPage(
  db: Writable,
  ops: readonly OrderedOperation[],
  contents: ReadonlyMap<string, Uint8Array>,
  isOwn: (stream: string) => boolean,
): Applied {
  const page: Page = { db, desk: readDeskState(db), articles: new Map(), acted: new Set(), words: new Set() }
  for (const op of ops) {
    addOperation(db, op)
    removeFromOutbox(db, op.stream, op.n)
    // The history of the settings is read from these, however large they are.
    const content = op.subject === '' ? contents.get(op.blob) : undefined
    if (content) keepBlob(db, op.blob, content)
    if (op.outcome === 'accepted') applyOne(page, op, op.body ?? contents.get(op.blob) ?? null, isOwn(op.stream))
  }
  const last = ops.at(-1)
  if (last) {
    writeMeta(db, 'cursor', String(last.seq))
    writeMeta(db, 'epoch', String(last.epoch))
  }
  for (const article of page.articles.values()) writeArticle(db, article)
  // New articles get their key when they are written, so their text is indexed only after that.
  for (const [id, article] of page.articles) {
    markUnindexed(db, id)
    if (page.acted.has(id) && hasKept(article)) markUnkept(db, id)
  }
  if (page.desk) writeDeskState(db, page.desk)
  return { desk: ops.some(({ subject }) => subject === ''), articles: page.acted, words: page.words, listed: page.articles.size > 0 }
}

function applyOne(page: Page, op: OrderedOperation, content: Uint8Array | null, own: boolean): void {
  const accepted = acceptedOf(op, content)
  if (!accepted) return
  const { subject } = op
  const before = subject === '' ? undefined : (page.articles.get(subject) ?? readArticle(page.db, subject))
  if (page.desk || op.kind === 'desk.begin') page.desk = reduceDesk(page.desk, accepted, before?.createdBy)
  if (subject === '' || !page.desk) return
  if (op.kind !== 'body') page.acted.add(subject)
  if (op.kind === 'body' && content && !own) {
    addUpdate(page.db, subject, readBodyFrame(content).update)
    page.words.add(subject)
  }
  page.articles.set(subject, reduceArticle(before, accepted, page.desk.settings))
  if (accepted.kind === 'hub.release') addRelease(page.db, { article: subject, ...accepted.body })
}
