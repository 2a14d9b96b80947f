/** Who sees each draft: a copy out of its state, made here for the articles that are there already. */
import type { ArticleState } from '../../../shared/desk/article.ts'
import type { Migration } from '../../../sqlite/migrate.ts'
import { seenBy } from '../seen.ts'

export const seen: Migration = {
  name: '0008_seen',
  up(db) {
    db.exec(`
      ALTER TABLE article ADD COLUMN seen_by TEXT NOT NULL DEFAULT '';
      CREATE INDEX article_seen ON article (seen_by);
    `)
    const write = db.prepare('UPDATE article SET seen_by = ? WHERE key = ?')
    for (const { key, state } of db.prepare<[], { key: number; state: string }>('SELECT key, state FROM article').all()) {
      const people = seenBy(JSON.parse(state) as ArticleState)
      if (people !== '') write.run(people, key)
    }
  },
}
