/** Single values of this workstation: its device, its place in the order, the desk as last reduced. */
import type { DeskState } from '../../shared/desk/desk.ts'
import type { Readable, Writable } from './open.ts'

type Name = 'device' | 'epoch' | 'cursor' | 'desk' | 'sample' | 'reindex'

export function readMeta(db: Readable, name: Name): string {
  const row = db.prepare<[string], { value: string }>('SELECT value FROM meta WHERE name = ?').get(name)
  return row?.value ?? ''
}

export function writeMeta(db: Writable, name: Name, value: string): void {
  db.prepare('INSERT INTO meta (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value').run(name, value)
}

/** What was read last from each file: nearly every call asks for it, several of them between two changes. */
const lastRead = new WeakMap<Readable, { readonly text: string; readonly state: DeskState }>()

/** The desk as the operations up to `cursor` say; undefined before one is begun. Shared by its readers, and frozen for it. */
export function readDeskState(db: Readable): DeskState | undefined {
  const text = readMeta(db, 'desk')
  if (text === '') return undefined
  const known = lastRead.get(db)
  if (known?.text === text) return known.state
  const state = frozen(JSON.parse(text) as DeskState)
  lastRead.set(db, { text, state })
  return state
}

/** Keeps the state, and its settings under their name: pages of older releases are made from older settings' parts. */
export function writeDeskState(db: Writable, state: DeskState): void {
  writeMeta(db, 'desk', JSON.stringify(state))
  db.prepare('INSERT INTO settings (hash, json) VALUES (?, ?) ON CONFLICT (hash) DO NOTHING').run(
    state.settingsHash,
    JSON.stringify(state.settings),
  )
}

function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value
  for (const part of Object.values(value)) frozen(part)
  return Object.freeze(value)
}
