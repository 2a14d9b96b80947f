/** The log's rows: streams and operations, in and out. */
import { CompiledQuery } from 'kysely'
import type { OrderedOperation } from '../../shared/sync/operation.ts'
import type { Reader, Writer } from '../context.ts'
import type { Row } from './schema.ts'

export async function readStream(reader: Reader, id: string): Promise<Row<'stream'> | undefined> {
  return reader.selectFrom('stream').selectAll().where('id', '=', id).executeTakeFirst()
}

/** As text that is the same each time: putting the statement together anew cost more than running it. */
const insertion = `INSERT INTO op (seq, epoch, stream, n, prev, hash, sig, kind, v, subject, cmd_id, body, blob, salt, digest, claimed_at, at,
  outcome, code, reason, actor) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`

export async function insertOperation(writer: Writer, op: OrderedOperation, code: string): Promise<void> {
  const { seq, epoch, stream, n, prev, hash, sig, kind, v, subject, cmdId, body, blob, salt, digest, claimedAt, at, outcome } = op
  const row = [seq, epoch, stream, n, prev, hash, sig, kind, v, subject, cmdId, body, blob, salt, digest, claimedAt, at, outcome]
  await writer.executeQuery(CompiledQuery.raw(insertion, [...row, code, op.reason, op.actor]))
}

const introduction = 'INSERT INTO client (doc, client, stream) VALUES (?, ?, ?) ON CONFLICT DO NOTHING'

/** The stream that brings a Yjs client into a document first has it for good. */
export async function addClient(writer: Writer, doc: string, client: number, stream: string): Promise<void> {
  await writer.executeQuery(CompiledQuery.raw(introduction, [doc, client, stream]))
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
