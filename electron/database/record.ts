/** The Record's lists: how much was printed in which year, and every edition after a first one, newest first. */
import type { Envelope } from '../../shared/desk/record.ts'
import type { Readable } from './open.ts'

export interface YearCount {
  readonly year: string
  readonly count: number
}

/** Newest first; an index answers. */
export function yearsOf(db: Readable): readonly YearCount[] {
  return db.prepare<[], YearCount>('SELECT year, count(*) AS count FROM release WHERE edition = 1 GROUP BY year ORDER BY year DESC').all()
}

export interface LaterEdition {
  readonly article: string
  readonly headline: string
  readonly version: string
  readonly envelope: Envelope
  /** What the page after this row begins after. */
  readonly cursor: string
}

/** `cursor`: of the last row before; empty: from the newest. */
export function laterEditions(db: Readable, cursor: string, limit: number): readonly LaterEdition[] {
  // No instant of ours begins with a letter: before the first page everything is.
  const [published = '', article = '', edition = '0'] = (cursor || 'z').split(' ')
  const rows = db
    .prepare<[object], { article: string; headline: string | null; version: string; envelope: string; published: string; edition: number }>(
      `SELECT release.article, text.headline, release.version, release.envelope, release.published, release.edition FROM release
       JOIN article ON article.id = release.article LEFT JOIN article_text AS text ON text.key = article.key
       WHERE release.edition > 1 AND (release.published, release.article, release.edition) < (@published, @article, @edition)
       ORDER BY release.published DESC, release.article DESC, release.edition DESC LIMIT @limit`,
    )
    .all({ published, article, edition: Number(edition), limit })
  return rows.map((row) => ({
    article: row.article,
    headline: row.headline ?? '',
    version: row.version,
    envelope: JSON.parse(row.envelope) as Envelope,
    cursor: `${row.published} ${row.article} ${row.edition}`,
  }))
}
