/** Damage: bytes of the desk's file that were changed or lost outside the program. No bug, and nothing a second try could mend. */
import { isCode } from './open.ts'

export function isDamage(error: unknown): boolean {
  return isCode(error, 'SQLITE_CORRUPT', 'SQLITE_NOTADB')
}

export const damageSentence =
  'A part of the desk’s file is damaged, so this could not be done. The files were left as they are. “verify” on the command line names the place; restore a backup into another folder to go on.'
