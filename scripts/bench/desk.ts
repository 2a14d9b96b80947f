/** A begun desk for a benchmark: a real workstation over a folder of its own, with one person who has every role. */
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import * as Y from 'yjs'
import { writeArticle } from '../../electron/database/articles.ts'
import { fileKeyStore } from '../../electron/database/keyStore.ts'
import { type Database, openDatabase } from '../../electron/database/open.ts'
import { indexArticle } from '../../electron/database/search.ts'
import type { Session, Workstation } from '../../electron/session.ts'
import { openWorkstation } from '../../electron/workstation.ts'
import type { CallName, Input, Output } from '../../shared/contract/contract.ts'
import type { ArticleState } from '../../shared/desk/article.ts'
import { lordsPress } from '../../shared/desk/lordsPress.ts'
import { versionBytes, versionHash, versionOf } from '../../shared/desk/version.ts'
import { addKept, joinedText, unmarkUnkept } from '../../electron/database/kept.ts'
import { keepVersion } from '../../electron/database/versions.ts'
import { noFields } from '../../shared/desk/fields.ts'
import { seedDocument } from '../../shared/document/write.ts'
import type { DocumentJson } from '../../shared/document/json.ts'
import type { Result } from '../../shared/result.ts'
import { bodyTextOf, type Corpus, type CorpusArticle, documentOf, withTenthReplaced } from './corpus.ts'

export interface BenchDesk {
  readonly workstation: Workstation
  readonly session: Session
  readonly person: string
  /** Throws when the answer is a refusal: a benchmark measures what succeeds. */
  ask<N extends CallName>(name: N, input: Input<N>): Promise<Output<N>>
  /** Milliseconds since the workstation told of anything. */
  still(): number
  close(): Promise<void>
}

/** Opens the desk in `folder`, beginning it when there is none. */
export async function openDesk(folder: string): Promise<BenchDesk> {
  mkdirSync(folder, { recursive: true })
  const workstation = must(await openWorkstation({ dataFolder: folder, app: 'bench', automatic: false }))
  let heardAt = performance.now()
  const session = workstation.connect(() => {
    heardAt = performance.now()
  })
  const ask = async <N extends CallName>(name: N, input: Input<N>): Promise<Output<N>> =>
    must((await session.call(name, input)) as Result<Output<N>>)
  let status = await ask('desk.status', {})
  if (status.phase === 'none') status = await ask('desk.begin', { publication: 'The Bench Record', name: 'Ada Quill', shape: 'justMe' })
  const still = () => performance.now() - heardAt
  return { workstation, session, person: status.person?.id ?? '', ask, still, close: () => workstation.close() }
}

/** An article of these words, made as writing makes it. Answers its id. */
export async function writeInto(desk: BenchDesk, document: DocumentJson): Promise<string> {
  const { row } = await desk.ask('articles.create', {})
  await desk.ask('articles.save', { id: row.id, update: updateOf(document) })
  return row.id
}

/** A document's first words as one update. */
export function updateOf(document: DocumentJson): Uint8Array {
  const doc = new Y.Doc()
  seedDocument(doc, document)
  const update = Y.encodeStateAsUpdate(doc)
  doc.destroy()
  return update
}

/** Longer than the hub joins its hints, and than a page of the order takes to be fetched and applied. */
const stillness = 60

/**
 * Everything that was saved is at the desk and has come back in its order: nothing of it runs into the next measurement. That it was
 * acknowledged is not enough: its page is fetched and applied after that, and the hub’s hint begins one more round.
 */
export async function settled(desk: BenchDesk): Promise<void> {
  while ((await desk.ask('desk.status', {})).unsent > 0 || desk.still() < stillness) await new Promise((resolve) => setTimeout(resolve, 5))
}

/** The workstation's file of a closed desk, opened by the benchmark itself. */
export function openFile(folder: string): Database {
  return openDatabase({ file: path.join(folder, 'workstation.db'), key: keyOf(folder) }).db
}

export function keyOf(folder: string): Uint8Array {
  const key = fileKeyStore(folder).read()
  if (!key) throw new Error(`${folder} holds no desk`)
  return key
}

/** Lists and indexes many articles in a closed desk's file, as a pull would after years of work; their operations are not made. */
export function fillDesk(folder: string, person: string, corpus: Corpus, { articles, words }: { articles: number; words: number }): void {
  const db = openFile(folder)
  const begun = Date.parse('2016-01-04T08:00:00Z')
  // Nobody's work is in it yet: nothing need outlast a crash.
  db.pragma('synchronous = OFF')
  db.pragma('cache_size = -200000')
  const batch = 5000
  for (let from = 0; from < articles; from += batch) {
    db.transaction(() => {
      for (let place = from; place < Math.min(from + batch, articles); place += 1) {
        const at = new Date(begun + place * 3_000_000).toISOString()
        const id = idOf(place)
        const article = corpus.article(place, words)
        if (place % 10 === 0) writeWithEarlier(db, draft(id, person, at), withTenthReplaced(article, corpus, place))
        else writeArticle(db, draft(id, person, at))
        indexArticle(db, id, {
          headline: article.headline,
          standfirst: article.standfirst,
          body: bodyTextOf(article),
          byline: 'Staff',
          words,
        })
      }
    }).immediate()
  }
  db.close()
}

/** One of ten has an earlier version with other words in it, indexed. */
function writeWithEarlier(db: Database, article: ArticleState, earlier: CorpusArticle): void {
  const [edition] = article.editions
  if (!edition) return
  const bytes = versionBytes(versionOf(article, edition, documentOf(earlier), lordsPress, earlier.headline))
  const hash = versionHash(bytes)
  const { id, createdAt: at, createdBy: by } = article
  writeArticle(db, { ...article, versions: [{ n: 1, hash, edition: 1, by, at, label: '', seq: 0 }] })
  keepVersion(db, hash, id, bytes)
  addKept(db, id, hash, at, joinedText({ ...earlier, body: bodyTextOf(earlier), byline: 'Staff' }))
  unmarkUnkept(db, id)
}

export function idOf(place: number): string {
  return `00000000-0000-4000-8000-${String(place).padStart(12, '0')}`
}

function draft(id: string, createdBy: string, at: string): ArticleState {
  return {
    id,
    createdBy,
    createdAt: at,
    fields: noFields,
    editions: [{ n: 1, kind: 'original', state: 'draft', gates: {}, notReviewed: false }],
    versions: [],
    publicStatus: 'unpublished',
    contributors: {},
    // One that never had words is on no list.
    wordsSeq: 1,
    lastSeq: 0,
    lastAt: at,
    restoredSeq: 0,
    editsSinceVersion: 0,
    history: [],
  }
}

export function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`)
  return result.value
}
