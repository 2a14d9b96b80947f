/** The year each piece was first printed in and the instant of each later edition, read out of the envelopes, for the Record’s lists. */
import type { Migration } from '../../../sqlite/migrate.ts'

export const year: Migration = {
  name: '0005_year',
  up(db) {
    db.exec(`
      ALTER TABLE release ADD COLUMN year TEXT NOT NULL GENERATED ALWAYS AS (
        coalesce(substr(json_extract(envelope, '$.firstPublishedAt.at'), 1, 4), '')
      ) VIRTUAL;
      ALTER TABLE release ADD COLUMN published TEXT NOT NULL GENERATED ALWAYS AS (
        coalesce(json_extract(envelope, '$.publishedAt.at'), '')
      ) VIRTUAL;
      CREATE INDEX release_year ON release (year, article) WHERE edition = 1;
      CREATE INDEX release_later ON release (published, article, edition) WHERE edition > 1;
    `)
  },
}
