/** How the index lies on the pages of the file: each page is encrypted, authenticated and brought over by itself. */
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { migrations } from '../../electron/database/migrations/index.ts'
import { addKept } from '../../electron/database/kept.ts'
import { indexArticle } from '../../electron/database/search.ts'
import { migrate } from '../../sqlite/migrate.ts'
import { type Database, openEncrypted } from '../../sqlite/open.ts'
import { bodyTextOf, corpusOf } from '../../scripts/bench/corpus.ts'
import { temporaryFolder } from '../harness/folder.ts'

const corpus = corpusOf(5)

function opened(steps: number): Database {
  const db = openEncrypted({ file: join(temporaryFolder(), 'workstation.db'), key: new Uint8Array(32).fill(7) })
  onTestFinished(() => void db.close())
  migrate(db, migrations.slice(0, steps), () => {})
  return db
}

/** Texts of 300 words, sixteen in each transaction. */
function write(db: Database, from: number, to: number): void {
  const article = db.prepare(
    `INSERT INTO article (key, id, state, edition_state, created_by, last_at, slug, address) VALUES (?, ?, '{}', 'draft', '', '', '', '')`,
  )
  const isOfOldProgram = db.prepare(`SELECT 1 FROM sqlite_master WHERE name = 'article_text_added'`).get() !== undefined
  // As an older program wrote it: its table's triggers wrote the index.
  const text = db.prepare('INSERT INTO article_text (key, headline, standfirst, body, byline, words) VALUES (?, ?, ?, ?, ?, ?)')
  const kept = db.prepare('INSERT INTO kept_fts (rowid, words) VALUES (?, ?)')
  for (let place = from; place < to; place += 1) article.run(place + 1, `piece-${place}`)
  for (let first = from; first < to; first += 16) {
    db.transaction(() => {
      for (let place = first; place < Math.min(first + 16, to); place += 1) {
        const piece = corpus.article(place, 300)
        const { headline, standfirst } = piece
        if (isOfOldProgram) text.run(place + 1, headline, standfirst, bodyTextOf(piece), 'Staff', 300)
        else indexArticle(db, `piece-${place}`, { headline, standfirst, body: bodyTextOf(piece), byline: 'Staff', words: 300 })
        kept.run(place + 1, bodyTextOf(piece))
      }
    }).immediate()
  }
}

/** Pages that hold what had no room on the page before. */
function overflowing(db: Database): number {
  const sql = `SELECT count(*) AS n FROM dbstat WHERE name IN ('article_fts_data', 'kept_fts_data') AND pagetype = 'overflow'`
  return db.prepare<[], { n: number }>(sql).get()?.n ?? 0
}

test('[DU6] no leaf of the index needs a second page of the file', () => {
  const db = opened(migrations.length)
  write(db, 0, 320)
  expect(overflowing(db)).toBe(0)
})

test('[DU5] texts that are indexed together are one part of the index', () => {
  const db = opened(migrations.length)
  const parts = () => db.prepare<[], { n: number }>('SELECT count(DISTINCT segid) AS n FROM article_fts_idx').get()?.n
  write(db, 0, 16)
  expect(parts()).toBe(1)
  write(db, 16, 48)
  expect(parts()).toBe(3)
})

test('[DU5] kept texts that are indexed together are one part of their index', () => {
  const db = opened(migrations.length)
  write(db, 0, 16)
  const parts = () => db.prepare<[], { n: number }>('SELECT count(DISTINCT segid) AS n FROM kept_fts_idx').get()?.n ?? 0
  const before = parts()
  db.transaction(() => {
    for (let n = 0; n < 8; n += 1) addKept(db, `piece-${n}`, 'a note', `2026-03-0${n + 1}T08:00:00Z`, bodyTextOf(corpus.article(n, 300)))
  }).immediate()
  expect(parts()).toBe(before + 1)
})

test('[DU5] a text whose words are the same is not written into the index again', () => {
  const db = opened(migrations.length)
  const text = { headline: 'Lamplighters', standfirst: '', body: 'Ferrymen.', byline: 'Staff', words: 2 }
  write(db, 0, 1)
  indexArticle(db, 'piece-0', text)
  const leaves = () => db.prepare('SELECT id, block FROM article_fts_data').all()
  const before = leaves()
  indexArticle(db, 'piece-0', { ...text, words: 3 })
  expect(leaves()).toEqual(before)
  expect(db.prepare('SELECT words FROM article_text').pluck().all()).toEqual([3])
  indexArticle(db, 'piece-0', { ...text, byline: 'A. B.' })
  expect(leaves()).not.toEqual(before)
})

test('[DU6] a text that is indexed again is found by its new words and not by its old ones', () => {
  const db = opened(migrations.length)
  write(db, 0, 3)
  const again = (headline: string) =>
    indexArticle(db, 'piece-1', { headline, standfirst: '', body: 'Ferrymen.', byline: 'Staff', words: 2 })
  const found = (word: string) => db.prepare('SELECT rowid FROM article_fts WHERE article_fts MATCH ?').pluck().all(word)
  again('Lamplighters')
  expect([found('lamplighters'), found('ferrymen')]).toEqual([[2], [2]])
  again('Candles')
  expect([found('lamplighters'), found('candles'), found('ferrymen')]).toEqual([[], [2], [2]])
  db.exec(`INSERT INTO article_fts (article_fts, rank) VALUES ('integrity-check', 1)`)
})

test('[DU6] an index of an older program is found in as before, and its leaves get their size as they are brought together', () => {
  const db = opened(13)
  write(db, 0, 160)
  expect(overflowing(db)).toBeGreaterThan(50)
  migrate(db, migrations, () => {})
  write(db, 160, 320)
  const keys = db.prepare<[string], { rowid: number }>('SELECT rowid FROM article_fts WHERE article_fts MATCH ? ORDER BY rowid')
  const word = corpus.word(40)
  const held = Array.from({ length: 320 }, (_, place) => place).filter((place) => {
    const { headline, standfirst, blocks } = corpus.article(place, 300)
    return [headline, standfirst, ...blocks.map(({ text }) => text)]
      .join(' ')
      .toLowerCase()
      .split(/[^a-z]+/)
      .includes(word)
  })
  expect(held.length).toBeGreaterThan(5)
  expect(keys.all(word).map(({ rowid }) => rowid - 1)).toEqual(held)
  db.exec(`INSERT INTO article_fts (article_fts) VALUES ('optimize')`)
  db.exec(`INSERT INTO kept_fts (kept_fts) VALUES ('optimize')`)
  expect(overflowing(db)).toBe(0)
  expect(keys.all(word).map(({ rowid }) => rowid - 1)).toEqual(held)
  db.exec(`INSERT INTO article_fts (article_fts, rank) VALUES ('integrity-check', 1)`)
})
