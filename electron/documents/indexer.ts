/** Keeps the text that is searched and listed behind what was saved: soon after, a little at a time, never on the way of a keystroke. */
import { creditText } from '../../shared/desk/byline.ts'
import { type PlainText, plainText } from '../../shared/document/text.ts'
import { diskTrouble } from '../../sqlite/trouble.ts'
import { readArticle } from '../database/articles.ts'
import { withoutWaiting } from '../../sqlite/withoutWaiting.ts'
import { isDamage } from '../../sqlite/damage.ts'
import { lastCursor, storedBytes } from '../database/documents.ts'
import { readDeskState, readMeta, writeMeta } from '../database/meta.ts'
import type { Database } from '../database/open.ts'
import { emptyIndex, indexAgain, indexArticle, markAllUnindexed, unindexedArticles } from '../database/search.ts'
import { markUnkept } from '../database/kept.ts'
import { KeptIndexer } from './keptIndexer.ts'
import { hasKept } from './keptTexts.ts'
import type { OpenDocuments } from './openDocuments.ts'
import { ownTurn } from './ownTurn.ts'

const idle = 300
/** Milliseconds of one turn of the loop that indexing may take, and articles looked at for it. */
const turn = 8
const someArticles = 40
/** Texts at hand that are indexed in one turn, and the milliseconds after which the rest waits for the next: each turn makes one more part of the index. */
const taken = 32
const turnOfTaken = 24
/** So many while somebody writes: each of their saves waits for the turn that is under way. For so long after a save somebody writes. */
const takenBesideWriting = 8
const writing = 2000
/** Bytes of a document that is read in a worker: on the loop it would be a stop that people feel. */
const large = 1_000_000
/** Texts indexed again between two turns of the loop. */
const stepOfRebuild = 5
/** Until a full or failing disk is tried again: articles stay marked until then, and are found by the text they had. */
const afterTrouble = 10_000

/** The text of an article as it stood at `cursor`. */
export interface TakenText {
  readonly id: string
  readonly cursor: number
  readonly text: PlainText
}

export class Indexer {
  readonly #db: Database
  readonly #documents: OpenDocuments
  readonly #onIndexed: (articles: readonly string[]) => void
  readonly #readBeside: (article: string) => Promise<TakenText>
  readonly #kept: KeptIndexer
  #isReadingBeside = false
  /** Their texts are on the way to `take`: nobody need read them from their documents. */
  readonly #expected = new Set<string>()
  #timer: NodeJS.Timeout | undefined
  #savedAt = -Infinity
  #closed = false
  #isClosing = false

  /** `readBeside` reads one article's text in a worker. */
  constructor(
    db: Database,
    documents: OpenDocuments,
    onIndexed: (articles: readonly string[]) => void,
    readBeside: (article: string) => Promise<TakenText>,
  ) {
    this.#db = db
    this.#documents = documents
    this.#onIndexed = onIndexed
    this.#readBeside = readBeside
    this.#kept = new KeptIndexer(db)
  }

  /** Somebody's words were saved. */
  saved(): void {
    this.#savedAt = performance.now()
    this.soon()
  }

