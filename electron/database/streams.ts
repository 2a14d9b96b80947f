/** This device's streams: one a person, each with a key and a chain of its own. */
import type { Readable, Writable } from './open.ts'

export interface StreamRow {
  readonly id: string
  readonly actor: string
  /** PKCS#8 of its Ed25519 key. */
  readonly secret: Uint8Array
  /** Number and hash of its last operation, sent or not. */
  readonly n: number
  readonly chain: string
  /** What the hub has acknowledged, checked against our own chain. [SY4] */
  readonly acked: number
}

export function streamOf(db: Readable, actor: string): StreamRow | undefined {
  return db.prepare<[string], StreamRow>('SELECT * FROM stream WHERE actor = ?').get(actor)
}

/** True for a stream of this data folder: what came by it was done on this computer. [WF8] */
export function isOwnStream(db: Readable, id: string): boolean {
  return db.prepare<[string], { id: string }>('SELECT id FROM stream WHERE id = ?').get(id) !== undefined
}

export function allStreams(db: Readable): readonly StreamRow[] {
  return db.prepare<[], StreamRow>('SELECT * FROM stream ORDER BY id').all()
}

export function addStream(db: Writable, stream: StreamRow): void {
  db.prepare('INSERT INTO stream (id, actor, secret, n, chain, acked) VALUES (@id, @actor, @secret, @n, @chain, @acked)').run(stream)
}

export function advanceStream(db: Writable, id: string, n: number, chain: string): void {
  db.prepare('UPDATE stream SET n = ?, chain = ? WHERE id = ?').run(n, chain, id)
}

export function acknowledge(db: Writable, id: string, acked: number): void {
  db.prepare('UPDATE stream SET acked = max(acked, ?) WHERE id = ?').run(acked, id)
}

/** After a restore this is another device: old streams would fork the chains of the one that went on. [SY7] */
export function forgetStreams(db: Writable): void {
  db.prepare('DELETE FROM stream').run()
}
