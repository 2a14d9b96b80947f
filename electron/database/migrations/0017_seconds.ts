/**
 * A proposal that needs a second person waits for whoever may be that one, and no longer for whoever made it; a piece that goes out
 * as approved while it is written on waits for no writer.
 */
import type { ArticleState } from '../../../shared/desk/article.ts'
import type { Migration } from '../../../sqlite/migrate.ts'
import { writeWaits } from '../waiting.ts'

export const seconds: Migration = {
  name: '0017_seconds',
  up(db) {
    const concerned = db.prepare<[], { key: number; state: string }>(
      `SELECT key, state FROM article WHERE state LIKE '%"proposal"%' OR state LIKE '%"edit_again"%'`,
    )
    for (const { key, state } of concerned.all()) writeWaits(db, key, JSON.parse(state) as ArticleState)
  },
}
