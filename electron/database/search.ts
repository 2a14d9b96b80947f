/** Full-text search over headline, standfirst, body and byline: headline matches first, then newest first. */
import type { Readable, Writable } from './open.ts'
import { seeing, type Seer } from './seen.ts'

export interface ArticleText {
  readonly headline: string
  readonly standfirst: string
  readonly body: string
  readonly byline: string
  readonly words: number
}

/** Signs of a body that are searched: about eighty thousand words. One text of many times that would stop everything else while it is indexed. */
const searchedSigns = 500_000

/** Text as it is indexed, in the caller's transaction; the article is then no longer marked as unindexed. */
export function indexArticle(db: Writable, article: string, text: ArticleText): void {
  const key = db.prepare<[string], { key: number }>('SELECT key FROM article WHERE id = ?').get(article)?.key
  if (key !== undefined) writeText(db, { ...text, key, body: searched(text.body) })
  db.prepare('DELETE FROM unindexed WHERE article = ?').run(article)
}

const indexed = ['headline', 'standfirst', 'body', 'byline'] as const

type StoredText = ArticleText & { readonly key: number }

/**
 * The text and what finds it, one row a statement. A statement that could fail half-way (a trigger, an INSERT of what it selects) sets a
 * mark to go back to, and at each mark FTS5 writes out what it has gathered: every text was then a part of the index by itself, and bringing
 * those together was most of the work of indexing.
 */
function writeText(db: Writable, text: StoredText): void {
  const before = db.prepare<[number], StoredText>('SELECT * FROM article_text WHERE key = ?').get(text.key)
  if (!before) {
    db.prepare(
      'INSERT INTO article_text (key, headline, standfirst, body, byline, words) VALUES (@key, @headline, @standfirst, @body, @byline, @words)',
    ).run(text)
  } else if (indexed.every((part) => before[part] === text[part])) {
    // An act that changed none of its words, or a rebuild that has just gone through them.
    db.prepare('UPDATE article_text SET words = ? WHERE key = ? AND words <> ?').run(text.words, text.key, text.words)
    return
  } else {
    // Its old words can be taken out only while they are known.
    db.prepare(
      `INSERT INTO article_fts (article_fts, rowid, headline, standfirst, body, byline) VALUES ('delete', @key, @headline, @standfirst, @body, @byline)`,
    ).run(before)
    db.prepare(
      'UPDATE article_text SET headline = @headline, standfirst = @standfirst, body = @body, byline = @byline, words = @words WHERE key = @key',
    ).run(text)
  }
  db.prepare(
    'INSERT INTO article_fts (rowid, headline, standfirst, body, byline) VALUES (@key, @headline, @standfirst, @body, @byline)',
  ).run(text)
}

/** As much of a text as is searched. */
export function searched(body: string): string {
  return body.length <= searchedSigns ? body : body.slice(0, body.lastIndexOf(' ', searchedSigns))
}

export function markUnindexed(db: Writable, article: string): void {
  db.prepare('INSERT INTO unindexed (article) VALUES (?) ON CONFLICT DO NOTHING').run(article)
}

export function unindexedArticles(db: Readable, most: number): readonly string[] {
  return db
    .prepare<[number], { article: string }>('SELECT article FROM unindexed LIMIT ?')
    .all(most)
    .map(({ article }) => article)
}

export function markAllUnindexed(db: Writable): void {
  db.prepare('INSERT INTO unindexed (article) SELECT id FROM article WHERE true ON CONFLICT DO NOTHING').run()
}

/** Parts of the index of one size are brought together when there are so many of them. */
export function mergeIndexAfter(db: Writable, parts: number): void {
  db.prepare(`INSERT INTO article_fts (article_fts, rank) VALUES ('automerge', CAST(? AS INTEGER))`).run(parts)
}

/** The index empty, the text it is made from untouched. */
export function emptyIndex(db: Writable): void {
  db.prepare(`INSERT INTO article_fts (article_fts) VALUES ('delete-all')`).run()
}

/** Indexes the next `most` texts after `key` again; answers the last key, or undefined when none was left. */
export function indexAgain(db: Writable, key: number, most: number): number | undefined {
  const last = db
    .prepare<[number, number], { key: number | null }>(
      'SELECT max(key) AS key FROM (SELECT key FROM article_text WHERE key > ? ORDER BY key LIMIT ?)',
    )
    .get(key, most)?.key
  if (last === null || last === undefined) return undefined
  db.prepare(
    'INSERT INTO article_fts (rowid, headline, standfirst, body, byline) SELECT key, headline, standfirst, body, byline FROM article_text WHERE key > ? AND key <= ?',
  ).run(key, last)
  return last
}

export interface Found {
  readonly article: string
  readonly headline: string
  readonly body: string
  readonly editionState: string
}

/** At most `most` articles that hold every word of `words`; the last word may be unfinished. */
export function searchArticles(db: Readable, words: string, most: number, seer: Seer): readonly Found[] {
  const query = matchOf(words)
  if (query === '') return []
  const sees = seeing(db, seer)
  const inHeadline = matches(db, `headline : (${query})`, most, sees)
  const anywhere = inHeadline.length < most ? matches(db, query, most, sees) : []
  const keys = [...new Set([...inHeadline, ...anywhere])].slice(0, most)
  const read = db.prepare<[number], Found>(
    'SELECT article.id AS article, text.headline, text.body, article.edition_state AS editionState FROM article JOIN article_text AS text ON text.key = article.key WHERE article.key = ?',
  )
  return keys.flatMap((key) => read.get(key) ?? [])
}

/** Newest first costs half a millisecond where ranking by relevance costs a hundred: rowid order is date order. */
function matches(db: Readable, query: string, most: number, sees: (key: number) => boolean): readonly number[] {
  const keys: number[] = []
  const rows = db
    .prepare<[string], { rowid: number }>('SELECT rowid FROM article_fts WHERE article_fts MATCH ? ORDER BY rowid DESC')
    .iterate(query)
  for (const { rowid } of rows) {
    if (sees(rowid)) keys.push(rowid)
    if (keys.length === most) break
  }
  return keys
}

/** Every word in quotation marks: nothing a person types is FTS5 syntax. */
export function matchOf(words: string): string {
  const tokens = wordsOf(words)
  return tokens.map((token, index) => (index === tokens.length - 1 && token.length > 1 ? `"${token}"*` : `"${token}"`)).join(' ')
}

/** Letters and digits of any script, as the index splits them. */
export function wordsOf(text: string): readonly string[] {
  return (
    text
      .normalize('NFC')
      .match(/[\p{L}\p{N}\p{M}]+/gu)
      ?.slice(0, 32) ?? []
  )
}
