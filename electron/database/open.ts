/** The workstation's own file: opened by the process that owns the data folder, by nobody else. */
import { migrateFile, newerFile } from '../../sqlite/migrate.ts'
import { type Database, openEncrypted } from '../../sqlite/open.ts'
import { migrations } from './migrations/index.ts'

export type { Database } from '../../sqlite/open.ts'

/** Functions that only read take a `Readable` first; those that write a `Writable`, inside the handler's transaction. */
export type Readable = Pick<Database, 'prepare'>
export type Writable = Database

export interface OpenedDatabase {
  readonly db: Database
  /** Why it can only be read, in words; empty otherwise. [SY13] */
  readonly readOnly: string
}

/** Opens or creates `workstation.db`. Throws `UnreadableFile` and SQLite's own errors. */
export function openDatabase(options: { readonly file: string; readonly key: Uint8Array }): OpenedDatabase {
  if (newerFile(options, migrations)) {
    return {
      db: openEncrypted({ ...options, readonly: true }),
      readOnly: 'This desk was written by a newer Chancery. It can be read here, and nothing is changed; update Chancery to go on writing.',
    }
  }
  const db = openEncrypted(options)
  migrateFile(db, options.file, migrations)
  return { db, readOnly: '' }
}
