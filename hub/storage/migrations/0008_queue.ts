/** What each delivery asks of the queue and of the journal is found by index, however much has gone out before. */
import type { Migration } from '../../../sqlite/migrate.ts'

export const queue: Migration = {
  name: '0008_queue',
  up(db) {
    db.exec(`
      -- The entries of an article: its receipts, and whether this one was sent before.
      CREATE INDEX queue_article ON queue (article, edition, destination, sequence);
      -- The batches of a delivery, and the deliveries that have not been seen to arrive.
      CREATE INDEX intent_entry ON intent (entry, key);
      CREATE INDEX intent_open ON intent (destination, at) WHERE state <> 'verified';
    `)
  },
}
