/** A transaction that need not outlast a power cut: what it writes can be made again from what is on the disk, or on the hub’s. [DU1] */
import type { Database } from 'better-sqlite3'

/**
 * Runs `act` in a transaction that does not wait for the disk. It is whole or not there at all like every other, and the next one that
 * waits brings it to the disk too.
 */
export function withoutWaiting<T>(db: Database, act: () => T): T {
  db.pragma('synchronous = NORMAL')
  try {
    return db.transaction(act).immediate()
  } finally {
    db.pragma('synchronous = FULL')
  }
}
