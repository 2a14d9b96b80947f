/** Ed25519 over operations: checked for every stream, made for the hub's own. [SE8] */
import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign, verify } from 'node:crypto'
import type { Hash } from '../shared/canonical.ts'
import { signedBytes } from '../shared/sync/operation.ts'

/** A public key as streams announce it: 32 bytes, 64 hexadecimal characters. */
export type PublicKeyHex = string

export function isSignedBy(key: PublicKeyHex, hash: Hash, signature: Uint8Array): boolean {
  return signature.byteLength === 64 && verify(null, signedBytes(hash), publicKey(key), signature)
}

/** The place of the first operation whose signature is not that of its stream, or -1. Many are checked by the threads that Node keeps for such work. */
export async function firstForged(key: PublicKeyHex, ops: readonly { readonly hash: Hash; readonly sig: Uint8Array }[]): Promise<number> {
  const [only] = ops
  if (ops.length === 1 && only) return isSignedBy(key, only.hash, only.sig) ? -1 : 0
  const genuine = await Promise.all(ops.map(({ hash, sig }) => isSignedBeside(key, hash, sig)))
  return genuine.indexOf(false)
}

function isSignedBeside(key: PublicKeyHex, hash: Hash, signature: Uint8Array): Promise<boolean> {
  if (signature.byteLength !== 64) return Promise.resolve(false)
  return new Promise((resolve, reject) => {
    verify(null, signedBytes(hash), publicKey(key), signature, (error, isGenuine) => (error ? reject(error) : resolve(isGenuine)))
  })
}

export function signHash(key: KeyObject, hash: Hash): Uint8Array {
  return new Uint8Array(sign(null, signedBytes(hash), key))
}

/** A fresh key: the private half as PKCS#8 bytes for the encrypted file, the public half as announced. */
export function newKey(): { readonly secret: Uint8Array; readonly key: PublicKeyHex } {
  const { privateKey } = generateKeyPairSync('ed25519')
  return { secret: new Uint8Array(privateKey.export({ format: 'der', type: 'pkcs8' })), key: publicHex(privateKey) }
}

export function readKey(secret: Uint8Array): KeyObject {
  return createPrivateKey({ key: Buffer.from(secret), format: 'der', type: 'pkcs8' })
}

export function publicHex(privateKey: KeyObject): PublicKeyHex {
  const { x } = createPublicKey(privateKey).export({ format: 'jwk' })
  if (x === undefined) throw new Error('an Ed25519 key has no public half')
  return Buffer.from(x, 'base64url').toString('hex')
}

const known = new Map<PublicKeyHex, KeyObject>()

function publicKey(key: PublicKeyHex): KeyObject {
  const before = known.get(key)
  if (before) return before
  const made = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(key, 'hex').toString('base64url') }, format: 'jwk' })
  known.set(key, made)
  return made
}
