/** Keeps the text that is searched and listed behind what was saved: soon after, a little at a time, never on the way of a keystroke. */
import { setImmediate as nextTurn } from 'node:timers/promises'
import { creditText } from '../../shared/desk/byline.ts'
import { blocksText, inlineText, wordCount } from '../../shared/document/text.ts'
import { diskTrouble } from '../../sqlite/trouble.ts'
import { readArticle } from '../database/articles.ts'
import { isDamage } from '../../sqlite/damage.ts'
import { readDeskState, readMeta, writeMeta } from '../database/meta.ts'
import type { Database } from '../database/open.ts'
import { emptyIndex, indexAgain, indexArticle, markAllUnindexed, unindexedArticles } from '../database/search.ts'
import type { OpenDocuments } from './openDocuments.ts'

const idle = 300
/** Milliseconds of one turn of the loop that indexing may take, and articles looked at for it. */
const turn = 8
const someArticles = 40
/** Texts indexed again between two turns of the loop. */
const stepOfRebuild = 5
/** Until a full or failing disk is tried again: articles stay marked until then, and are found by the text they had. */
const afterTrouble = 10_000

export class Indexer {
  readonly #db: Database
  readonly #documents: OpenDocuments
  readonly #onIndexed: (articles: readonly string[]) => void
  #timer: NodeJS.Timeout | undefined
  #closed = false

  constructor(db: Database, documents: OpenDocuments, onIndexed: (articles: readonly string[]) => void) {
    this.#db = db
    this.#documents = documents
    this.#onIndexed = onIndexed
  }

  /** Something was saved; it will be indexed when writing pauses. */
  soon(): void {
    if (this.#closed) return
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.#some(), idle)
  }

  /** Makes the whole index again, a little at a time; resolves when it stands. Cut off, it goes on at the next start. */
  async rebuild(): Promise<void> {
    this.#db
      .transaction(() => {
        emptyIndex(this.#db)
        markAllUnindexed(this.#db)
        writeMeta(this.#db, 'reindex', '0')
      })
      .immediate()
    while (!this.#closed && this.#again()) await nextTurn()
    this.soon()
  }

  /** Takes the next step of a rebuild; true while one is under way. Until it ends no text is changed: its old words could not be taken out. */
  #again(): boolean {
    const from = readMeta(this.#db, 'reindex')
    if (from === '') return false
    this.#db
      .transaction(() => {
        const last = indexAgain(this.#db, Number(from), stepOfRebuild)
        writeMeta(this.#db, 'reindex', last === undefined ? '' : String(last))
      })
      .immediate()
    return true
  }

  /** Indexes what is waiting, at most `most` articles, a little at a time: a list that is read afterwards shows what was saved before. */
  async catchUp(most: number): Promise<void> {
    for (let done = 0; done < most && !this.#closed; ) {
      const step = this.#step(most - done)
      if (step === 0) return
      done += step
      await nextTurn()
    }
  }

  /** Leaves nothing unindexed that there is time for; what is left keeps its mark and is done at the next start. */
  async close(): Promise<void> {
    await this.catchUp(1000)
    this.#closed = true
    clearTimeout(this.#timer)
  }

  #some(): void {
    if (this.#closed) return
    const done = this.#step(someArticles)
    clearTimeout(this.#timer)
    if (done > 0) this.#timer = setTimeout(() => this.#some(), 5)
    else if (this.#waiting(1).length > 0) this.#timer = setTimeout(() => this.#some(), afterTrouble).unref()
  }

  /** One turn's worth; answers how many articles, 0 when none waits or the disk did not take it: nothing of the index was changed then. */
  #step(most: number): number {
    const articles = this.#waiting(most)
    if (articles.length === 0) return 0
    try {
      if (this.#again()) return 1
      const written = this.#write(articles)
      this.#onIndexed(articles.slice(0, written))
      return written
    } catch (error) {
      if (diskTrouble(error) || isDamage(error)) return 0
      throw error
    }
  }

  /** Of a damaged file nothing is indexed; who asks for its articles hears of the damage. */
  #waiting(most: number): readonly string[] {
    try {
      return unindexedArticles(this.#db, most)
    } catch (error) {
      if (isDamage(error)) return []
      throw error
    }
  }

  /** As many as fit into one turn of the loop, at least one; answers how many. */
  #write(articles: readonly string[]): number {
    const until = performance.now() + turn
    let written = 0
    const houseCredit = readDeskState(this.#db)?.settings.houseCredit ?? ''
    this.#db
      .transaction(() => {
        for (const id of articles) {
          if (written > 0 && performance.now() > until) return
          written += 1
          const { document } = this.#documents.glance(id)
          const byline = readArticle(this.#db, id)?.fields.byline
          indexArticle(this.#db, id, {
            headline: inlineText(document.headline),
            standfirst: inlineText(document.standfirst),
            body: blocksText(document.body),
            byline: byline ? creditText(byline, houseCredit) : '',
            words: wordCount(document),
          })
        }
      })
      .immediate()
    return written
  }
}
