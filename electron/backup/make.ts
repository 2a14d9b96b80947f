/** Making a backup of an open desk: both files are copied whole while the desk goes on, then packed and read back. */
import { mkdtempSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fail, type Result } from '../../shared/result.ts'
import { type Context, deskOf } from '../handlers/context.ts'
import { upkeep } from '../jobs/upkeep.ts'
import { errorCode } from '../owner/dataFolder.ts'
import { isWithin, withinDesk } from './folder.ts'
import { stopped, unwritable, type Watched, writeBackup } from './write.ts'

/** `file` is new: what is there already is left as it is. Stopped or failed, nothing of it is left. */
export async function makeBackup(
  context: Context,
  key: Uint8Array,
  file: string,
  watched: Watched = {},
): Promise<Result<{ readonly recoveryCode: string }>> {
  const desk = deskOf(context)
  if (!desk.ok) return desk
  await context.sync.sync().catch(() => {})
  // Beside the backup: a full disk under the desk must not keep anybody from saving it to another one.
  let folder: string | undefined
  try {
    if (isWithin(dirname(file), context.dataFolder)) return withinDesk(file)
    folder = mkdtempSync(`${file}.copying-`)
    const parts = ['workstation.db', 'hub.db'].map((name) => ({ name, path: join(folder ?? '', name) }))
    watched.say?.({ step: 'copying', done: 0, total: 0 })
    await upkeep('copy', context.dataFolder, join(folder, 'workstation.db'))
    if (watched.signal?.aborted) return stopped
    const copied = await context.line.ask({ type: 'copy', file: join(folder, 'hub.db') })
    if (!copied.ok) return copied.refusal === 'FULL' ? unwritable(file, 'ENOSPC') : fail('internal', copied.message)
    return await writeBackup({ file, parts, key, now: context.now(), ...watched })
  } catch (error) {
    return unwritable(file, errorCode(error))
  } finally {
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true })
  }
}
