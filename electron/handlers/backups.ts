/** Backups made from the screens, by an administrator. */
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fail, ok, type Result } from '../../shared/result.ts'
import { backupFolder, backupName, listBackups } from '../backup/folder.ts'
import { type Caller, type Context, guarded, type Handlers, personOf } from './context.ts'

/** Files whose code is still to be written down, by the job that made them, and for whom. A program that ended asks about none of them. */
const made = new Map<string, { readonly file: string; readonly person: string }>()

export const backupHandlers: Pick<Handlers, 'backups.list' | 'backups.make' | 'backups.giveUp'> = {
  async 'backups.list'(context, caller, { folder }) {
    const where = folderFor(context, caller, folder)
    return where.ok ? ok({ backups: await listBackups(where.value) }) : where
  },

  async 'backups.make'(context, caller, { folder }) {
    const where = folderFor(context, caller, folder)
    if (!where.ok) return where
    const at = personOf(context, caller)
    if (!at.ok) return at
    if (context.jobs.list().some(({ kind, state }) => kind === 'backup' && state === 'running'))
      return fail('conflict', 'A backup is being made already. Wait for it, or stop it first.')
    const name = backupName(at.value.desk.settings.publication, context.now())
    const file = join(where.value, name)
    const answer = Promise.withResolvers<Result<{ readonly recoveryCode: string }>>()
    const { id } = context.jobs.start('backup', 0, async ({ say, stopped }) => {
      const abort = new AbortController()
      void stopped.then(() => abort.abort())
      const kept = await guarded(() => context.backup(file, { say, signal: abort.signal })).catch((error: unknown) => {
        answer.reject(error)
        throw error
      })
      answer.resolve(kept)
      if (!kept.ok && !abort.signal.aborted) throw new Error(kept.error.message)
    })
    const kept = await answer.promise
    if (!kept.ok) return kept
    made.set(id, { file, person: caller.person })
    return ok({ backup: id, name, recoveryCode: kept.value.recoveryCode })
  },

  async 'backups.giveUp'(_context, caller, { backup }) {
    const kept = made.get(backup)
    if (kept?.person !== caller.person) return fail('notFound', 'No backup of yours is known here by this name. It was left as it is.')
    await rm(kept.file, { force: true })
    made.delete(backup)
    return ok({ removed: true })
  },
}

function folderFor(context: Context, caller: Caller, folder: string): Result<string> {
  const at = personOf(context, caller)
  if (!at.ok) return at
  if (!at.value.person.roles.includes('administrator'))
    return fail('notAllowed', 'Backups hold everything of the desk, and are made by an administrator. No backup was made.')
  return backupFolder(folder, context.dataFolder)
}
