/** Pictures on this computer: rows of the encrypted file, named by their bytes. */
import { sizeOfPicture } from '../../shared/picture/webp.ts'
import type { Readable } from './open.ts'
import { readBlob } from './outbox.ts'

/** A picture's bytes; nothing else that is kept under such a name is ever taken for one. */
export function readPicture(db: Readable, hash: string): Uint8Array | undefined {
  const bytes = readBlob(db, hash)
  return bytes && sizeOfPicture(bytes) ? bytes : undefined
}
