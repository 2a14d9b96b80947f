/** Backups made from the screens: one file in a folder that somebody names, opened by a recovery code that is answered once. */
import { z } from 'zod'
import { ask } from './row.ts'

export interface KeptBackup {
  /** The file's name in its folder. */
  readonly name: string
  readonly madeAt: string
  /** Bytes. */
  readonly size: number
}

/** An absolute path, as the system of this computer writes it. */
const folder = z.string().trim().min(1, 'needs a folder').max(1000)

export const backups = {
  /** The backups in a folder, newest first, of whatever desk. */
  'backups.list': ask<{ readonly backups: readonly KeptBackup[] }>()(z.strictObject({ folder })),
  /** Answers when the file is written and read back; meanwhile it is a job that can be stopped. */
  'backups.make': ask<{ readonly backup: string; readonly name: string; readonly recoveryCode: string }>()(z.strictObject({ folder })),
  /** Removes one that was made since the program began, because nobody wrote its code down. */
  'backups.giveUp': ask<{ readonly removed: true }>()(z.strictObject({ backup: z.string().max(60) })),
} as const
