/** Node's own SHA-256 for all names of bytes, in each process and worker that opens files: ten times as fast as the pure one of `shared`. */
import { createHash } from 'node:crypto'
import { hashWith } from '../shared/canonical.ts'

export function hashWithNode(): void {
  hashWith((parts) => {
    const hash = createHash('sha256')
    for (const part of parts) hash.update(part)
    return hash.digest('hex')
  })
}
