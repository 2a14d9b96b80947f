/** Index of what was kept beside the text as it stands: it holds which words stand where, and none of the texts. */
import type { Readable, Writable } from './open.ts'
import { seeing, type Seer } from './seen.ts'
import { searched } from './search.ts'

/** Kept texts of this article are looked through again soon. */
export function markUnkept(db: Writable, article: string): void {
  db.prepare('INSERT INTO unkept (article) VALUES (?) ON CONFLICT DO NOTHING').run(article)
}

export function markAllUnkept(db: Writable): void {
  db.prepare('INSERT INTO unkept (article) SELECT id FROM article WHERE true ON CONFLICT DO NOTHING').run()
}

export function unmarkUnkept(db: Writable, article: string): void {
  db.prepare('DELETE FROM unkept WHERE article = ?').run(article)
}

export function nextUnkept(db: Readable): string | undefined {
  return db.prepare<[], { article: string }>('SELECT article FROM unkept LIMIT 1').get()?.article
}

/** Names of an article's texts in the index, with their keys there. */
export function keptNames(db: Readable, article: string): ReadonlyMap<string, number> {
  const rows = db
    .prepare<[string], { name: string; key: number }>(
      'SELECT kept.name, kept.key FROM article JOIN kept ON kept.article = article.key WHERE article.id = ?',
    )
    .all(article)
  return new Map(rows.map(({ name, key }) => [name, key]))
}

/** Newer texts get higher keys, so that the newest are found first: `at` is an instant. */
export function addKept(db: Writable, article: string, name: string, at: string, words: string): void {
  const wanted = (Date.parse(at) || 0) * 1000
  // Of texts of one instant each takes the next free place after those of the same millisecond.
  const taken = db.prepare<[number, number], { key: number | null }>('SELECT max(key) AS key FROM kept WHERE key BETWEEN ? AND ?')
  const key = Math.max(wanted, (taken.get(wanted, wanted + 999)?.key ?? wanted - 1) + 1)
  // One row by its values: an INSERT of what it selects would have FTS5 write out what it has gathered of the texts before.
  db.prepare('INSERT INTO kept (key, article, name) VALUES (?, (SELECT key FROM article WHERE id = ?), ?)').run(key, article, name)
  db.prepare('INSERT INTO kept_fts (rowid, words) VALUES (?, ?)').run(key, searched(words))
}

export function removeKept(db: Writable, key: number): void {
  db.prepare('DELETE FROM kept WHERE key = ?').run(key)
  db.prepare('DELETE FROM kept_fts WHERE rowid = ?').run(key)
}

export function emptyKept(db: Writable): void {
  db.prepare('DELETE FROM kept').run()
  db.prepare(`INSERT INTO kept_fts (kept_fts) VALUES ('delete-all')`).run()
}

export interface KeptRow {
  readonly article: string
  readonly name: string
}

/** Kept texts that hold every word, newest first, of articles that this person sees; read on only as far as they are taken. */
export function* searchKept(db: Readable, words: string, seer: Seer): Generator<KeptRow> {
  const query = keptMatchOf(words)
  if (query === '') return
  const sees = seeing(db, seer)
  const rows = db
    .prepare<[string], { article: number; id: string; name: string }>(
      `SELECT kept.article, article.id, kept.name FROM kept_fts JOIN kept ON kept.key = kept_fts.rowid JOIN article ON article.key = kept.article
       WHERE kept_fts MATCH ? ORDER BY kept_fts.rowid DESC`,
    )
    .iterate(query)
  for (const { article, id, name } of rows) if (sees(article)) yield { article: id, name }
}

/** The text of an article as lists and the search have it now. */
export function textNow(db: Readable, article: string): { readonly headline: string; readonly words: string } | undefined {
  const row = db
    .prepare<[string], { headline: string; standfirst: string; body: string; byline: string }>(
      'SELECT headline, standfirst, body, byline FROM article JOIN article_text AS text ON text.key = article.key WHERE id = ?',
    )
    .get(article)
  return row && { headline: row.headline, words: joinedText(row) }
}

/** The parts of a text that are searched, as one. */
export function joinedText(text: {
  readonly headline: string
  readonly standfirst: string
  readonly body: string
  readonly byline: string
}): string {
  return [text.headline, text.standfirst, searched(text.body), text.byline].join('\n\n')
}

/** Small letters without accents, as this index has them. */
export function folded(text: string): string {
  // Most texts have no accents, and taking those apart is what takes time.
  if (!beyondAscii.test(text)) return text.toLowerCase()
  const plain = text.normalize('NFD').replaceAll(/[\u0300-\u036f]/g, '')
  return plain.normalize('NFC').toLowerCase()
}

/** Letters that may carry an accent; quotation marks and dashes are none. */
const beyondAscii = /[\u00aa-\u1fff\u2c00-\uffff]/

/** Words as this index splits them: it keeps no places, so each has to be one token. */
export function keptWords(text: string): readonly string[] {
  return folded(text).match(/[\p{L}\p{N}\p{Co}]+/gu) ?? []
}

function keptMatchOf(words: string): string {
  const tokens = keptWords(words).slice(0, 32)
  return tokens.map((token, index) => (index === tokens.length - 1 && token.length > 1 ? `"${token}"*` : `"${token}"`)).join(' ')
}
