/** Articles as the reducers made them, listed newest first. */
import { type ArticleState, currentEdition } from '../../shared/desk/article.ts'
import { isBlank } from '../../shared/desk/blank.ts'
import type { EditionState } from '../../shared/desk/edition.ts'
import type { Readable, Writable } from './open.ts'
import { matchOf } from './search.ts'
import { isSeen, owner, seenBy, type Seer } from './seen.ts'
import { type Waiter, waitingKeys, writeWaits } from './waiting.ts'

/** What a list needs of an article, read together. */
export interface ListedArticle {
  readonly key: number
  readonly state: ArticleState
  readonly headline: string
  readonly words: number
}

export function readArticle(db: Readable, id: string): ArticleState | undefined {
  const row = db.prepare<[string], { state: string }>('SELECT state FROM article WHERE id = ?').get(id)
  return row && (JSON.parse(row.state) as ArticleState)
}

/** Inserts or replaces the projection; the key of a new one ascends with its instant of creation. */
export function writeArticle(db: Writable, state: ArticleState): void {
  const columns = {
    id: state.id,
    state: JSON.stringify(state),
    editionState: currentEdition(state).state,
    createdBy: state.createdBy,
    lastAt: state.lastAt,
    slug: state.fields.slug,
    seenBy: seenBy(state),
    blank: isBlank(state) && !hasWords(db, state.id) ? 1 : 0,
    address: state.editions.find(({ publication }) => publication !== undefined)?.publication?.address ?? '',
  }
  const { changes } = db
    .prepare(
      'UPDATE article SET state = @state, edition_state = @editionState, last_at = @lastAt, slug = @slug, address = @address, seen_by = @seenBy, blank = @blank WHERE id = @id',
    )
    .run({
      id: columns.id,
      state: columns.state,
      editionState: columns.editionState,
      lastAt: columns.lastAt,
      slug: columns.slug,
      address: columns.address,
      seenBy: columns.seenBy,
      blank: columns.blank,
    })
  if (changes > 0) return writeWaits(db, keyOf(db, state.id), state)
  db.prepare(
    `INSERT INTO article (key, id, state, edition_state, created_by, last_at, slug, address, seen_by, blank)
     VALUES (max(?, (SELECT coalesce(max(key), 0) + 1 FROM article)), @id, @state, @editionState, @createdBy, @lastAt, @slug, @address, @seenBy, @blank)`,
  ).run(Date.parse(state.createdAt) * 1000, columns)
  writeWaits(db, keyOf(db, state.id), state)
}

/** Words may be stored here before the hub has heard of them. */
function hasWords(db: Readable, id: string): boolean {
  const sql =
    'SELECT EXISTS (SELECT 1 FROM document_update WHERE article = ?) OR EXISTS (SELECT 1 FROM document WHERE article = ?) AS found'
  return db.prepare<[string, string], { found: number }>(sql).get(id, id)?.found === 1
}

function keyOf(db: Readable, id: string): number {
  return db.prepare<[string], { key: number }>('SELECT key FROM article WHERE id = ?').get(id)?.key ?? 0
}

export interface ListQuestion {
  readonly states: readonly EditionState[]
  /** Person id; empty: anybody's. */
  readonly createdBy: string
  readonly notCreatedBy: string
  /** Who looks: drafts of others are left out. [WF12] */
  readonly seer: Seer
  /** Also what was begun and nothing more. [DK3] */
  readonly hasBlank: boolean
  /** Also what was set aside. */
  readonly hasSpiked: boolean
  /** Only what waits for this person; null: whether it waits or not. [WF13] */
  readonly waitsFor: Waiter | null
  /** Only where a change of what readers see is to be decided, or to be confirmed. */
  readonly isStatusOpen: boolean
  /** Only what has an edition in the record, whatever happens with the next one; listed by number then, the highest first. */
  readonly isPublished: boolean
  /** Words of the headline, the last one perhaps unfinished; empty: any. */
  readonly words: string
  /** First printed in this year; empty: in any, or not at all. */
  readonly year: string
  /** `cursorAfter` of the last row of the page before; empty for the first. */
  readonly cursor: string
  readonly limit: number
}

/** The conditions are fixed text; only values come from outside. Each is left out when nothing is asked of it, so that an index answers. */
const clauses = {
  state: 'edition_state = @state',
  states: 'edition_state IN (SELECT value FROM json_each(@states))',
  createdBy: 'created_by = @createdBy',
  // With a sign before it a column is looked at, not looked up: a state is narrower than a person.
  createdByInState: '+created_by = @createdBy',
  notCreatedBy: 'created_by <> @notCreatedBy',
  words: 'key IN (SELECT rowid FROM article_fts WHERE article_fts MATCH @words)',
  waiter: `key IN (${waitingKeys})`,
  isStatusOpen: `(state ->> 'proposal' IS NOT NULL OR state ->> 'unconfirmed' IS NOT NULL)`,
  isPublished: 'number > 0',
  notBlank: 'blank = 0',
  notSpiked: `edition_state <> 'spiked'`,
  year: 'id IN (SELECT article FROM release WHERE edition = 1 AND year = @year)',
  after: '(last_at, key) < (@lastAt, @key)',
  afterNumber: 'number < @number',
} as const

