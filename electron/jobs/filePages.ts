/** The two files of a desk, page by page: what was changed outside the program. */
import { join } from 'node:path'
import { damagedPages } from '../../sqlite/pages.ts'
import { fileKeyStore, MissingKey } from '../database/keyStore.ts'

/** A sentence for each damaged page; can be asked of a desk that does not open any more. */
export function fileProblems(folder: string): readonly string[] {
  const key = keyIn(folder)
  if (!key) return []
  return ['workstation.db', 'hub.db'].flatMap((name) => damagedPages(join(folder, name), key).map((problem) => `${name}: ${problem}`))
}

/** Undefined as well where the key file is missing or is none: no page can be checked without it. */
function keyIn(folder: string): Uint8Array | undefined {
  try {
    return fileKeyStore(folder).read()
  } catch (error) {
    if (error instanceof MissingKey) return undefined
    throw error
  }
}
