/** What stands is counted by an index alone: it says itself which edition readers see now. */
import type { Migration } from '../../../sqlite/migrate.ts'

export const standing: Migration = {
  name: '0011_standing',
  up(db) {
    db.exec(`
      DROP INDEX record_category;
      CREATE INDEX record_category ON record (category, number, current, article);
      DROP INDEX record_month;
      CREATE INDEX record_month ON record (month, number, current, article);
      -- Never answered alone: SQLite reads the row for a column that the table makes itself, as the kind is.
      DROP INDEX record_month_list;
      -- Nobody asks by it.
      DROP INDEX record_current;
    `)
  },
}
