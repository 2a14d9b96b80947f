/** The desk's own operations among those of its articles: few of many, read for the history of the settings. */
import type { Migration } from '../../../sqlite/migrate.ts'

export const deskOperations: Migration = {
  name: '0010_desk_operations',
  up(db) {
    db.exec(`CREATE INDEX op_desk ON op (seq) WHERE subject = ''`)
  },
}
