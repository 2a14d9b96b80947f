/** A hub's file, read and changed beside the hub that has it open. */
import Database from 'better-sqlite3'
import * as Y from 'yjs'
import type { ArticleState } from '../../shared/desk/article.ts'
import type { DeskState } from '../../shared/desk/desk.ts'
import { draftOf } from '../../shared/desk/draft.ts'
import { readDocument } from '../../shared/document/read.ts'
import { readBodyFrame } from '../../shared/sync/bodyFrame.ts'
import { unlock } from '../../sqlite/open.ts'
import type { TestHub } from './streams.ts'

/** What `act` finds in the file, as it was committed. */
export function rows<T>(hub: TestHub, act: (db: Database.Database) => T): T {
  const db = new Database(hub.file)
  unlock(db, new Uint8Array(32).fill(7))
  try {
    return act(db)
  } finally {
    db.close()
  }
}

export function articleAt(hub: TestHub, id: string): ArticleState {
  const row = rows(hub, (db) => db.prepare<[string], { state: string }>('SELECT state FROM article WHERE id = ?').get(id))
  if (!row) throw new Error(`no article ${id}`)
  return JSON.parse(row.state) as ArticleState
}

/** The draft's name, as a workstation computes it from what it pulled. */
export async function draftVersion(hub: TestHub, id: string): Promise<string> {
  const desk = rows(hub, (db) => db.prepare<[], { state: string }>('SELECT state FROM desk').get())
  const doc = new Y.Doc()
  for (const op of await hub.pullAll())
    if (op.kind === 'body' && op.subject === id && op.body) Y.applyUpdate(doc, readBodyFrame(op.body).update)
  return draftOf(
    articleAt(hub, id),
    readDocument(doc),
    JSON.parse(desk?.state ?? '') as DeskState,
    () => false,
    () => true,
  ).hash
}
