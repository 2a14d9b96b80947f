/** The site folder: each file goes down beside its place and is renamed over it, so that no reader meets half a page. [SI3] */
import { constants } from 'node:fs'
import { access, chmod, type FileHandle, mkdir, open, readdir, readFile, rename, rm, rmdir, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { DeliveryFailure } from '../failure.ts'
import { contentHash } from '../press.ts'
import type { BatchOfFiles, Destination, FileToWrite, Step } from './destination.ts'

export interface FolderOptions {
  readonly folder: string
  /** Whose folder it is: the desk's own is made and filled again when it vanished; another's is asked about. */
  readonly isOwn: boolean
  /** A site of ours is known to stand here. */
  readonly isKnown: boolean
}

const temporary = /^\.chancery-\d+\.tmp$/u

/** Sites are public: everybody may read them, though all else the program writes is its owner's alone. */
const fileMode = 0o644
const folderMode = 0o755

export function openFolder(options: FolderOptions): Destination {
  const { folder } = options
  return {
    check: () => explained(folder, () => check(options)),
    clean: (paths) => explained(folder, () => clean(folder, paths)),
    apply: (batch, step) => explained(folder, () => apply(options, batch, step)),
    read: (path) => explained(folder, () => readIfThere(join(folder, path))),
  }
}

async function check({ folder, isOwn, isKnown }: FolderOptions): Promise<'ready' | 'empty'> {
  const found = await stat(folder).catch(absentOnly)
  if (!found) {
    if (isKnown && !isOwn) {
      throw new DeliveryFailure(
        'transient',
        `The folder ${folder} is not there any more. Nothing was published or lost; it is tried again by itself. Connect the disk, or choose another folder in Settings.`,
      )
    }
    await makeFolder(folder)
    return 'empty'
  }
  if (!found.isDirectory())
    throw new DeliveryFailure(
      'permanent',
      `${folder} is a file, not a folder. Nothing was published or lost. Choose a folder in Settings, then try again.`,
    )
  await access(folder, constants.W_OK)
  return (await stat(join(folder, 'index.html')).catch(absentOnly)) ? 'ready' : 'empty'
}

async function clean(folder: string, paths: readonly string[]): Promise<void> {
  for (const inside of new Set(paths.map((path) => dirname(join(folder, path))))) {
    const names = await readdir(inside).catch(absentOnly)
    for (const name of names ?? []) if (temporary.test(name)) await rm(join(inside, name), { force: true })
  }
}

async function apply({ folder, isOwn }: FolderOptions, { writes, removals }: BatchOfFiles, step: Step): Promise<number> {
  const isWanted = new Map<FileToWrite, boolean>()
  await sideBySide(writes, async (file) => {
    isWanted.set(file, await isNeeded(folder, file, isOwn))
  })
  const laid = writes.filter((file) => isWanted.get(file)).map((file, index) => laidFor(folder, file, index))
  const open: FileHandle[] = []
  try {
    for (const inside of new Set(laid.map(({ to }) => dirname(to)))) await makeFolder(inside)
    await sideBySide(laid, async ({ from, file }) => {
      open.push(await lay(from, file.bytes))
      step(`laid ${file.path}`)
    })
    // Flushed together once all are written: the disk orders them better than we could, one by one.
    await sideBySide(open, (handle) => handle.datasync())
  } catch (error) {
    await sideBySide(open, (handle) => handle.close())
    for (const { from } of laid) await rm(from, { force: true }).catch(() => {})
    throw error
  }
  await sideBySide(open, (handle) => handle.close())
  step('flushed')
  // One after another, in their order: nothing is named before it can be opened.
  for (const { from, to, file } of laid) {
    await rename(from, to)
    step(`placed ${file.path}`)
  }
  for (const path of removals) {
    await rm(join(folder, path), { force: true })
    await removeEmpty(folder, dirname(path))
    step(`removed ${path}`)
  }
  await flushFolders(folder, [...new Set([...laid.map(({ file }) => file.path), ...removals].map((path) => dirname(path)))])
  return laid.length
}

interface Laid {
  readonly from: string
  readonly to: string
  readonly file: FileToWrite
}

function laidFor(folder: string, file: FileToWrite, index: number): Laid {
  const to = join(folder, file.path)
  return { from: join(dirname(to), `.chancery-${index}.tmp`), to, file }
}

/** As many at once as the process has threads for files. All are waited for; then the first failure is thrown. */
async function sideBySide<T>(list: readonly T[], act: (item: T) => Promise<void>): Promise<void> {
  const left = list.values()
  const worker = async () => {
    for (const item of left) await act(item)
  }
  const ends = await Promise.allSettled([worker(), worker(), worker(), worker()])
  for (const end of ends) if (end.status === 'rejected') throw end.reason
}

/** A file that stands there with the same bytes is not written again; one that stands there and is not ours ends the delivery. */
async function isNeeded(folder: string, file: FileToWrite, isOwn: boolean): Promise<boolean> {
  const there = await readIfThere(join(folder, file.path))
  if (!there) return true
  if (contentHash(there) === file.content) return false
  if (!file.isOurs && !isOwn) {
    throw new DeliveryFailure(
      'permanent',
      `${file.path} in ${folder} was not written by this desk. It was left as it is and nothing was published. Choose an empty folder in Settings, or move that file away, then try again.`,
    )
  }
  return true
}

async function lay(path: string, bytes: Uint8Array): Promise<FileHandle> {
  const handle = await open(path, 'w', fileMode)
  try {
    await handle.writeFile(bytes)
    await handle.chmod(fileMode)
    return handle
  } catch (error) {
    await handle.close()
    throw error
  }
}

/** Each folder on the way that is not there yet, readable by everybody: one by one, as Node's own way down never ends below /proc. */
async function makeFolder(folder: string): Promise<void> {
  const missing: string[] = []
  for (let path = folder; !(await stat(path).catch(absentOnly)); path = dirname(path)) missing.unshift(path)
  for (const path of missing) {
    await mkdir(path, folderMode).catch(thereAlready)
    // The umask takes the readers' bits away again.
    await chmod(path, folderMode)
  }
}

function thereAlready(error: unknown): void {
  if (!isCode(error, 'EEXIST')) throw error
}

/** Folders that a removed page leaves empty; one that holds anything stays. */
async function removeEmpty(folder: string, inside: string): Promise<void> {
  for (let path = inside; path !== '.' && path !== ''; path = dirname(path)) {
    try {
      await rmdir(join(folder, path))
    } catch {
      return
    }
  }
}

/** Makes the renames last through a loss of power. Windows opens no folders and has no need to. */
async function flushFolders(folder: string, inside: readonly string[]): Promise<void> {
  if (process.platform === 'win32') return
  await sideBySide(inside, async (path) => {
    const handle = await open(join(folder, path), 'r').catch(absentOnly)
    await handle?.sync()
    await handle?.close()
  })
}

async function readIfThere(file: string): Promise<Uint8Array | undefined> {
  try {
    return await readFile(file)
  } catch (error) {
    if (isCode(error, 'EISDIR')) return undefined
    return absentOnly(error)
  }
}

function absentOnly(error: unknown): undefined {
  if (isCode(error, 'ENOENT', 'ENOTDIR')) return undefined
  throw error
}

/** The computer's errors in words; what can pass by itself is tried again. */
async function explained<T>(folder: string, act: () => Promise<T>): Promise<T> {
  try {
    return await act()
  } catch (error) {
    if (isCode(error, 'ENOSPC', 'EDQUOT'))
      throw new DeliveryFailure(
        'transient',
        `The disk that holds ${folder} is full. What readers see is unchanged and nothing is lost; it is tried again by itself. Free some room.`,
      )
    if (isCode(error, 'EACCES', 'EPERM', 'EROFS'))
      throw new DeliveryFailure(
        'permanent',
        `The folder ${folder} cannot be written to. Nothing was published or lost. Give this program the right to write there, or choose another folder in Settings, then try again.`,
      )
    if (isCode(error, 'ENOTDIR', 'EEXIST', 'EISDIR', 'ENOTEMPTY')) {
      const path = error instanceof Error && 'path' in error ? String(error.path) : folder
      throw new DeliveryFailure(
        'permanent',
        `Something that is not of this desk stands in the way of the site, at ${path}. It was left as it is. Move it away, then try again.`,
      )
    }
    if (isCode(error, 'ENOENT', 'EIO', 'EBUSY', 'EMFILE', 'ENFILE', 'ESTALE', 'ETIMEDOUT')) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : ''
      throw new DeliveryFailure(
        'transient',
        `The folder ${folder} could not be written just now (${code}). Nothing is lost; it is tried again by itself.`,
      )
    }
    throw error
  }
}

function isCode(error: unknown, ...codes: readonly string[]): boolean {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && codes.includes(error.code)
}
