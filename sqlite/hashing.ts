/** Node's own SHA-256 for all names of bytes, in each process and worker that opens files: ten times as fast as the pure one of `shared`. */
import { createHash, hash as hashAtOnce } from 'node:crypto'
import { hashWith } from '../shared/canonical.ts'

export function hashWithNode(): void {
  hashWith((parts) => {
    const [prefix, text] = parts
    // Most names are of one text.
    if (parts.length === 2 && typeof prefix === 'string' && typeof text === 'string' && prefix.endsWith('\n'))
      return hashAtOnce('sha256', prefix + text, 'hex')
    const hash = createHash('sha256')
    for (const part of parts) hash.update(part)
    return hash.digest('hex')
  })
}
