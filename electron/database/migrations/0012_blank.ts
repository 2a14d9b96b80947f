/** Articles that were begun and nothing more are told apart, so that lists leave them out. [DK3] */
import type { ArticleState } from '../../../shared/desk/article.ts'
import { isBlank } from '../../../shared/desk/blank.ts'
import type { Migration } from '../../../sqlite/migrate.ts'

export const blank: Migration = {
  name: '0012_blank',
  up(db) {
    db.exec(`ALTER TABLE article ADD COLUMN blank INTEGER NOT NULL DEFAULT 0`)
    const write = db.prepare(
      `UPDATE article SET blank = 1 WHERE key = ? AND NOT EXISTS (SELECT 1 FROM document_update WHERE article = article.id)
         AND NOT EXISTS (SELECT 1 FROM document WHERE article = article.id)`,
    )
    const drafts = db.prepare<[], { key: number; state: string }>(`SELECT key, state FROM article WHERE edition_state = 'draft'`).all()
    for (const { key, state } of drafts) if (isBlank(JSON.parse(state) as ArticleState)) write.run(key)
  },
}
