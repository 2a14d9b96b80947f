/** Which entries of the record show which pictures, so that a page's pictures are found without reading through the record. */
import type { Migration } from '../../../sqlite/migrate.ts'

export const pictures: Migration = {
  name: '0002_pictures',
  up(db) {
    db.exec(`
      CREATE TABLE record_picture (
        hash TEXT NOT NULL, article TEXT NOT NULL, place INTEGER NOT NULL, PRIMARY KEY (hash, article, place)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX record_picture_article ON record_picture (article, place);
      INSERT OR IGNORE INTO record_picture
        SELECT json_extract(value, '$.hash'), article, place FROM record, json_each(CAST(bytes AS TEXT), '$.article.media');
      -- An entry and what it shows are written as one.
      CREATE TRIGGER record_pictures AFTER INSERT ON record BEGIN
        INSERT OR IGNORE INTO record_picture
          SELECT json_extract(value, '$.hash'), new.article, new.place FROM json_each(CAST(new.bytes AS TEXT), '$.article.media');
      END;
    `)
  },
}
