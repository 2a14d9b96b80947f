/** Restoring a backup from the first screen: the file comes in pieces, is checked whole with its code, and takes the empty desk's place. */
import { mkdir, open, rm, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { fail, ok, type Result } from '../../shared/result.ts'
import { readBackup } from '../backup/read.ts'
import { readDeskState } from '../database/meta.ts'
import { errorCode, unusable } from '../owner/dataFolder.ts'
import type { Context, Handlers } from './context.ts'

/** In the data folder while a backup is handed in; what an earlier attempt left goes when the next begins. */
const folderName = 'uploads'

export const restoreHandlers: Pick<Handlers, 'desk.uploadBackup' | 'desk.restore'> = {
  async 'desk.uploadBackup'(context, _caller, { upload, offset, bytes }) {
    const refused = refusal(context)
    if (refused) return refused
    const folder = join(context.dataFolder, folderName)
    const file = join(folder, upload)
    try {
      if (offset === 0) await rm(folder, { recursive: true, force: true })
      await mkdir(folder, { recursive: true, mode: 0o700 })
      const handle = await open(file, offset === 0 ? 'wx' : 'r+', 0o600)
      try {
        const { size } = await handle.stat()
        if (size !== offset) return fail('conflict', 'The backup was handed in twice at once. Nothing was changed; choose the file again.')
        await handle.write(bytes, 0, bytes.byteLength, offset)
        return ok({ size: offset + bytes.byteLength })
      } finally {
        await handle.close()
      }
    } catch (error) {
      return unusable(context.dataFolder, errorCode(error))
    }
  },

  async 'desk.restore'(context, _caller, { upload, name, code }) {
    const refused = refusal(context)
    if (refused) return refused
    const folder = join(context.dataFolder, folderName)
    const file = join(folder, upload)
    if (!(await stat(file).catch(() => undefined))) return fail('notFound', 'The backup has not been handed in. Choose the file again.')
    // Checked while the empty desk stands: a wrong code or a damaged byte changes nothing. [BK3]
    const backup = await readBackup({ file, recoveryCode: code })
    if (!backup.ok) return named(backup.error.message, file, name)
    const restored = await context.replaceDesk({ file, recoveryCode: code })
    await rm(folder, { recursive: true, force: true })
    return restored.ok ? ok({ restored: true }) : restored
  },
}

/** Never over a desk. [BK4] */
function refusal(context: Context): Result<never> | undefined {
  if (context.readOnly !== '') return fail('readOnly', context.readOnly)
  if (!readDeskState(context.db)) return undefined
  return fail(
    'conflict',
    'A desk is begun here already, and a backup never takes its place. Start Chancery with another data folder for it.',
  )
}

/** In its sentences the file has the name the person knows. */
function named(message: string, file: string, name: string): Result<never> {
  return fail('invalid', message.replaceAll(file, basename(name)))
}
