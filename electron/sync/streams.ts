/** Signing: every act becomes the next operation of its person's stream on this device. */
import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, randomBytes, randomUUID, sign } from 'node:crypto'
import { blobName, canonicalBytes } from '../../shared/canonical.ts'
import type { BodyOf, CommandKind } from '../../shared/desk/operation.ts'
import { bodyDigest, inlineLimit, operationHash, signedBytes, type SignedOperation, zeroHash } from '../../shared/sync/operation.ts'
import { readMeta, writeMeta } from '../database/meta.ts'
import type { Writable } from '../database/open.ts'
import { addToOutbox, keepBlob } from '../database/outbox.ts'
import { addStream, advanceStream, type StreamRow, streamOf } from '../database/streams.ts'
import { commandId } from './ids.ts'

/** A random id of this data folder; a copied one is found out by its first push. [SY7] */
export function deviceId(db: Writable): string {
  const known = readMeta(db, 'device')
  if (known !== '') return known
  const made = randomUUID()
  writeMeta(db, 'device', made)
  return made
}

/** Writes a command into the outbox, inside the caller's transaction. Answers its command id. */
export function addCommand<K extends CommandKind>(
  db: Writable,
  actor: string,
  kind: K,
  subject: string,
  body: BodyOf<K>,
  now: Date,
): string {
  return addSigned(db, actor, kind, subject, canonicalBytes(body), now)
}

/** Writes the bytes of a `body` operation into the outbox, inside the caller's transaction. */
export function addBody(db: Writable, actor: string, article: string, frame: Uint8Array, now: Date): string {
  return addSigned(db, actor, 'body', article, frame, now)
}

function addSigned(db: Writable, actor: string, kind: CommandKind | 'body', subject: string, content: Uint8Array, now: Date): string {
  const stream = streamOf(db, actor) ?? openStream(db, actor, now)
  const op = signed(stream, { kind, subject, content, now })
  if (op.blob !== '') keepBlob(db, op.blob, content)
  addToOutbox(db, op)
  advanceStream(db, stream.id, op.n, op.hash)
  return op.cmdId
}

/** A person's first act on this device opens their stream: its first operation names person and key, never the device. */
function openStream(db: Writable, actor: string, now: Date): StreamRow {
  const { privateKey } = generateKeyPairSync('ed25519')
  const secret = new Uint8Array(privateKey.export({ format: 'der', type: 'pkcs8' }))
  const fresh: StreamRow = { id: randomUUID(), actor, secret, n: 0, chain: zeroHash, acked: 0 }
  const body: BodyOf<'stream.open'> = { stream: fresh.id, actor, key: publicHex(privateKey) }
  const op = signed(fresh, { kind: 'stream.open', subject: '', content: canonicalBytes(body), now })
  addStream(db, { ...fresh, n: op.n, chain: op.hash })
  addToOutbox(db, op)
  return { ...fresh, n: op.n, chain: op.hash }
}

interface Content {
  readonly kind: CommandKind | 'body'
  readonly subject: string
  readonly content: Uint8Array
  readonly now: Date
}

function signed(stream: StreamRow, { kind, subject, content, now }: Content): SignedOperation {
  const salt = new Uint8Array(randomBytes(16))
  const large = content.byteLength >= inlineLimit
  const blob = large ? blobName(content) : ''
  const body = large ? null : content
  const described = {
    stream: stream.id,
    n: stream.n + 1,
    prev: stream.chain,
    kind,
    v: 1,
    subject,
    cmdId: commandId(now),
    blob,
    digest: bodyDigest(salt, body, blob),
    claimedAt: now.toISOString(),
  }
  const hash = operationHash(described)
  return { ...described, hash, sig: new Uint8Array(sign(null, signedBytes(hash), keyOf(stream))), body, salt }
}

const keys = new Map<string, KeyObject>()

function keyOf({ id, secret }: StreamRow): KeyObject {
  const known = keys.get(id)
  if (known) return known
  const key = createPrivateKey({ key: Buffer.from(secret), format: 'der', type: 'pkcs8' })
  keys.set(id, key)
  return key
}

function publicHex(privateKey: KeyObject): string {
  const { x } = createPublicKey(privateKey).export({ format: 'jwk' })
  if (x === undefined) throw new Error('an Ed25519 key has no public half')
  return Buffer.from(x, 'base64url').toString('hex')
}
