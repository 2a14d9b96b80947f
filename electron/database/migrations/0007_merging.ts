/** Parts of the index are brought together as it is written, a bounded amount at a time. [DU5] */
import type { Migration } from '../../../sqlite/migrate.ts'

export const merging: Migration = {
  name: '0007_merging',
  up(db) {
    // FTS5 would otherwise join all parts of a size in one go as soon as there are sixteen of it: seconds, in a large index.
    db.exec(`INSERT INTO article_fts (article_fts, rank) VALUES ('crisismerge', 128)`)
  },
}
