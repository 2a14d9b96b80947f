/** The index of what was kept beside the text as it stands: earlier versions and editions, notes, reasons, notices. Made in the background. */
import type { Migration } from '../../../sqlite/migrate.ts'

export const kept: Migration = {
  name: '0009_kept',
  up(db) {
    db.exec(`
      -- A row a text, named within its article; the words themselves stay where they are kept, here is only what finds them.
      CREATE TABLE kept (key INTEGER PRIMARY KEY, article INTEGER NOT NULL, name TEXT NOT NULL, UNIQUE (article, name)) STRICT;
      CREATE VIRTUAL TABLE kept_fts USING fts5(
        words, content='', contentless_delete=1, detail=none, tokenize="unicode61 remove_diacritics 2"
      );
      INSERT INTO kept_fts (kept_fts, rank) VALUES ('crisismerge', 128);
      -- Articles whose kept texts are to be looked through.
      CREATE TABLE unkept (article TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
      CREATE TRIGGER version_added AFTER INSERT ON version BEGIN
        INSERT INTO unkept (article) VALUES (new.article) ON CONFLICT DO NOTHING;
      END;
      INSERT INTO unkept SELECT id FROM article;
    `)
  },
}
