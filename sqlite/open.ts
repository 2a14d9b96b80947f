/** Opening an encrypted SQLite file (SQLCipher 4 format), the same way for the workstation's file and the hub's. [SE6] */
import Database from 'better-sqlite3'
import { keepStatements } from './statements.ts'

export type { Database } from 'better-sqlite3'

/** Older ones lost acknowledged writes in a checkpoint race. */
const oldestSqlite = '3.51.3'

const cacheKib = 16 * 1024

/** Pages of the log of writes after which they are brought into the file itself: a page that is written again and again comes over once. */
export const checkpointPages = 4000

export interface OpenOptions {
  readonly file: string
  /** 32 random bytes, never a passphrase: a raw key opens in half a millisecond. */
  readonly key: Uint8Array
  readonly readonly?: boolean
}

/** The file is there but cannot be read with this key: another key, another kind of file, or damage in its first page. */
export class UnreadableFile extends Error {
  readonly file: string
  constructor(file: string) {
    super(`${file} cannot be read with this desk’s key. Nothing was changed.`)
    this.name = 'UnreadableFile'
    this.file = file
  }
}

/** Opens or creates `file`. Throws `UnreadableFile`; other failures (no room, no folder) are SQLite's own. */
export function openEncrypted({ file, key, readonly = false }: OpenOptions): Database.Database {
  const db = new Database(file, { readonly })
  try {
    unlock(db, key)
    if (!readonly) db.pragma('journal_mode = WAL')
    db.pragma('synchronous = FULL')
    db.pragma('foreign_keys = ON')
    db.pragma('busy_timeout = 5000')
    db.pragma('temp_store = MEMORY')
    // Decrypting a page again costs more than keeping it.
    db.pragma(`cache_size = -${cacheKib}`)
    assertVersion((db.prepare('SELECT sqlite_version() AS version').get() as { version: string }).version)
    keepStatements(db)
    return db
  } catch (error) {
    db.close()
    if (isCode(error, 'SQLITE_NOTADB')) throw new UnreadableFile(file)
    throw error
  }
}

/** Sets after how many pages of the log a commit brings them over, and whoever waits for the commit waits for that too. */
export function spaceCheckpoints(db: Database.Database, pages: number): void {
  db.pragma(`wal_autocheckpoint = ${pages}`)
}

interface LogOfWrites {
  readonly log: number
  readonly checkpointed: number
}

/** Pages of the log of writes, and those of them that are not in the file yet. */
export function logOfWrites(db: Database.Database): { readonly pages: number; readonly toBring: number } {
  const [{ log, checkpointed } = { log: 0, checkpointed: 0 }] = db.pragma('wal_checkpoint(NOOP)') as readonly LogOfWrites[]
  return { pages: log, toBring: log - checkpointed }
}

export function pagesToBring(db: Database.Database): number {
  return logOfWrites(db).toBring
}

/** Each has less to do than the one before, until one meets nobody writing. A log that cannot begin anew grows until a commit has to bring it over. */
const turnsOfBringing = 12

/** Brings the log over without holding up whoever writes or reads; what was written meanwhile as well, so that the log can begin anew. */
export function bringOver(db: Database.Database): void {
  for (let turn = 0; turn < turnsOfBringing; turn += 1) {
    bringOnce(db)
    if (pagesToBring(db) === 0) return
  }
}

export function bringOnce(db: Database.Database): void {
  db.pragma('wal_checkpoint(PASSIVE)')
}

/** The key comes first, the cipher's parameters the same on each open, or the pages do not authenticate. */
export function unlock(db: Database.Database, key: Uint8Array): void {
  if (key.byteLength !== 32) throw new Error(`a database key has 32 bytes, this one ${key.byteLength}`)
  db.pragma(`cipher = 'sqlcipher'`)
  db.pragma('legacy = 4')
  db.pragma(`key = "x'${Buffer.from(key).toString('hex')}'"`)
  db.prepare('SELECT count(*) FROM sqlite_master').get()
}

/** Throws when `version`, as SQLite writes it, is older than it may be. */
export function assertVersion(version: string): void {
  const [a, b] = [version, oldestSqlite].map((text) =>
    text
      .split('.')
      .map(Number)
      .reduce((sum, part) => sum * 1000 + part, 0),
  )
  if ((a ?? 0) < (b ?? 0)) throw new Error(`SQLite ${version} is too old: ${oldestSqlite} or newer is needed`)
}

/** True for an SQLite error of this code, or of a code that begins with it (`SQLITE_IOERR_WRITE`). */
export function isCode(error: unknown, ...codes: readonly string[]): error is Error & { readonly code: string } {
  if (!(error instanceof Error) || !('code' in error)) return false
  const { code } = error
  return typeof code === 'string' && codes.some((wanted) => code === wanted || code.startsWith(`${wanted}_`))
}
