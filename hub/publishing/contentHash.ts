/** SHA-256 of a file's bytes, or of its text in UTF-8: what is written, read back and compared. */
import { hash } from 'node:crypto'
import type { Hash } from '../../shared/canonical.ts'

export function contentHash(bytes: Uint8Array | string): Hash {
  return hash('sha256', bytes, 'hex')
}
