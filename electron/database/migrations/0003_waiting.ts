/** Whom each article waits for: a copy out of its state, made here for the articles that are there already. */
import type { ArticleState } from '../../../shared/desk/article.ts'
import type { Migration } from '../../../sqlite/migrate.ts'
import { writeWaits } from '../waiting.ts'

export const waiting: Migration = {
  name: '0003_waiting',
  up(db) {
    db.exec(`
      CREATE TABLE article_wait (
        article INTEGER NOT NULL, who TEXT NOT NULL, besides TEXT NOT NULL, after TEXT NOT NULL, screen TEXT NOT NULL,
        PRIMARY KEY (article, who, besides, after, screen)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX article_wait_who ON article_wait (who, article);
    `)
    for (const { key, state } of db.prepare<[], { key: number; state: string }>('SELECT key, state FROM article').all())
      writeWaits(db, key, JSON.parse(state) as ArticleState)
  },
}
