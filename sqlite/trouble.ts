/** What a disk can do to a file that is written: be full, or fail. Told in words; everything else is a bug and stays one. */
import { isCode } from './open.ts'

export interface DiskTrouble {
  readonly code: 'full' | 'readOnly'
  /** What happened, what is safe, what to do. */
  readonly message: string
}

/** SQLite has taken back the whole transaction when it answers with one of these: nothing half-done stays. */
export function diskTrouble(error: unknown): DiskTrouble | undefined {
  // The index of the log of writes is a file too; without room for it SQLite speaks of input and output.
  if (isCode(error, 'SQLITE_FULL', 'SQLITE_IOERR_SHMSIZE') || isSystemCode(error, 'ENOSPC', 'EDQUOT')) {
    return {
      code: 'full',
      message: 'The disk is full. What was saved before is safe; this is not stored. Make some room and try again.',
    }
  }
  if (isCode(error, 'SQLITE_IOERR', 'SQLITE_READONLY')) {
    return {
      code: 'readOnly',
      message: `The disk did not take what was written (${error.code}). What was saved before is safe; this is not stored. See that the disk is connected and may be written to, then try again.`,
    }
  }
  return undefined
}

function isSystemCode(error: unknown, ...codes: readonly string[]): boolean {
  return error instanceof Error && 'code' in error && codes.some((code) => code === error.code)
}
