/** The log's rows: streams and operations, in and out. */
import type { OrderedOperation } from '../../shared/sync/operation.ts'
import type { Reader, Writer } from '../context.ts'
import type { Row } from './schema.ts'

export async function readStream(reader: Reader, id: string): Promise<Row<'stream'> | undefined> {
  return reader.selectFrom('stream').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function insertOperation(writer: Writer, op: OrderedOperation, code: string): Promise<void> {
  await writer
    .insertInto('op')
    .values({
      seq: op.seq,
      epoch: op.epoch,
      stream: op.stream,
      n: op.n,
      prev: op.prev,
      hash: op.hash,
      sig: op.sig,
      kind: op.kind,
      v: op.v,
      subject: op.subject,
      cmd_id: op.cmdId,
      body: op.body,
      blob: op.blob,
      salt: op.salt,
      digest: op.digest,
      claimed_at: op.claimedAt,
      at: op.at,
      outcome: op.outcome,
      code,
      reason: op.reason,
      actor: op.actor,
    })
    .execute()
}

export function orderedOf(row: Row<'op'>): OrderedOperation {
  return {
    seq: row.seq,
    epoch: row.epoch,
    stream: row.stream,
    n: row.n,
    prev: row.prev,
    hash: row.hash,
    sig: row.sig,
    kind: row.kind,
    v: row.v,
    subject: row.subject,
    cmdId: row.cmd_id,
    body: row.body,
    blob: row.blob,
    salt: row.salt,
    digest: row.digest,
    claimedAt: row.claimed_at,
    at: row.at,
    outcome: row.outcome,
    reason: row.reason,
    actor: row.actor,
  }
}
