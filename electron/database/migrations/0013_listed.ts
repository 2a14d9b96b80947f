/** Lists are answered by an index alone, and how long they are by a count that is kept: rows are long, and there may be very many. [DU5] */
import type { Migration } from '../../../sqlite/migrate.ts'

export const listed: Migration = {
  name: '0013_listed',
  up(db) {
    // Looking into each row for one sign took half a second at a hundred thousand articles.
    db.exec(`
      DROP INDEX article_last;
      DROP INDEX article_creator;
      DROP INDEX article_state;
      CREATE INDEX article_last ON article (last_at DESC, key DESC, edition_state, blank, seen_by);
      CREATE INDEX article_creator ON article (created_by, last_at DESC, key DESC, edition_state, blank, seen_by);
      CREATE INDEX article_state ON article (edition_state, last_at DESC, key DESC, blank, seen_by, created_by);

      CREATE TABLE article_count (
        edition_state TEXT NOT NULL,
        created_by TEXT NOT NULL,
        seen_by TEXT NOT NULL,
        blank INTEGER NOT NULL,
        n INTEGER NOT NULL,
        PRIMARY KEY (edition_state, created_by, seen_by, blank)
      ) STRICT, WITHOUT ROWID;
      INSERT INTO article_count
        SELECT edition_state, created_by, seen_by, blank, count(*) FROM article GROUP BY edition_state, created_by, seen_by, blank;
      CREATE TRIGGER article_count_in AFTER INSERT ON article BEGIN
        INSERT INTO article_count VALUES (new.edition_state, new.created_by, new.seen_by, new.blank, 1)
          ON CONFLICT DO UPDATE SET n = n + 1;
      END;
      CREATE TRIGGER article_count_out AFTER DELETE ON article BEGIN
        UPDATE article_count SET n = n - 1
          WHERE (edition_state, created_by, seen_by, blank) = (old.edition_state, old.created_by, old.seen_by, old.blank);
      END;
      CREATE TRIGGER article_count_anew AFTER UPDATE OF edition_state, created_by, seen_by, blank ON article
        WHEN (old.edition_state, old.created_by, old.seen_by, old.blank) <> (new.edition_state, new.created_by, new.seen_by, new.blank)
      BEGIN
        UPDATE article_count SET n = n - 1
          WHERE (edition_state, created_by, seen_by, blank) = (old.edition_state, old.created_by, old.seen_by, old.blank);
        INSERT INTO article_count VALUES (new.edition_state, new.created_by, new.seen_by, new.blank, 1)
          ON CONFLICT DO UPDATE SET n = n + 1;
      END;
    `)
  },
}
