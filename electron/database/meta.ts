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

/** The desk as the operations up to `cursor` say; undefined before one is begun. */
export function readDeskState(db: Readable): DeskState | undefined {
  const text = readMeta(db, 'desk')
  return text === '' ? undefined : (JSON.parse(text) as DeskState)
}

/** Keeps the state, and its settings under their name: pages of older releases are made from older settings' parts. */
export function writeDeskState(db: Writable, state: DeskState): void {
  writeMeta(db, 'desk', JSON.stringify(state))
  db.prepare('INSERT INTO settings (hash, json) VALUES (?, ?) ON CONFLICT (hash) DO NOTHING').run(
    state.settingsHash,
    JSON.stringify(state.settings),
  )
}
