/** SHA-256 of a file's bytes: what is written, read back and compared. */
import { hash } from 'node:crypto'
import type { Hash } from '../../shared/canonical.ts'

export function contentHash(bytes: Uint8Array): Hash {
  return hash('sha256', bytes, 'hex')
}