  /** Something is to be indexed, when writing pauses. */
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
    while (!this.#closed && this.#again()) {
      await ownTurn()
    }
    this.#kept.again()
    await this.catchUpKept(Infinity)
    this.soon()
  }

  /** Takes the next step of a rebuild; true while one is under way. Until it ends no text is changed: its old words could not be taken out. */
  #again(): boolean {
    const from = readMeta(this.#db, 'reindex')
    if (from === '') return false
    withoutWaiting(this.#db, () => {
      const last = indexAgain(this.#db, Number(from), stepOfRebuild)
      writeMeta(this.#db, 'reindex', last === undefined ? '' : String(last))
    })
    return true
  }

  /** Indexes what is waiting, at most `most` articles, a little at a time: a list that is read afterwards shows what was saved before. */
  async catchUp(most: number): Promise<void> {
    for (let done = 0; done < most && !this.#closed; ) {
      const step = this.#step(most - done)
      if (step === 0) return
      done += step
      await ownTurn()
    }
  }

  /** Looks through what was kept, at most so many turns of the loop: earlier versions, notes and reasons are found afterwards. */
  async catchUpKept(turns: number): Promise<void> {
    for (let done = 0; done < turns && !this.#closed && this.#keptStep(); done += 1) await ownTurn()
  }

  /** These articles are left alone until `take` or `forgo` is called for them. */
  expect(articles: readonly string[]): void {
    for (const id of articles) this.#expected.add(id)
  }

  /** They are read from their documents after all. */
  forgo(articles: readonly string[]): void {
    for (const id of articles) this.#expected.delete(id)
  }

  /**
   * Indexes articles whose text the caller has at hand, some in each turn of the loop. One that was written on since is left to be read
   * from its document, and so are all of them when the disk does not take it.
   */
  async take(texts: readonly TakenText[]): Promise<void> {
    for (let from = 0; from < texts.length && !this.#closed; ) {
      // Whoever hands texts over has just written something else: what people ask for comes between.
      await ownTurn()
      if (this.#closed) return
      const most = performance.now() - this.#savedAt < writing ? takenBesideWriting : taken
      const done = this.#take(texts.slice(from, from + most))
      this.forgo(texts.slice(from, from + done).map(({ id }) => id))
      from += done
    }
    this.forgo(texts.map(({ id }) => id))
  }

  /** Answers how many of `texts` need no further turn. */
  #take(texts: readonly TakenText[]): number {
    // A rebuild has its own order.
    if (readMeta(this.#db, 'reindex') !== '') return texts.length
    const until = performance.now() + turnOfTaken
    let done = 0
    const houseCredit = readDeskState(this.#db)?.settings.houseCredit ?? ''
    const indexed: string[] = []
    try {
      withoutWaiting(this.#db, () => {
        for (const { id, cursor, text } of texts) {
          if (done > 0 && performance.now() > until) return
          done += 1
          if (lastCursor(this.#db, id) !== cursor) continue
          this.#index(id, text, houseCredit)
          indexed.push(id)
        }
      })
    } catch (error) {
      if (!diskTrouble(error) && !isDamage(error)) throw error
      return texts.length
    }
    this.#onIndexed(indexed)
    return done
  }

  /** Leaves nothing unindexed that there is time for; what is left keeps its mark and is done at the next start. */
  async close(): Promise<void> {
    this.#isClosing = true
    await this.catchUp(1000)
    this.#closed = true
    clearTimeout(this.#timer)
  }

  #some(): void {
    if (this.#closed) return
    const isDone = this.#step(someArticles) > 0 || this.#keptStep()
    clearTimeout(this.#timer)
    if (isDone) this.#timer = setTimeout(() => this.#some(), 5)
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

  /** One turn’s worth of what was kept; false when none waits or the disk did not take it. */
  #keptStep(): boolean {
    try {
      return this.#kept.step()
    } catch (error) {
      if (diskTrouble(error) || isDamage(error)) return false
      throw error
    }
  }

  /** Of a damaged file nothing is indexed; who asks for its articles hears of the damage. */
  #waiting(most: number): readonly string[] {
    try {
      const marked = unindexedArticles(this.#db, most + this.#expected.size)
      return marked.filter((id) => !this.#expected.has(id) && !this.#isLeftToWorker(id)).slice(0, most)
    } catch (error) {
      if (isDamage(error)) return []
      throw error
    }
  }

  /** True for a very long article: it is read beside the loop, one at a time, and indexed when its text is there. */
  #isLeftToWorker(id: string): boolean {
    if (storedBytes(this.#db, id) <= large) return false
    if (this.#isReadingBeside || this.#isClosing) return true
    this.#isReadingBeside = true
    this.expect([id])
    void this.#readBeside(id)
      .then((text) => this.take([text]))
      .then(
        () => this.#nextBeside(idle),
        // The mark stays; whatever was in the way is told by whoever meets it next.
        () => this.#nextBeside(afterTrouble),
      )
      .finally(() => this.forgo([id]))
    return true
  }

  #nextBeside(pause: number): void {
    this.#isReadingBeside = false
    if (this.#closed) return
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.#some(), pause).unref()
  }

  /** As many as fit into one turn of the loop, at least one; answers how many. */
  #write(articles: readonly string[]): number {
    const until = performance.now() + turn
    let written = 0
    const houseCredit = readDeskState(this.#db)?.settings.houseCredit ?? ''
    withoutWaiting(this.#db, () => {
      for (const id of articles) {
        if (written > 0 && performance.now() > until) return
        written += 1
        this.#index(id, plainText(this.#documents.glance(id).document), houseCredit)
      }
    })
    return written
  }

  #index(id: string, text: PlainText, houseCredit: string): void {
    const article = readArticle(this.#db, id)
    indexArticle(this.#db, id, { ...text, byline: article ? creditText(article.fields.byline, houseCredit) : '' })
    // What was kept of it and said the same may say something else now.
    if (!article || !hasKept(article)) return
    markUnkept(this.#db, id)
    this.#kept.changed(id)
  }
}
