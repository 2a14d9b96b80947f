/** The hub's own file: opened in its worker, by nobody else. */
import { Kysely, type SqliteDatabase, SqliteDialect } from 'kysely'
import { migrateFile, newerFile } from '../../sqlite/migrate.ts'
import { type Database, checkpointPages, openEncrypted, spaceCheckpoints } from '../../sqlite/open.ts'
import { migrations } from './migrations/index.ts'
import type { HubTables } from './schema.ts'

export interface HubStorage {
  readonly db: Kysely<HubTables>
  /** For copies and integrity checks; never for rows. */
  readonly file: Database
}

/** Opens or creates `hub.db`. Throws on a file of a newer program: the hub writes, so it cannot open one read-only. */
export function openHubStorage(options: { readonly file: string; readonly key: Uint8Array }): HubStorage {
  const newer = newerFile(options, migrations)
  if (newer) throw new NewerFile(newer.from, newer.to)
  const file = openEncrypted(options)
  // A whole site goes through the record once, from one end to the other, and asks for no page again; each piece that is
  // published asks for those of its month and its section, which are a thousand pages at ten thousand pieces.
  file.pragma('cache_size = -8192')
  // Nobody's screen waits for this thread: its commits bring the log over themselves.
  spaceCheckpoints(file, checkpointPages)
  migrateFile(file, options.file, migrations)
  return { db: new Kysely<HubTables>({ dialect: new SqliteDialect({ database: withQuietRollback(file) }) }), file }
}

/** A full disk makes SQLite roll back by itself; a second rollback would throw and hide why. */
function withQuietRollback(file: Database): SqliteDatabase {
  return {
    prepare: (sql) => file.prepare(sql === 'rollback' && !file.inTransaction ? 'SELECT 1' : sql),
    close: () => file.close(),
  }
}

export class NewerFile extends Error {
  constructor(found: number, known: number) {
    super(
      `This desk was written by a newer Chancery (tables ${found}, this program knows ${known}). It is opened for reading only; update Chancery to go on writing.`,
    )
    this.name = 'NewerFile'
  }
}
