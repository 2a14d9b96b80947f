/** Documents: one Y.Doc an article, as a compacted state and the updates after it. */
import * as Y from 'yjs'
import { briefDoc } from '../../shared/document/briefDoc.ts'
import type { Readable, Writable } from './open.ts'

/** Rows after which an article's updates are compacted. */
const manyUpdates = 200

/** Stores an update and answers its cursor. */
export function addUpdate(db: Writable, article: string, bytes: Uint8Array): number {
  const { lastInsertRowid } = db.prepare('INSERT INTO document_update (article, bytes) VALUES (?, ?)').run(article, bytes)
  db.prepare('UPDATE article SET blank = 0 WHERE id = ? AND blank = 1').run(article)
  db.prepare('INSERT INTO unindexed (article) VALUES (?) ON CONFLICT DO NOTHING').run(article)
  return Number(lastInsertRowid)
}

/** Of an article that was never begun: its words were refused with it. No state of theirs was compacted. */
export function removeUpdates(db: Writable, article: string): void {
  db.prepare('DELETE FROM document_update WHERE article = ?').run(article)
  db.prepare('DELETE FROM unindexed WHERE article = ?').run(article)
}

/** The document as stored, and the cursor up to which it is complete. The caller destroys it. */
export function loadDocument(db: Readable, article: string): { readonly doc: Y.Doc; readonly cursor: number; readonly updates: number } {
  const state = db.prepare<[string], { state: Uint8Array; upto: number }>('SELECT state, upto FROM document WHERE article = ?').get(article)
  const updates = updatesAfter(db, article, state?.upto ?? 0)
  const doc = briefDoc()
  doc.transact(() => {
    if (state) Y.applyUpdate(doc, state.state)
    for (const { bytes } of updates) Y.applyUpdate(doc, bytes)
  })
  return { doc, cursor: updates.at(-1)?.cursor ?? state?.upto ?? 0, updates: updates.length }
}

/** Updates stored after `cursor`, in order. Empty when `cursor` lies before the compacted state: then the whole document is the answer. */
export function updatesAfter(
  db: Readable,
  article: string,
  cursor: number,
): readonly { readonly cursor: number; readonly bytes: Uint8Array }[] {
  return db
    .prepare<[string, number], { cursor: number; bytes: Uint8Array }>(
      'SELECT cursor, bytes FROM document_update WHERE article = ? AND cursor > ? ORDER BY cursor',
    )
    .all(article, cursor)
}

/** Cursor of the last update; 0: there is none, or all of them are folded into the compacted state. */
export function lastCursor(db: Readable, article: string): number {
  return (
    db
      .prepare<[string], { cursor: number }>('SELECT cursor FROM document_update WHERE article = ? ORDER BY cursor DESC LIMIT 1')
      .get(article)?.cursor ?? 0
  )
}

/** Bytes that are read to open the document; asks for none of them. */
export function storedBytes(db: Readable, article: string): number {
  const sql = `SELECT (SELECT coalesce(sum(length(bytes)), 0) FROM document_update WHERE article = @article) +
    (SELECT coalesce(sum(length(state)), 0) FROM document WHERE article = @article) AS n`
  return db.prepare<[object], { n: number }>(sql).get({ article })?.n ?? 0
}

/** Cursor up to which the updates are folded into the compacted state. */
export function compactedUpTo(db: Readable, article: string): number {
  return db.prepare<[string], { upto: number }>('SELECT upto FROM document WHERE article = ?').get(article)?.upto ?? 0
}

/** Folds the updates into one state when there are many, and no part waits for another that is not here yet. [SY11] */
export function compactDocument(db: Writable, article: string, loaded: ReturnType<typeof loadDocument>): void {
  const { doc, cursor, updates } = loaded
  if (updates < manyUpdates || doc.store.pendingStructs !== null || doc.store.pendingDs !== null) return
  db.transaction(() => {
    db.prepare(
      'INSERT INTO document (article, state, upto) VALUES (?, ?, ?) ON CONFLICT (article) DO UPDATE SET state = excluded.state, upto = excluded.upto',
    ).run(article, Y.encodeStateAsUpdate(doc), cursor)
    db.prepare('DELETE FROM document_update WHERE article = ? AND cursor <= ?').run(article, cursor)
  }).immediate()
}
