/** Lists and their counts are answered by an index alone: whoever may see an article, and whether it was only begun, stand in it too. [DU5] */
import type { Migration } from '../../../sqlite/migrate.ts'

export const listed: Migration = {
  name: '0013_listed',
  up(db) {
    // Rows are long. Looking into each of them for one sign took half a second at a hundred thousand articles.
    db.exec(`
      DROP INDEX article_last;
      DROP INDEX article_creator;
      DROP INDEX article_state;
      CREATE INDEX article_last ON article (last_at DESC, key DESC, edition_state, blank, seen_by, created_by);
      CREATE INDEX article_creator ON article (created_by, last_at DESC, key DESC, edition_state, blank, seen_by);
      CREATE INDEX article_state ON article (edition_state, last_at DESC, key DESC, blank, seen_by, created_by);
    `)
  },
}
