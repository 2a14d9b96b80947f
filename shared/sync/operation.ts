/** An operation on the wire: signed and chained by its stream, given its place by the hub. */
import { canonicalText, type Hash, hashOf } from '../canonical.ts'

/** What a stream signs. `body` and `blob` exclude each other: bytes of 64 KB and more travel as a blob. */
export interface SignedOperation {
  readonly stream: string
  /** 1, 2, 3 … within the stream, without gaps. */
  readonly n: number
  /** `hash` of the stream's operation before it; 64 zeros for the first. [SY4] */
  readonly prev: Hash
  readonly hash: Hash
  /** Ed25519 over `signedBytes(hash)`, 64 bytes. */
  readonly sig: Uint8Array
  readonly kind: string
  readonly v: number
  /** Article id, or empty for the desk's own. */
  readonly subject: string
  /** One outcome for ever per command id. [SY8] */
  readonly cmdId: string
  /** Null once erased, or when it is a blob. [SY20] */
  readonly body: Uint8Array | null
  /** SHA-256 of the blob that carries the body; empty when `body` does. */
  readonly blob: string
  /** 16 random bytes, so that the digest of an erased body gives nothing away; null once erased. */
  readonly salt: Uint8Array | null
  /** H(salt ‖ body): stays when both are erased, so that the chain still verifies. */
  readonly digest: Hash
  /** The workstation's clock; shown, never trusted. [SY14] */
  readonly claimedAt: string
}

/** An operation in the desk's order, with its outcome. */
export interface OrderedOperation extends SignedOperation {
  readonly seq: number
  readonly epoch: number
  /** The hub's clock. */
  readonly at: string
  readonly outcome: 'accepted' | 'refused'
  /** Why it was refused, in words; empty otherwise. */
  readonly reason: string
  readonly actor: string
}

/** Bodies of this size and more become blobs, or the numbers behind one paste would starve. */
export const inlineLimit = 64 * 1024

export const zeroHash: Hash = '0'.repeat(64)

/** H(salt ‖ body); for a blob the body is its name. */
export function bodyDigest(salt: Uint8Array, body: Uint8Array | null, blob: string): Hash {
  return hashOf('chancery/body/1\n', salt, body ?? blob)
}

/** `hash = H(prev ‖ meta ‖ H(salt ‖ body))`. [SY4] */
export function operationHash(
  op: Pick<SignedOperation, 'stream' | 'n' | 'prev' | 'kind' | 'v' | 'subject' | 'cmdId' | 'blob' | 'digest' | 'claimedAt'>,
): Hash {
  return hashOf('chancery/op/1\n', op.prev, canonicalMeta(op), op.digest)
}

/** Signs that canonical text writes as they are, in whatever string they stand. */
const plainSigns = /^[ -[\]-~]*$/

/** `canonicalText` of these. They are ids, nearly always: written in the order of their names they are canonical as JSON writes them. */
function canonicalMeta({ blob, claimedAt, cmdId, kind, n, stream, subject, v }: Parameters<typeof operationHash>[0]): string {
  const meta = { blob, claimedAt, cmdId, kind, n, stream, subject, v }
  const text = JSON.stringify(meta)
  return plainSigns.test(text) ? text : canonicalText(meta)
}

/** The bytes a stream's key signs for one operation. [SE8] */
export function signedBytes(hash: Hash): Uint8Array {
  return new TextEncoder().encode(`chancery/op-signature/1\n${hash}`)
}

/** What is wrong with an operation beside its signature, or undefined: its hash, its digest, its place behind `prev`. */
export function chainProblem(op: SignedOperation, n: number, prev: Hash): string | undefined {
  if (op.n !== n) return `it is number ${op.n} where ${n} was expected`
  if (op.prev !== prev) return 'it does not follow the operation before it'
  if (op.salt && (op.body || op.blob) && bodyDigest(op.salt, op.body, op.blob) !== op.digest)
    return 'its body is not the one that was signed'
  if (operationHash(op) !== op.hash) return 'its description is not the one that was signed'
  return undefined
}
