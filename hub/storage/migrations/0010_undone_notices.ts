/** A notice that was undone takes no work: articles that have one are made again from the log, in which the piece is where it was before. */
import { type ArticleState, currentEdition } from '../../../shared/desk/article.ts'
import { hasUndoneNotice, type Logged, replayArticles } from '../../../shared/sync/replay.ts'
import type { Migration } from '../../../sqlite/migrate.ts'

export const undoneNotices: Migration = {
  name: '0010_undone_notices',
  up(db) {
    const spiked = db.prepare<[], { id: string; state: string }>(`SELECT id, state FROM article WHERE state LIKE '%"spiked"%'`).all()
    const ids = spiked.flatMap(({ id, state }) => (hasUndoneNotice(JSON.parse(state) as ArticleState) ? [id] : []))
    if (ids.length === 0) return
    const log = db.prepare<[string], Logged>(`
      SELECT seq, kind, subject, actor, stream, at, CASE kind WHEN 'body' THEN NULL ELSE coalesce(op.body, blob.bytes) END AS content
        FROM op LEFT JOIN blob ON blob.name = op.blob
        WHERE outcome = 'accepted' AND (subject = '' OR subject IN (SELECT value FROM json_each(?))) ORDER BY seq
    `)
    const write = db.prepare('UPDATE article SET state = ?, edition_state = ?, due_at = ? WHERE id = ?')
    for (const [id, state] of replayArticles(log.iterate(JSON.stringify(ids)))) {
      const edition = currentEdition(state)
      const dueAt = edition.state === 'scheduled' ? (edition.schedule?.at ?? '') : ''
      write.run(JSON.stringify(state), edition.state, dueAt, id)
    }
  },
}
