/** Documents at the hub: replayed from the log's bodies, compacted into a cache, read but never bound. */
import * as Y from 'yjs'
import { briefDoc } from '../shared/document/briefDoc.ts'
import { type ArticleState, publishedEdition } from '../shared/desk/article.ts'
import type { DeskState } from '../shared/desk/desk.ts'
import { type DraftVersion, draftOf } from '../shared/desk/draft.ts'
import { readVersion, type Version } from '../shared/desk/version.ts'
import { zonedTime } from '../shared/desk/zone.ts'
import { readDocument } from '../shared/document/read.ts'
import { readBodyFrame } from '../shared/sync/bodyFrame.ts'
import { readBlob } from './blobs.ts'
import type { Reader, Writer } from './context.ts'
import { isSlugTaken } from './storage/projections.ts'

export interface BodyOperation {
  readonly seq: number
  readonly actor: string
  readonly stream: string
  readonly update: Uint8Array
}

/** The accepted bodies of an article after `after`, in order. */
export async function bodiesOf(reader: Reader, article: string, after: number): Promise<readonly BodyOperation[]> {
  const rows = await reader
    .selectFrom('op')
    .select(['seq', 'actor', 'stream', 'body', 'blob'])
    .where('subject', '=', article)
    .where('kind', '=', 'body')
    .where('outcome', '=', 'accepted')
    .where('seq', '>', after)
    .orderBy('seq')
    .execute()
  const bodies: BodyOperation[] = []
  for (const { seq, actor, stream, body, blob } of rows) {
    const frame = body ?? (blob === '' ? undefined : await readBlob(reader, blob))
    // An erased body leaves its place in the chain and nothing else. [SY20]
    if (frame) bodies.push({ seq, actor, stream, update: readBodyFrame(frame).update })
  }
  return bodies
}

/** The article's document as the log has it now. The caller destroys it. */
export async function loadDocument(reader: Reader, article: string): Promise<{ readonly doc: Y.Doc; readonly uptoSeq: number }> {
  const doc = briefDoc()
  const cached = await reader.selectFrom('document').selectAll().where('article', '=', article).executeTakeFirst()
  const bodies = await bodiesOf(reader, article, cached?.upto_seq ?? 0)
  // One transaction for all: merging updates one by one is twelve times slower and leaves more behind. [SY11]
  doc.transact(() => {
    if (cached) Y.applyUpdate(doc, cached.state)
    for (const { update } of bodies) Y.applyUpdate(doc, update)
  })
  return { doc, uptoSeq: bodies.at(-1)?.seq ?? cached?.upto_seq ?? 0 }
}

/** Keeps the compacted document, unless a part of it still waits for what it builds on. [SY11] */
export async function keepDocument(writer: Writer, article: string, doc: Y.Doc, uptoSeq: number): Promise<void> {
  if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null) return
  const columns = { state: Y.encodeStateAsUpdate(doc), upto_seq: uptoSeq }
  await writer
    .insertInto('document')
    .values({ article, ...columns })
    .onConflict((conflict) => conflict.column('article').doUpdateSet(columns))
    .execute()
}

/** The version readers have, or undefined before the first release. */
export async function publishedVersion(reader: Reader, article: ArticleState): Promise<Version | undefined> {
  const name = publishedEdition(article)?.publication?.version
  if (name === undefined) return undefined
  const { bytes } = await reader.selectFrom('version').select('bytes').where('hash', '=', name).executeTakeFirstOrThrow()
  return readVersion(bytes, name)
}

/** The draft as the hub computes it itself: a submitted version that is not this one is refused. */
export async function hubDraft(writer: Writer, article: ArticleState, desk: DeskState, now: Date): Promise<DraftVersion> {
  const { doc, uptoSeq } = await loadDocument(writer, article.id)
  try {
    await keepDocument(writer, article.id, doc, uptoSeq)
    const month = zonedTime(now, desk.settings.zone).at.slice(0, 7).replace('-', '/')
    const taken = article.fields.slug !== '' && (await isSlugTaken(writer, article.fields.slug, article.id, month))
    return draftOf(
      article,
      readDocument(doc),
      desk,
      () => taken,
      (hash) => article.media?.includes(hash) === true,
      await publishedVersion(writer, article),
    )
  } finally {
    doc.destroy()
  }
}
