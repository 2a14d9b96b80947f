/** An article's words while they are open: the bound Y.Doc, the shadow that reads before it, one undo over three boxes. */
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import * as Y from 'yjs'
import type { ArticleView, OpenedArticle } from '../../shared/contract/articles.ts'
import type { Call, Changed } from '../../shared/contract/contract.ts'
import { isBindable, readDocument, type Reading } from '../../shared/document/read.ts'
import { wordCount } from '../../shared/document/text.ts'
import { Autosave, type Report } from './autosave.ts'

export const boxes = ['headline', 'standfirst', 'body'] as const
export type Box = (typeof boxes)[number]

/** Origin of transactions that bring words from elsewhere: they are not saved again and not undone. */
const elsewhere = Symbol('elsewhere')

/**
 * Words from elsewhere go to `#shadow` first, are read there, and reach the bound document only when nothing in them is unknown:
 * a binding would answer what it cannot build by deleting it. [DO7]
 */
export class OpenDocument {
  readonly id: string
  readonly doc: Y.Doc
  readonly undo: Y.UndoManager
  readonly autosave: Autosave
  /** What stands in the way of writing; undefined while the document is sound. */
  damage: Reading | undefined
  /** Counts the body that is on the screen: quicker than reading it, while there is one. */
  shownWords: (() => number) | undefined
  readonly #shadow: Y.Doc
  readonly #call: Call
  readonly #listeners = new Set<() => void>()
  /** What was opened, until the shadow is needed: most articles are opened, written and left before anything comes from elsewhere. */
  #base: Uint8Array | undefined
  #unshadowed: Uint8Array[] = []
  #view: ArticleView | undefined
  #cursor: number
  #pulling = false
  #pullAgain = false

  constructor(id: string, opened: Omit<OpenedArticle, 'article'> & Partial<OpenedArticle>, call: Call, report: Report) {
    this.id = id
    this.#call = call
    this.#cursor = opened.cursor
    this.#view = opened.article
    // Read before anything is bound to it, it may become either of the two.
    const read = new Y.Doc()
    Y.applyUpdate(read, opened.update)
    const reading = readDocument(read)
    const isSound = isBindable(reading)
    this.doc = isSound ? read : new Y.Doc()
    this.#shadow = isSound ? new Y.Doc() : read
    this.#base = isSound ? opened.update : undefined
    this.damage = isSound ? undefined : reading
    const fragments = boxes.map((box) => this.doc.getXmlFragment(box))
    this.undo = new Y.UndoManager(fragments, {
      trackedOrigins: new Set([ySyncPluginKey]),
      captureTransaction: (transaction) => transaction.meta.get('addToHistory') !== false,
    })
    this.autosave = new Autosave(async (update) => {
      // No cursor is taken from a save: words of others may lie between the last pull and it.
      return call('articles.save', { id, update })
    }, report)
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === elsewhere) return
      this.#unshadowed.push(update)
      this.autosave.add(update)
    })
  }

  /** The article as it was opened with its words, to the first who asks: it grows old. */
  takeView(): ArticleView | undefined {
    const view = this.#view
    this.#view = undefined
    return view
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** The document as it stands, read without any binding. */
  reading(): Reading {
    return this.damage ?? readDocument(this.doc)
  }

  /** How long the body is. */
  words(): number {
    return this.shownWords && !this.damage ? this.shownWords() : wordCount(this.reading().document)
  }

  /** Hears that the workstation stored words of this article. */
  heard(changed: Changed): void {
    if (changed.topic === 'words' && (changed.id === undefined || changed.id === this.id)) void this.pull()
  }

  /** Fetches what was stored since the last time; one request at a time, a second one when more came meanwhile. */
  async pull(): Promise<void> {
    if (this.#pulling) {
      this.#pullAgain = true
      return
    }
    this.#pulling = true
    do {
      this.#pullAgain = false
      const result = await this.#call('articles.updates', { id: this.id, cursor: this.#cursor })
      if (result.ok) {
        if (result.value.update.byteLength > 0) this.#receive(result.value.update)
        this.#cursor = result.value.cursor
      }
    } while (this.#pullAgain)
    this.#pulling = false
  }

  #receive(update: Uint8Array): void {
    if (this.#base) Y.applyUpdate(this.#shadow, this.#base, elsewhere)
    this.#base = undefined
    if (this.#unshadowed.length > 0) Y.applyUpdate(this.#shadow, Y.mergeUpdates(this.#unshadowed), elsewhere)
    this.#unshadowed = []
    if (update.byteLength > 0) Y.applyUpdate(this.#shadow, update, elsewhere)
    const reading = readDocument(this.#shadow)
    if (isBindable(reading)) {
      // The shadow's state, not the update: what was held back while damaged comes along when the damage is healed.
      Y.applyUpdate(
        this.doc,
        this.damage || update.byteLength === 0 ? Y.encodeStateAsUpdate(this.#shadow, Y.encodeStateVector(this.doc)) : update,
        elsewhere,
      )
    }
    const wasDamaged = this.damage !== undefined
    this.damage = isBindable(reading) ? undefined : reading
    if (wasDamaged || this.damage) for (const listener of this.#listeners) listener()
  }

  destroy(): void {
    this.undo.destroy()
    this.doc.destroy()
    this.#shadow.destroy()
  }
}
