/** The two files of a desk, page by page: what was changed outside the program. */
import { join } from 'node:path'
import { damagedPages } from '../../sqlite/pages.ts'
import { fileKeyStore } from '../database/keyStore.ts'

/** A sentence for each damaged page; can be asked of a desk that does not open any more. */
export function fileProblems(folder: string): readonly string[] {
  const key = fileKeyStore(folder).read()
  if (!key) return []
  return ['workstation.db', 'hub.db'].flatMap((name) => damagedPages(join(folder, name), key).map((problem) => `${name}: ${problem}`))
}
