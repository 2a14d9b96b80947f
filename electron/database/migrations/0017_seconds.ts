/** A proposal that needs a second person waits for whoever may be that one, and no longer for whoever made it. */
import type { ArticleState } from '../../../shared/desk/article.ts'
import type { Migration } from '../../../sqlite/migrate.ts'
import { writeWaits } from '../waiting.ts'

export const seconds: Migration = {
  name: '0017_seconds',
  up(db) {
    const proposed = db.prepare<[], { key: number; state: string }>(`SELECT key, state FROM article WHERE state LIKE '%"proposal"%'`)
    for (const { key, state } of proposed.all()) writeWaits(db, key, JSON.parse(state) as ArticleState)
  },
}
