/** Two leaves of the index stand on one encrypted page: one of FTS5's own size is a little longer than a page and takes two. */
import type { Migration } from '../../../sqlite/migrate.ts'

export const leaves: Migration = {
  name: '0014_leaves',
  up(db) {
    // Half of the 4096 bytes of a page, without its authentication code, its own head and those of the two rows.
    // Leaves that are there already stay as they are until they are brought together with others.
    db.exec(`
      INSERT INTO article_fts (article_fts, rank) VALUES ('pgsz', 1960);
      INSERT INTO kept_fts (kept_fts, rank) VALUES ('pgsz', 1960);
    `)
  },
}
