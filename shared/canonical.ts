/** Canonical bytes and their names: RFC 8785 JSON with NFC strings, and SHA-256 over a domain prefix. */
import { sha256 as pureSha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import canonicalize from 'canonicalize'

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json | undefined }

/** A SHA-256 in lower-case hexadecimal: 64 characters. */
export type Hash = string

/** The RFC 8785 text of `value`, every string in Unicode normal form C first. Throws on what JSON cannot hold. */
export function canonicalText(value: unknown): string {
  const text = canonicalize(normalised(value))
  if (text === undefined) throw new Error('canonicalText: the value has no JSON form')
  return text
}

/** The bytes that are hashed, signed and stored: `canonicalText` in UTF-8. */
export function canonicalBytes(value: unknown): Uint8Array {
  return utf8ToBytes(canonicalText(value))
}

/** SHA-256 of these parts, one after the other, in lower-case hexadecimal. */
export type Sha256 = (parts: readonly (Uint8Array | string)[]) => Hash

let sha256: Sha256 = (parts) => {
  const hash = pureSha256.create()
  for (const part of parts) hash.update(typeof part === 'string' ? utf8ToBytes(part) : part)
  return bytesToHex(hash.digest())
}

/** Where the computer has a faster SHA-256 it is used from then on; the names are the same. */
export function hashWith(faster: Sha256): void {
  sha256 = faster
}

/** SHA-256 of `prefix` and `bytes`; the prefix (`chancery/version/1\n`) keeps one kind of name from serving as another. */
export function hashOf(prefix: string, ...parts: readonly (Uint8Array | string)[]): Hash {
  return sha256([prefix, ...parts])
}

/** The name of a blob: plain SHA-256 of its bytes, as any tool would compute it. */
export function blobName(bytes: Uint8Array): Hash {
  return sha256([bytes])
}

function normalised(value: unknown): unknown {
  if (typeof value === 'string') return value.normalize('NFC')
  if (Array.isArray(value)) return value.map(normalised)
  if (value !== null && typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key.normalize('NFC'), normalised(entry)]))
  }
  return value
}
