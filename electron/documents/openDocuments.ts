/** Documents in use, kept in memory so that a save, a preview and a count need not replay the article from the disk. */
import * as Y from 'yjs'
import { type Reading, readDocument } from '../../shared/document/read.ts'
import { diskTrouble } from '../../sqlite/trouble.ts'
import { compactDocument, loadDocument } from '../database/documents.ts'
import type { Database } from '../database/open.ts'

/** Articles held at once: those on the screens of a few sessions. */
const most = 12

interface Held {
  readonly doc: Y.Doc
  /** Stored, and put into `doc` when it is asked for: whoever saves does not wait for it. */
  readonly stored: Uint8Array[]
  cursor: number
  reading: Reading | undefined
  /** As one update. */
  whole: Uint8Array | undefined
}

export class OpenDocuments {
  readonly #db: Database
  readonly #canWrite: boolean
  readonly #held = new Map<string, Held>()

  constructor(db: Database, canWrite: boolean) {
    this.#db = db
    this.#canWrite = canWrite
  }

  /** The article's words as stored. Never writes to the document. [DO7] */
  reading(article: string): Reading {
    const held = this.#hold(article)
    held.reading ??= readDocument(held.doc)
    return held.reading
  }

  /** As `reading`, of an article that need not stay: passing through many lets go of none that somebody has open. */
  glance(article: string): Reading {
    if (this.#held.has(article)) return this.reading(article)
    const { doc } = loadDocument(this.#db, article)
    const reading = readDocument(doc)
    doc.destroy()
    return reading
  }

  /** The whole document as one update, and the cursor it stands at. */
  whole(article: string): { readonly update: Uint8Array; readonly cursor: number } {
    const held = this.#hold(article)
    // Kept: what is looked at again is seldom written in between.
    held.whole ??= Y.encodeStateAsUpdate(held.doc)
    return { update: held.whole, cursor: held.cursor }
  }

  /** An update was stored under `cursor`. */
  stored(article: string, update: Uint8Array, cursor: number): void {
    const held = this.#held.get(article)
    if (!held) return
    held.stored.push(update)
    held.cursor = cursor
    held.reading = undefined
    held.whole = undefined
  }

  /** Words came by another way than `stored`: the next question reads them from the disk. */
  forget(article: string): void {
    this.#held.get(article)?.doc.destroy()
    this.#held.delete(article)
  }

  close(): void {
    for (const article of this.#held.keys()) this.forget(article)
  }

  /** Only saves room, so a disk that takes nothing must not keep anybody from reading. */
  #compact(article: string, loaded: ReturnType<typeof loadDocument>): void {
    try {
      compactDocument(this.#db, article, loaded)
    } catch (error) {
      if (!diskTrouble(error)) throw error
    }
  }

  #hold(article: string): Held {
    const before = this.#held.get(article)
    if (before) {
      // Last used goes last, so that the first is the one to let go.
      this.#held.delete(article)
      this.#held.set(article, before)
      bringUpToDate(before)
      return before
    }
    const loaded = loadDocument(this.#db, article)
    if (this.#canWrite) this.#compact(article, loaded)
    const held: Held = { doc: loaded.doc, cursor: loaded.cursor, stored: [], reading: undefined, whole: undefined }
    this.#held.set(article, held)
    for (const oldest of this.#held.keys()) {
      if (this.#held.size <= most) break
      this.forget(oldest)
    }
    return held
  }
}

function bringUpToDate({ doc, stored }: Held): void {
  if (stored.length === 0) return
  const updates = stored.splice(0)
  doc.transact(() => {
    for (const update of updates) Y.applyUpdate(doc, update)
  })
}
