/** Which version each person last read in review: on this computer alone, and nobody else's business. */
import type { Migration } from '../../../sqlite/migrate.ts'

export const read: Migration = {
  name: '0002_read',
  up(db) {
    db.exec(`
      CREATE TABLE read_mark (
        person TEXT NOT NULL, article TEXT NOT NULL, version TEXT NOT NULL, at TEXT NOT NULL, PRIMARY KEY (person, article)
      ) STRICT, WITHOUT ROWID;
    `)
  },
}
