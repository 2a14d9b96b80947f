/** One push while it is judged: each operation sees what those before it did, and everything is written at the end or not at all. */
import type { ArticleState } from '../shared/desk/article.ts'
import type { DeskState } from '../shared/desk/desk.ts'
import type { Accepted } from '../shared/desk/operation.ts'
import { reduceArticle, reduceDesk } from '../shared/desk/reduce.ts'
import type { Writer } from './context.ts'
import { readArticle, readDesk, writeArticle, writeDesk } from './storage/projections.ts'

export interface Batch {
  readonly writer: Writer
  desk: DeskState | undefined
  /** As this batch leaves them; undefined: looked for, and not there. */
  readonly articles: Map<string, ArticleState | undefined>
}

export async function openBatch(writer: Writer): Promise<Batch> {
  return { writer, desk: await readDesk(writer), articles: new Map() }
}

export async function articleIn(batch: Batch, id: string): Promise<ArticleState | undefined> {
  if (batch.articles.has(id)) return batch.articles.get(id)
  const read = await readArticle(batch.writer, id)
  batch.articles.set(id, read)
  return read
}

/** Moves the projections by one accepted operation. */
export async function applyTo(batch: Batch, op: Accepted): Promise<void> {
  const article = op.subject === '' ? undefined : await articleIn(batch, op.subject)
  if (batch.desk || op.kind === 'desk.begin') batch.desk = reduceDesk(batch.desk, op, article?.createdBy)
  if (op.subject === '') return
  if (!batch.desk) throw new Error(`operation ${op.seq} is about an article before the desk began`)
  batch.articles.set(op.subject, reduceArticle(article, op, batch.desk.settings))
}

export async function flush(batch: Batch): Promise<void> {
  for (const article of batch.articles.values()) if (article) await writeArticle(batch.writer, article)
  if (batch.desk) await writeDesk(batch.writer, batch.desk)
}
