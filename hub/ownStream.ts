/** The hub's own stream: releases and deliveries are operations like all others, so that everybody has receipts offline. */
import { randomBytes } from 'node:crypto'
import { canonicalBytes } from '../shared/canonical.ts'
import { type CommandKind, parseCommand } from '../shared/desk/operation.ts'
import { bodyDigest, operationHash, type OrderedOperation, zeroHash } from '../shared/sync/operation.ts'
import { acceptedOf } from '../shared/sync/accepted.ts'
import { applyTo, flush, openBatch } from './batch.ts'
import type { HubContext, Reader, Writer } from './context.ts'
import { newKey, publicHex, readKey, signHash } from './signatures.ts'
import { insertOperation, readStream } from './storage/log.ts'

/** The actor of the hub's operations: nobody at the desk. */
export const hubActor = 'hub'

/** Adds one operation of the hub's own and moves the projections, inside the caller's transaction. Throws on a body of the wrong shape: a bug. */
export async function appendOwn(
  writer: Writer,
  hub: Pick<HubContext, 'stream' | 'now' | 'randomId'>,
  kind: CommandKind,
  subject: string,
  body: unknown,
): Promise<void> {
  if (!parseCommand(kind, body)) throw new Error(`the hub made a ${kind} of the wrong shape: ${JSON.stringify(body)}`)
  const at = hub.now().toISOString()
  const stream = await ownStreamRow(writer, hub)
  const desk = await writer.selectFrom('desk').select(['epoch', 'head']).executeTakeFirstOrThrow()
  const bytes = canonicalBytes(body)
  const salt = new Uint8Array(randomBytes(16))
  const described = {
    stream: stream.id,
    n: stream.acked + 1,
    prev: stream.chain,
    kind,
    v: 1,
    subject,
    cmdId: hub.randomId(),
    blob: '',
    digest: bodyDigest(salt, bytes, ''),
    claimedAt: at,
  }
  const hash = operationHash(described)
  const op: OrderedOperation = {
    ...described,
    hash,
    sig: signHash(hub.stream.key, hash),
    body: bytes,
    salt,
    seq: desk.head + 1,
    epoch: desk.epoch,
    at,
    outcome: 'accepted',
    reason: '',
    actor: hubActor,
  }
  await insertOperation(writer, op, '')
  await writer
    .insertInto('stream')
    .values({ ...stream, acked: op.n, chain: hash })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ acked: op.n, chain: hash }))
    .execute()
  await writer.updateTable('desk').set({ head: op.seq }).execute()
  const accepted = acceptedOf(op, bytes)
  if (!accepted) throw new Error(`the hub cannot read its own ${kind}`)
  const batch = await openBatch(writer)
  await applyTo(batch, accepted)
  await flush(batch)
}

async function ownStreamRow(writer: Writer, hub: Pick<HubContext, 'stream'>) {
  const row = await readStream(writer, hub.stream.id)
  return row ?? { id: hub.stream.id, actor: hubActor, key: publicHex(hub.stream.key), acked: 0, chain: zeroHash, closed_seq: 0 }
}

/** The hub's stream and key: made once, kept in the encrypted file. */
export async function readOwnStream(db: Reader, randomId: () => string): Promise<HubContext['stream']> {
  const rows = await db.selectFrom('secret').selectAll().where('name', 'in', ['stream', 'key']).execute()
  const secret = (name: string) => rows.find((row) => row.name === name)?.bytes
  const [id, key] = [secret('stream'), secret('key')]
  if (id && key) return { id: new TextDecoder().decode(id), key: readKey(key) }
  const made = { id: randomId(), key: newKey().secret }
  await db
    .insertInto('secret')
    .values([
      { name: 'stream', bytes: new TextEncoder().encode(made.id) },
      { name: 'key', bytes: made.key },
    ])
    .execute()
  return { id: made.id, key: readKey(made.key) }
}
