/** Keeps the text that is searched and listed behind what was saved: soon after, a little at a time, never on the way of a keystroke. */
import { creditText } from '../../shared/desk/byline.ts'
import { blocksText, inlineText, wordCount } from '../../shared/document/text.ts'
import { readArticle } from '../database/articles.ts'
import { readDeskState } from '../database/meta.ts'
import type { Database } from '../database/open.ts'
import { indexArticle, unindexedArticles } from '../database/search.ts'
import type { OpenDocuments } from './openDocuments.ts'

const idle = 300

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

  /** Indexes what is waiting, at most `most` articles: a list that is read now shows what was saved now. */
  catchUp(most: number): void {
    this.#index(unindexedArticles(this.#db, most))
  }

  close(): void {
    this.catchUp(1000)
    this.#closed = true
    clearTimeout(this.#timer)
  }

  #some(): void {
    if (this.#closed) return
    const articles = unindexedArticles(this.#db, 5)
    this.#index(articles)
    if (articles.length > 0) this.#timer = setTimeout(() => this.#some(), 5)
  }

  #index(articles: readonly string[]): void {
    if (articles.length === 0) return
    const houseCredit = readDeskState(this.#db)?.settings.houseCredit ?? ''
    this.#db
      .transaction(() => {
        for (const id of articles) {
          const { document } = this.#documents.reading(id)
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
    this.#onIndexed(articles)
  }
}
