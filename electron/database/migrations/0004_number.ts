/** Each article's number in the record, read out of its state, so that the newest published are found by index. */
import type { Migration } from '../../../sqlite/migrate.ts'

export const number: Migration = {
  name: '0004_number',
  up(db) {
    db.exec(`
      ALTER TABLE article ADD COLUMN number INTEGER NOT NULL GENERATED ALWAYS AS (
        coalesce(json_extract(state, '$.editions[0].publication.number'), 0)
      ) VIRTUAL;
      CREATE INDEX article_number ON article (number) WHERE number > 0;
    `)
  },
}
