/** The desk's order as this workstation has pulled it. */
import type { OrderedOperation } from '../../shared/sync/operation.ts'
import type { Readable, Writable } from './open.ts'

export interface OpRow {
  seq: number
  epoch: number
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
  salt: Uint8Array | null
  digest: string
  claimed_at: string
  at: string
  outcome: 'accepted' | 'refused'
  reason: string
  actor: string
}

export function addOperation(db: Writable, op: OrderedOperation): void {
  db.prepare(
    `INSERT INTO op (seq, epoch, stream, n, prev, hash, sig, kind, v, subject, cmd_id, body, blob, salt, digest, claimed_at, at, outcome, reason, actor)
     VALUES (@seq, @epoch, @stream, @n, @prev, @hash, @sig, @kind, @v, @subject, @cmdId, @body, @blob, @salt, @digest, @claimedAt, @at, @outcome, @reason, @actor)
     ON CONFLICT (seq) DO NOTHING`,
  ).run(op)
}

/** At most `most` operations after `seq`, in order. */
export function operationsAfter(db: Readable, seq: number, most: number): readonly OrderedOperation[] {
  const rows = db.prepare<[number, number], OpRow>('SELECT * FROM op WHERE seq > ? ORDER BY seq LIMIT ?').all(seq, most)
  return rows.map(orderedOf)
}

export function orderedOf({ cmd_id: cmdId, claimed_at: claimedAt, ...row }: OpRow): OrderedOperation {
  return { ...row, cmdId, claimedAt }
}
