/** Lists are answered from an index alone: reading a row for each of their lines meant decrypting a page of words for each. */
import type { Migration } from '../../../sqlite/migrate.ts'

export const lists: Migration = {
  name: '0007_lists',
  up(db) {
    db.exec(`
      -- What is counted on a shelf; the article tells which edition stands.
      DROP INDEX record_category;
      CREATE INDEX record_category ON record (category, number, article);
      -- All that the list of a month is made from, often a thousand lines; months are counted by the narrow one.
      CREATE INDEX record_month_list ON record (month, number, article, edition, digest, address, category, kind);
    `)
  },
}
