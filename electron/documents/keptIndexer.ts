/** Keeps the index of what was kept behind what is done at the desk: a few texts in each turn of the loop, never in the save itself. */
import { readArticle } from '../database/articles.ts'
import { addKept, emptyKept, keptNames, markAllUnkept, nextUnkept, removeKept, textNow, unmarkUnkept } from '../database/kept.ts'
import { readDeskState } from '../database/meta.ts'
import type { Database } from '../database/open.ts'
import { versionBytesOf } from '../database/versions.ts'
import { withoutWaiting } from '../../sqlite/withoutWaiting.ts'
import { keptTexts } from './keptTexts.ts'

/** Milliseconds of one turn; a single text may take longer. */
const turn = 8

export class KeptIndexer {
  readonly #db: Database
  /** Texts of the article in hand that were looked at already and need no place in the index. */
  #passed: { readonly article: string; readonly names: Set<string> } = { article: '', names: new Set() }

  constructor(db: Database) {
    this.#db = db
  }

  /** Everything is looked through again; what is not there is not found until its turn came. */
  again(): void {
    this.#db
      .transaction(() => {
        emptyKept(this.#db)
        markAllUnkept(this.#db)
      })
      .immediate()
  }

  /** Its words are other ones now: what said the same as they may say something else. */
  changed(article: string): void {
    if (this.#passed.article === article) this.#passed = { article: '', names: new Set() }
  }

  /** One turn’s worth; false when nothing waits. */
  step(): boolean {
    if (nextUnkept(this.#db) === undefined) return false
    const until = performance.now() + turn
    withoutWaiting(this.#db, () => {
      do {
        const article = nextUnkept(this.#db)
        if (article === undefined) return
        if (this.#some(article, until)) unmarkUnkept(this.#db, article)
      } while (performance.now() < until)
    })
    return true
  }

  /** Indexes texts of one article until the time is over, at least one; true when none is left. */
  #some(id: string, until: number): boolean {
    const article = readArticle(this.#db, id)
    if (!article) return true
    if (this.#passed.article !== id) this.#passed = { article: id, names: new Set() }
    const wanted = keptTexts(article, { houseCredit: readDeskState(this.#db)?.settings.houseCredit ?? '' })
    const there = keptNames(this.#db, id)
    for (const [name, key] of there) if (!wanted.some((text) => text.name === name)) removeKept(this.#db, key)
    for (const text of wanted) {
      if (there.has(text.name) || this.#passed.names.has(text.name)) continue
      this.#passed.names.add(text.name)
      const words = text.words((hash) => versionBytesOf(this.#db, hash))
      // What says the same as the text now is found by that.
      if (words !== undefined && words !== textNow(this.#db, id)?.words) addKept(this.#db, id, text.name, text.place.at, words)
      if (performance.now() > until) return false
    }
    this.#passed = { article: '', names: new Set() }
    return true
  }
}
