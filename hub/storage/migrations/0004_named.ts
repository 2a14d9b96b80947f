/** Which pieces an edition names, of which report it is a part, which are notices: so that pages that name others are found by index. */
import type { Migration } from '../../../sqlite/migrate.ts'

export const named: Migration = {
  name: '0004_named',
  up(db) {
    db.exec(`
      CREATE TABLE record_previously (
        named TEXT NOT NULL, place INTEGER NOT NULL, n INTEGER NOT NULL, PRIMARY KEY (place, n)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX record_previously_named ON record_previously (named, place);
      CREATE TABLE record_part (place INTEGER PRIMARY KEY, report TEXT NOT NULL, part INTEGER NOT NULL) STRICT;
      CREATE INDEX record_part_report ON record_part (report, place);
      CREATE TABLE record_notice (place INTEGER PRIMARY KEY) STRICT;
      -- Reports are asked for by part from now on.
      DROP INDEX record_series;

      INSERT INTO record_previously
        SELECT json_each.value, record.place, json_each.key
        FROM record JOIN version ON version.hash = record.version, json_each(CAST(version.bytes AS TEXT), '$.previously');
      INSERT INTO record_part
        SELECT place, trim(json_extract(CAST(bytes AS TEXT), '$.article.series.name')),
          json_extract(CAST(bytes AS TEXT), '$.article.series.number')
        FROM record
        WHERE json_extract(CAST(bytes AS TEXT), '$.article.pieceKind') = 'reportPart'
          AND trim(json_extract(CAST(bytes AS TEXT), '$.article.series.name')) <> '';
      INSERT INTO record_notice
        SELECT place FROM record WHERE json_extract(CAST(bytes AS TEXT), '$.article.pieceKind') = 'notice';

      -- An entry and what it names are written as one.
      CREATE TRIGGER record_names AFTER INSERT ON record BEGIN
        INSERT INTO record_previously
          SELECT json_each.value, new.place, json_each.key
          FROM version, json_each(CAST(version.bytes AS TEXT), '$.previously') WHERE version.hash = new.version;
        INSERT INTO record_part
          SELECT new.place, trim(json_extract(CAST(new.bytes AS TEXT), '$.article.series.name')),
            json_extract(CAST(new.bytes AS TEXT), '$.article.series.number')
          WHERE json_extract(CAST(new.bytes AS TEXT), '$.article.pieceKind') = 'reportPart'
            AND trim(json_extract(CAST(new.bytes AS TEXT), '$.article.series.name')) <> '';
        INSERT INTO record_notice
          SELECT new.place WHERE json_extract(CAST(new.bytes AS TEXT), '$.article.pieceKind') = 'notice';
      END;
    `)
  },
}
