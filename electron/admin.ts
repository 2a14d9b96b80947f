/** What only the command line does: whole builds, verifying and rebuilding while it waits, backups. */
import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fail, ok, type Result } from '../shared/result.ts'
import { unwritable, writeBackup } from './backup/write.ts'
import { readArticle } from './database/articles.ts'
import { type Context, deskOf, guarded } from './handlers/context.ts'
import { upkeep } from './jobs/upkeep.ts'
import { rebuildAll, verifyAll } from './jobs/verify.ts'
import { errorCode } from './owner/dataFolder.ts'
import { previewOf } from './preview/preview.ts'
import type { Admin } from './session.ts'

export function adminOf(context: Context, key: Uint8Array): Admin {
  return {
    buildSite: (folder) =>
      guarded(async () => {
        await context.sync.sync()
        const built = await context.line.ask({ type: 'buildSite', folder })
        return built.ok ? ok({ files: built.value.files }) : fail('invalid', built.message)
      }),

    async previewBytes(id) {
      const desk = deskOf(context)
      if (!desk.ok) return desk
      const article = readArticle(context.db, id)
      return article
        ? ok((await previewOf(context, desk.value, article)).bytes)
        : fail('notFound', 'There is no such article at this desk.')
    },

    verify: () => guarded(async () => ok({ problems: await verifyAll(context, () => {}) })),

    rebuild: () => guarded(async () => ok({ changed: await rebuildAll(context, () => {}) })),

    backup: (file) => guarded(() => backup(context, key, file)),
  }
}

/** Both files copied whole while the desk goes on, then packed and read back. */
async function backup(context: Context, key: Uint8Array, file: string): Promise<Result<{ readonly recoveryCode: string }>> {
  const desk = deskOf(context)
  if (!desk.ok) return desk
  await context.sync.sync().catch(() => {})
  // Beside the backup: a full disk under the desk must not keep anybody from saving it to another one.
  let folder: string | undefined
  try {
    folder = mkdtempSync(`${file}.copying-`)
    const parts = ['workstation.db', 'hub.db'].map((name) => ({ name, path: join(folder ?? '', name) }))
    await upkeep('copy', context.dataFolder, join(folder, 'workstation.db'))
    const copied = await context.line.ask({ type: 'copy', file: join(folder, 'hub.db') })
    if (!copied.ok) return copied.refusal === 'FULL' ? unwritable(file, 'ENOSPC') : fail('internal', copied.message)
    return await writeBackup({ file, parts, key, now: context.now() })
  } catch (error) {
    return unwritable(file, errorCode(error))
  } finally {
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true })
  }
}
