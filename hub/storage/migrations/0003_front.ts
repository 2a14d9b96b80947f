/** Which arrangement of the front a destination shows, and the series of each edition, so that a special report is found by index. */
import type { Migration } from '../../../sqlite/migrate.ts'

export const front: Migration = {
  name: '0003_front',
  up(db) {
    db.exec(`
      ALTER TABLE site_state ADD COLUMN front TEXT NOT NULL DEFAULT '';
      ALTER TABLE record ADD COLUMN series TEXT NOT NULL GENERATED ALWAYS AS (
        coalesce(json_extract(CAST(bytes AS TEXT), '$.article.series.name'), '')
      ) VIRTUAL;
      CREATE INDEX record_series ON record (series, number) WHERE series <> '';
    `)
  },
}
