/** A notice that was undone takes no work: articles that have one are made again from the log, in which the piece is where it was before. */
import { type ArticleState, currentEdition } from '../../../shared/desk/article.ts'
import { hasUndoneNotice, type Logged, replayArticles } from '../../../shared/sync/replay.ts'
import type { Migration } from '../../../sqlite/migrate.ts'
import { writeWaits } from '../waiting.ts'

export const undoneNotices: Migration = {
  name: '0015_undone_notices',
  up(db) {
    const spiked = db.prepare<[], { id: string; key: number; state: string }>(
      `SELECT id, key, state FROM article WHERE state LIKE '%"spiked"%'`,
    )
    const keys = new Map(
      spiked.all().flatMap(({ id, key, state }) => (hasUndoneNotice(JSON.parse(state) as ArticleState) ? [[id, key]] : [])),
    )
    if (keys.size === 0) return
    const log = db.prepare<[string], Logged>(`
      SELECT seq, kind, subject, actor, stream, at, CASE kind WHEN 'body' THEN NULL ELSE coalesce(op.body, blob.bytes) END AS content
        FROM op LEFT JOIN blob ON blob.name = op.blob
        WHERE outcome = 'accepted' AND (subject = '' OR subject IN (SELECT value FROM json_each(?))) ORDER BY seq
    `)
    const write = db.prepare('UPDATE article SET state = ?, edition_state = ? WHERE key = ?')
    for (const [id, state] of replayArticles(log.iterate(JSON.stringify([...keys.keys()])))) {
      const key = keys.get(id) ?? 0
      write.run(JSON.stringify(state), currentEdition(state).state, key)
      writeWaits(db, key, state)
    }
  },
}
