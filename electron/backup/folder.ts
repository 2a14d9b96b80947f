/** The folder that somebody keeps backups in: whether it can be used, what lies in it, what the next file is called. */
import { accessSync, constants, realpathSync, statSync } from 'node:fs'
import { open, readdir } from 'node:fs/promises'
import { isAbsolute, join, relative } from 'node:path'
import type { KeptBackup } from '../../shared/contract/backups.ts'
import { slugOf } from '../../shared/desk/slug.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { errorCode } from '../owner/dataFolder.ts'
import { readHeader } from './read.ts'

const ending = '.chancery'

/** The folder's real path, or one sentence. Nothing is made there. */
export function backupFolder(wanted: string, dataFolder: string): Result<string> {
  if (!isAbsolute(wanted)) return fail('invalid', `“${wanted}” does not say where: write the whole path, from the top of the disk.`)
  try {
    const folder = realpathSync(wanted)
    if (!statSync(folder).isDirectory()) return fail('invalid', `${wanted} is a file and no folder. Name the folder it lies in.`)
    if (isWithin(folder, dataFolder)) return withinDesk(wanted)
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK)
    return ok(folder)
  } catch (error) {
    const code = errorCode(error)
    if (code === 'ENOENT' || code === 'ENOTDIR')
      return fail('notFound', `There is no folder ${wanted}. Make it first, or put in the disk that holds it.`)
    return fail('invalid', `${wanted} cannot be written to (${code}). Choose another folder, or change its rights.`)
  }
}

/** Both are there; links are followed. */
export function isWithin(folder: string, dataFolder: string): boolean {
  const way = relative(realpathSync(dataFolder), realpathSync(folder))
  return way === '' || (!way.startsWith('..') && !isAbsolute(way))
}

export function withinDesk(wanted: string): Result<never> {
  return fail('invalid', `${wanted} lies in the desk’s own folder, and would be lost with it. Choose another, best on another disk.`)
}

/** `the-ferry-2027-03-29-060000.chancery`: sorts by time among those of one newspaper. */
export function backupName(publication: string, now: Date): string {
  const at = now.toISOString().slice(0, 19).replace('T', '-').replaceAll(':', '')
  return `${slugOf(publication)}-${at}${ending}`
}

/** Newest first. What only looks like a backup is left out; whether one is whole is seen when it is opened. */
export async function listBackups(folder: string): Promise<readonly KeptBackup[]> {
  const found: KeptBackup[] = []
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const { name } = entry
    if (!entry.isFile() || !name.endsWith(ending)) continue
    const kept = await keptBackup(join(folder, name), name).catch(() => undefined)
    if (kept) found.push(kept)
  }
  return found.toSorted((a, b) => b.madeAt.localeCompare(a.madeAt))
}

async function keptBackup(file: string, name: string): Promise<KeptBackup | undefined> {
  const handle = await open(file, 'r')
  try {
    const head = await readHeader(handle, file)
    return head.ok ? { name, madeAt: head.value.header.contents.madeAt, size: (await handle.stat()).size } : undefined
  } finally {
    await handle.close()
  }
}
