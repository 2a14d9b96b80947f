/** The data folder: made for its person alone, or refused in one sentence. [SE12] */
import { accessSync, constants, mkdirSync, readdirSync, realpathSync, rmdirSync, rmSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fail, ok, type Result } from '../../shared/result.ts'

/** Makes the folder (mode 0700) when it is not there; answers its real path, or why it cannot hold a desk. */
export function prepareDataFolder(wanted: string): Result<string> {
  const folder = resolve(wanted)
  try {
    makeFolder(folder)
    if (!statSync(folder).isDirectory()) return unusable(folder, 'ENOTDIR')
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK)
    return ok(realpathSync(folder))
  } catch (error) {
    return unusable(folder, errorCode(error))
  }
}

/** Folder by folder: Node's own recursive way never comes back where a folder above exists and still nothing can be made, as below /proc. */
function makeFolder(folder: string): void {
  const missing: string[] = []
  for (let path = folder; !statSync(path, { throwIfNoEntry: false }); path = dirname(path)) missing.unshift(path)
  for (const path of missing) mkdirSync(path, { mode: 0o700 })
}

/** The file that whoever owns the folder holds. */
export const lockName = 'owner.lock'

/** A folder that was made for something that did not come about goes again, unless anything stands in it. */
export function forgetDataFolder(folder: string): void {
  try {
    const names = readdirSync(folder)
    // SQLite keeps a journal beside it while it is held.
    if (names.some((name) => !name.startsWith(lockName))) return
    for (const name of names) rmSync(join(folder, name), { force: true })
    // Not the folder with whatever was put there meanwhile.
    rmdirSync(folder)
  } catch {
    // What was refused is what there is to tell; an empty folder harms nobody. Windows keeps a file that is held.
  }
}

/** Why files cannot be written there, from a code of the file system or of SQLite. */
export function unusable(folder: string, code: string): Result<never> {
  switch (code) {
    case 'ENOTDIR':
    case 'EEXIST':
      return fail(
        'invalid',
        `${folder} is a file or lies below one, so it cannot hold a desk. Choose another folder with --data. Nothing was changed.`,
      )
    case 'ENOSPC':
    case 'EDQUOT':
    case 'SQLITE_FULL':
      return fail(
        'full',
        `There is no room left on the disk that holds ${folder}. What is stored there is safe; make room and start again.`,
      )
    case 'ENAMETOOLONG':
      return fail('invalid', `The name of the folder ${folder.slice(0, 80)}… is too long. Choose another with --data. Nothing was changed.`)
    default:
      return fail(
        'readOnly',
        `${folder} cannot be written to (${code}). Choose another folder with --data, or change its rights. Nothing was changed.`,
      )
  }
}

/** `ENOSPC`, `SQLITE_CANTOPEN` …; `unknown` for errors that carry no code. */
export function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown'
}
