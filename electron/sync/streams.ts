/** Signing: every act becomes the next operation of its person's stream on this device. */
import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, randomBytes, randomUUID, sign } from 'node:crypto'
import { blobName, canonicalBytes } from '../../shared/canonical.ts'
import type { BodyOf, CommandKind } from '../../shared/desk/operation.ts'
import { bodyDigest, inlineLimit, operationHash, signedBytes, type SignedOperation, zeroHash } from '../../shared/sync/operation.ts'
import { readMeta, writeMeta } from '../database/meta.ts'
import type { Readable, Writable } from '../database/open.ts'
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

/** What an operation says, before it has its place in a stream. */
export interface Act {
  readonly kind: CommandKind | 'body'
  /** Article id, or empty for the desk's own. */
  readonly subject: string
  readonly content: Uint8Array
  readonly at: Date
}

export function commandAct<K extends CommandKind>(kind: K, subject: string, body: BodyOf<K>, at: Date): Act {
  return { kind, subject, content: canonicalBytes(body), at }
}

/** `frame`: the bytes of a `body` operation. */
export function bodyAct(article: string, frame: Uint8Array, at: Date): Act {
  return { kind: 'body', subject: article, content: frame, at }
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
  const [cmdId = ''] = addActs(db, actor, [commandAct(kind, subject, body, now)])
  return cmdId
}

/** Writes the bytes of a `body` operation into the outbox, inside the caller's transaction. */
export function addBody(db: Writable, actor: string, article: string, frame: Uint8Array, now: Date): void {
  addActs(db, actor, [bodyAct(article, frame, now)])
}

/**
 * Signs acts as the next operations of their person's stream, by the threads that Node keeps for such work: it takes longer than writing
 * them. Nothing is written; `addActs` does that.
 */
export async function signedBeside(db: Readable, actor: string, acts: readonly Act[]): Promise<readonly SignedOperation[]> {
  const stream = streamOf(db, actor)
  // The first act of all opens the stream when it is written.
  if (!stream) return []
  return Promise.all(chained(stream, acts).map(async (op) => ({ ...op, sig: await signatureBeside(op, keyOf(stream)) })))
}

/**
 * Writes acts into the outbox, inside the caller's transaction. Answers their command ids, in their order. `ahead`: what `signedBeside` made
 * of them; should another act have been written to the stream since, they are signed again here.
 */
export function addActs(db: Writable, actor: string, acts: readonly Act[], ahead: readonly SignedOperation[] = []): readonly string[] {
  const stream = streamOf(db, actor) ?? openStream(db, actor, acts)
  const ops = ahead[0]?.prev === stream.chain ? ahead : chained(stream, acts).map((op) => signed(op, keyOf(stream)))
  for (const [index, op] of ops.entries()) {
    const content = acts[index]?.content
    if (op.blob !== '' && content) keepBlob(db, op.blob, content)
    addToOutbox(db, op)
  }
  const last = ops.at(-1)
  if (last) advanceStream(db, stream.id, last.n, last.hash)
  return ops.map(({ cmdId }) => cmdId)
}

/** A person's first act on this device opens their stream: its first operation names person and key, never the device. */
function openStream(db: Writable, actor: string, [first]: readonly Act[]): StreamRow {
  const { privateKey } = generateKeyPairSync('ed25519')
  const secret = new Uint8Array(privateKey.export({ format: 'der', type: 'pkcs8' }))
  const fresh: StreamRow = { id: randomUUID(), actor, secret, n: 0, chain: zeroHash, acked: 0 }
  const body: BodyOf<'stream.open'> = { stream: fresh.id, actor, key: publicHex(privateKey) }
  const op = signed(next(fresh, commandAct('stream.open', '', body, first?.at ?? new Date())), keyOf(fresh))
  addStream(db, { ...fresh, n: op.n, chain: op.hash })
  addToOutbox(db, op)
  return { ...fresh, n: op.n, chain: op.hash }
}

type Unsigned = Omit<SignedOperation, 'sig'>

/** Each act as the operation behind the one before it. */
function chained(stream: StreamRow, acts: readonly Act[]): readonly Unsigned[] {
  let at: Pick<StreamRow, 'id' | 'n' | 'chain'> = stream
  return acts.map((act) => {
    const op = next(at, act)
    at = { id: stream.id, n: op.n, chain: op.hash }
    return op
  })
}

function next({ id, n, chain }: Pick<StreamRow, 'id' | 'n' | 'chain'>, { kind, subject, content, at }: Act): Unsigned {
  const salt = new Uint8Array(randomBytes(16))
  const large = content.byteLength >= inlineLimit
  const blob = large ? blobName(content) : ''
  const body = large ? null : content
  const described = {
    stream: id,
    n: n + 1,
    prev: chain,
    kind,
    v: 1,
    subject,
    cmdId: commandId(at),
    blob,
    digest: bodyDigest(salt, body, blob),
    claimedAt: at.toISOString(),
  }
  return { ...described, hash: operationHash(described), body, salt }
}

function signed(op: Unsigned, key: KeyObject): SignedOperation {
  return { ...op, sig: new Uint8Array(sign(null, signedBytes(op.hash), key)) }
}

function signatureBeside({ hash }: Unsigned, key: KeyObject): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    sign(null, signedBytes(hash), key, (error, signature) => (error ? reject(error) : resolve(new Uint8Array(signature))))
  })
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
