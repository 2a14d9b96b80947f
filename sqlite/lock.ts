/** An exclusive lock on a file that the operating system lets go of when its process ends, however it ends. */
import Database from 'better-sqlite3'
import { isCode } from './open.ts'

export interface FileLock {
  release(): void
}

/**
 * Takes the lock on `file`, creating it, or answers undefined when somebody else holds it: another process, or this one.
 * Throws SQLite's own errors (no such folder, not writable, no room). The file stays empty: nothing in it can be damaged by a crash.
 */
export function takeFileLock(file: string): FileLock | undefined {
  const db = new Database(file, { timeout: 0 })
  try {
    db.pragma('locking_mode = EXCLUSIVE')
    db.prepare('BEGIN EXCLUSIVE').run()
    return { release: () => db.close() }
  } catch (error) {
    db.close()
    if (isCode(error, 'SQLITE_BUSY')) return undefined
    throw error
  }
}