/** What the next page begins after. */
export function cursorAfter({ key, state }: ListedArticle, { isPublished }: Pick<ListQuestion, 'isPublished'>): string {
  return isPublished ? String(state.editions[0]?.publication?.number ?? 0) : `${state.lastAt} ${key}`
}

/** The page's keys come from an index alone; whole rows are read for what is shown, not for what is passed over. */
export function listArticles(db: Readable, question: ListQuestion): readonly ListedArticle[] {
  const { cursor, isPublished } = question
  const [lastAt = '', key = ''] = cursor.split(' ')
  const after = isPublished ? clauses.afterNumber : clauses.after
  const order = isPublished ? 'number DESC' : 'last_at DESC, article.key DESC'
  const where = whereOf([...conditionsOf(question), ...(cursor === '' ? [] : [after])])
  const sql =
    'SELECT article.key, article.state, text.headline, text.words FROM article LEFT JOIN article_text AS text ON text.key = article.key ' +
    `WHERE article.key IN (SELECT key FROM article ${where} ORDER BY ${order} LIMIT @limit) ORDER BY ${order}`
  const rows = db
    .prepare<[object], { key: number; state: string; headline: string | null; words: number | null }>(sql)
    .all({ ...bound(question), lastAt, key: Number(key), number: Number(lastAt), limit: question.limit })
  return rows.map((row) => ({
    key: row.key,
    state: JSON.parse(row.state) as ArticleState,
    headline: row.headline ?? '',
    words: row.words ?? 0,
  }))
}

type CountQuestion = Omit<ListQuestion, 'cursor' | 'limit'>

/** From what is kept of how many there are of each kind, unless it is asked which by something else. */
export function countArticles(db: Readable, question: CountQuestion): number {
  const { waitsFor, isStatusOpen, isPublished, words, year } = question
  const isKept = !waitsFor && !isStatusOpen && !isPublished && words.trim() === '' && year === ''
  const counted = isKept ? 'coalesce(sum(n), 0) AS n FROM article_count' : 'count(*) AS n FROM article'
  const sql = `SELECT ${counted} ${whereOf(conditionsOf(question))}`
  return db.prepare<[object], { n: number }>(sql).get(bound(question))?.n ?? 0
}

function conditionsOf({
  states,
  createdBy,
  notCreatedBy,
  seer,
  hasBlank,
  hasSpiked,
  waitsFor,
  isStatusOpen,
  isPublished,
  words,
  year,
}: CountQuestion): readonly string[] {
  return [
    ...(states.length === 0 ? [] : [states.length === 1 ? clauses.state : clauses.states]),
    ...(createdBy === '' ? [] : [states.length === 0 ? clauses.createdBy : clauses.createdByInState]),
    ...(notCreatedBy === '' ? [] : [clauses.notCreatedBy]),
    // What was published was submitted: everybody sees it.
    ...(seer === owner || isPublished ? [] : [isSeen]),
    ...(hasBlank || isPublished ? [] : [clauses.notBlank]),
    ...(hasSpiked || isPublished || states.length > 0 ? [] : [clauses.notSpiked]),
    ...(waitsFor ? [clauses.waiter] : []),
    ...(isStatusOpen ? [clauses.isStatusOpen] : []),
    ...(isPublished ? [clauses.isPublished] : []),
    ...(year === '' ? [] : [clauses.year]),
    ...(words.trim() === '' ? [] : [clauses.words]),
  ]
}

function whereOf(conditions: readonly string[]): string {
  return conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`
}

function bound({ states, createdBy, notCreatedBy, seer, waitsFor, words, year }: CountQuestion) {
  const match = matchOf(words)
  // Signs alone are in no headline: a word that cannot stand there finds nothing.
  return {
    states: JSON.stringify(states),
    state: states[0] ?? '',
    createdBy,
    notCreatedBy,
    seer,
    waiter: waitsFor?.id ?? '',
    roles: JSON.stringify(waitsFor?.roles ?? []),
    now: waitsFor?.now ?? '',
    year,
    words: `headline : (${match || '""'})`,
  }
}

/** One article as lists show it. */
export function listedArticle(db: Readable, id: string): ListedArticle | undefined {
  const row = db
    .prepare<[string], { key: number; state: string; headline: string | null; words: number | null }>(
      'SELECT article.key, article.state, text.headline, text.words FROM article LEFT JOIN article_text AS text ON text.key = article.key WHERE id = ?',
    )
    .get(id)
  return row && { key: row.key, state: JSON.parse(row.state) as ArticleState, headline: row.headline ?? '', words: row.words ?? 0 }
}

/** True when another article on its way, or published in `month` (`YYYY/MM`), has chosen this slug. */
export function isSlugTaken(db: Readable, slug: string, article: string, month: string): boolean {
  return isSlugOnItsWay(db, slug, article) || isAddressTaken(db, `/${month}/${slug}/`, article)
}

// An index of what is not empty answers only when it is told so: without the last condition every article is read, at each preview.
function isSlugOnItsWay(db: Readable, slug: string, article: string): boolean {
  const sql = `SELECT 1 FROM article WHERE slug = ? AND slug <> '' AND edition_state IN ('in_review', 'approved', 'scheduled') AND id <> ?`
  return db.prepare(sql).get(slug, article) !== undefined
}

export function isAddressTaken(db: Readable, address: string, article: string): boolean {
  return db.prepare(`SELECT 1 FROM article WHERE address = ? AND address <> '' AND id <> ?`).get(address, article) !== undefined
}
