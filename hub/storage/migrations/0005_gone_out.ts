/** What has gone out by the instant it did, so that the newest of a long queue are found without reading through the rest. */
import type { Migration } from '../../../sqlite/migrate.ts'

export const goneOut: Migration = {
  name: '0005_gone_out',
  up(db) {
    db.exec(
      `CREATE INDEX queue_gone_out ON queue (changed_at, sequence, id) WHERE state IN ('live', 'canceled', 'superseded');
       CREATE INDEX queue_open ON queue (changed_at) WHERE state NOT IN ('live', 'canceled', 'superseded');`,
    )
  },
}
