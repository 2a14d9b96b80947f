/** Signed operations on their way: written with the act that made them, gone when they came back in the desk's order. */
import type { SignedOperation } from '../../shared/sync/operation.ts'
import type { Readable, Writable } from './open.ts'

interface OutboxRow {
  stream: string
  n: number
  prev: string
  hash: string
  sig: Uint8Array
  kind: string
  v: number
  subject: string
  cmd_id: string
  body: Uint8Array | null
  blob: string
  salt: Uint8Array
  digest: string
  claimed_at: string
}

export function addToOutbox(db: Writable, op: SignedOperation): void {
  db.prepare(
    `INSERT INTO outbox (stream, n, prev, hash, sig, kind, v, subject, cmd_id, body, blob, salt, digest, claimed_at)
     VALUES (@stream, @n, @prev, @hash, @sig, @kind, @v, @subject, @cmdId, @body, @blob, @salt, @digest, @claimedAt)`,
  ).run(op)
}

/** The next operations of a stream after `n`, in order. */
export function unsentOf(db: Readable, stream: string, n: number, most: number): readonly SignedOperation[] {
  const rows = db
    .prepare<[string, number, number], OutboxRow>('SELECT * FROM outbox WHERE stream = ? AND n > ? ORDER BY n LIMIT ?')
    .all(stream, n, most)
  return rows.map(({ cmd_id: cmdId, claimed_at: claimedAt, ...row }) => ({
    ...row,
    cmdId,
    claimedAt,
    body: row.body && new Uint8Array(row.body),
    sig: new Uint8Array(row.sig),
    salt: new Uint8Array(row.salt),
  }))
}

export function outboxHash(db: Readable, stream: string, n: number): string | undefined {
  return db.prepare<[string, number], { hash: string }>('SELECT hash FROM outbox WHERE stream = ? AND n = ?').get(stream, n)?.hash
}

export function removeFromOutbox(db: Writable, stream: string, n: number): void {
  db.prepare('DELETE FROM outbox WHERE stream = ? AND n = ?').run(stream, n)
}

export function countUnsent(db: Readable): number {
  return (
    db
      .prepare<[], { n: number }>('SELECT count(*) AS n FROM outbox JOIN stream ON stream.id = outbox.stream WHERE outbox.n > stream.acked')
      .get()?.n ?? 0
  )
}

export function hasUnsent(db: Readable): boolean {
  return db.prepare('SELECT 1 FROM stream JOIN outbox ON outbox.stream = stream.id AND outbox.n > stream.acked LIMIT 1').get() !== undefined
}

/** Articles that they are about. */
export function countUnsentArticles(db: Readable): number {
  const sql = `SELECT count(DISTINCT subject) AS n FROM outbox JOIN stream ON stream.id = outbox.stream WHERE outbox.n > stream.acked AND subject <> ''`
  return db.prepare<[], { n: number }>(sql).get()?.n ?? 0
}

/** Bytes too large for a push, until the hub has them. */
export function keepBlob(db: Writable, name: string, bytes: Uint8Array): void {
  db.prepare('INSERT INTO blob (name, bytes) VALUES (?, ?) ON CONFLICT (name) DO NOTHING').run(name, bytes)
}

export function readBlob(db: Readable, name: string): Uint8Array | undefined {
  const row = db.prepare<[string], { bytes: Uint8Array }>('SELECT bytes FROM blob WHERE name = ?').get(name)
  return row && new Uint8Array(row.bytes)
}
