/** The index is written beside the text by whoever writes the text, not by the table's triggers: each text was a part of the index by itself. */
import type { Migration } from '../../../sqlite/migrate.ts'

export const indexByHand: Migration = {
  name: '0016_index_by_hand',
  up(db) {
    // `writeText` of the search has the reason; it is the only one that writes there.
    db.exec(`
      DROP TRIGGER article_text_added;
      DROP TRIGGER article_text_changed;
    `)
  },
}
