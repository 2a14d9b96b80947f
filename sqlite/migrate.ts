/** Bringing a file to this program's tables: one numbered step at a time, a snapshot before, never downwards. */
import { closeSync, existsSync, fsyncSync, openSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { Database } from 'better-sqlite3'
import { openEncrypted, type OpenOptions } from './open.ts'

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
 * The outcome `newer` for a file of a newer program, else undefined. Asked before the file is opened for writing: opening alone
 * would bring its log of writes into it.
 */
export function newerFile(options: OpenOptions, migrations: readonly Migration[]): MigrationOutcome | undefined {
  if (!existsSync(options.file) || statSync(options.file).size === 0) return undefined
  const db = openEncrypted({ ...options, readonly: true })
  try {
    const from = db.pragma('user_version', { simple: true }) as number
    return from > migrations.length ? { kind: 'newer', from, to: migrations.length } : undefined
  } finally {
    db.close()
  }
}

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

/** Copies from before a migration that are kept of each file; each is as large as the file. */
const keptSnapshots = 3

/** Migrates `db`, the opened `file`, with a copy `FILE.before-STEP.db` beside it; once all steps stand, only the newest copies are kept. */
export function migrateFile(db: Database, file: string, migrations: readonly Migration[]): MigrationOutcome {
  const outcome = migrate(db, migrations, (from) => copyTo(db, `${file}.before-${from + 1}.db`))
  if (outcome.kind === 'migrated') dropOldSnapshots(file)
  return outcome
}

function dropOldSnapshots(file: string): void {
  const folder = dirname(file)
  const snapshots = readdirSync(folder).flatMap((name) => {
    const step = name.startsWith(`${basename(file)}.before-`) ? /\.before-(\d+)\.db$/.exec(name)?.[1] : undefined
    return step === undefined ? [] : [{ name, step: Number(step) }]
  })
  for (const { name } of snapshots.toSorted((a, b) => b.step - a.step).slice(keptSnapshots)) rmSync(join(folder, name), { force: true })
}

/**
 * A complete, encrypted copy of `db` at `file`, on the disk when this returns, or no file at all; `backup()` refuses encrypted
 * files. What an end half-way left of an earlier copy is written over.
 */
export function copyTo(db: Database, file: string): void {
  const beside = `${file}.unfinished`
  rmSync(beside, { force: true })
  try {
    db.prepare('VACUUM INTO ?').run(beside)
    const handle = openSync(beside, 'r+')
    fsyncSync(handle)
    closeSync(handle)
    renameSync(beside, file)
  } catch (error) {
    rmSync(beside, { force: true })
    throw error
  }
}
