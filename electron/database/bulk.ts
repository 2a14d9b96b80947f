/** How the index is kept while very much is written to it: what is put off is done once for many. Nothing is less safe for it. */
import { diskTrouble } from '../../sqlite/trouble.ts'
import type { Writable } from './open.ts'
import { mergeIndexAfter } from './search.ts'

/** FTS5's own number of parts of the index that are brought together at once, and one for many articles in a row. */
const parts = { writing: 4, importing: 16 } as const

export function beginBulk(db: Writable): void {
  merge(db, parts.importing)
}

/** Cut off before this, the index is as good and has some more parts until the next import ends. */
export function endBulk(db: Writable): void {
  merge(db, parts.writing)
}

/** Only saves time: whoever meets a full disk next says so. */
function merge(db: Writable, after: number): void {
  try {
    mergeIndexAfter(db, after)
  } catch (error) {
    if (!diskTrouble(error)) throw error
  }
}
