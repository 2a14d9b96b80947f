/** What is done to the files of a site folder, by calls that wait: in a thread of its own, where they hold up nobody. [SI3] */
import { createHash } from 'node:crypto'
import { accessSync, closeSync, constants, openSync, readdirSync, readSync, renameSync, rmdirSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Hash } from '../../../shared/canonical.ts'
import { contentHash } from '../contentHash.ts'
import { DeliveryFailure } from '../failure.ts'
import type { BatchOfFiles, FileToWrite, Step } from './destination.ts'
import { flushFiles, flushFolders } from './flush.ts'
import { absentOnly } from './folderTrouble.ts'
import { type FileToLay, layFiles, makeFolder } from './laying.ts'

export interface FolderOptions {
  readonly folder: string
  /** Whose folder it is: the desk's own is made and filled again when it vanished; another's is asked about. */
  readonly isOwn: boolean
  /** A site of ours is known to stand here. */
  readonly isKnown: boolean
}

const temporary = /^\.chancery-\d+\.tmp$/u

export function checkFolder({ folder, isOwn, isKnown }: FolderOptions): 'ready' | 'empty' {
  const found = statSync(folder, { throwIfNoEntry: false })
  if (!found) {
    if (isKnown && !isOwn) {
      throw new DeliveryFailure(
        'transient',
        `The folder ${folder} is not there any more. Nothing was published or lost; it is tried again by itself. Connect the disk, or choose another folder in Settings.`,
      )
    }
    makeFolder(folder)
    return 'empty'
  }
  if (!found.isDirectory())
    throw new DeliveryFailure(
      'permanent',
      `${folder} is a file, not a folder. Nothing was published or lost. Choose a folder in Settings, then try again.`,
    )
  accessSync(folder, constants.W_OK)
  return statSync(join(folder, 'index.html'), { throwIfNoEntry: false }) ? 'ready' : 'empty'
}

export function cleanFolder(folder: string, paths: readonly string[]): void {
  for (const inside of new Set(paths.map((path) => dirname(join(folder, path)))))
    for (const name of namesIn(inside)) if (temporary.test(name)) rmSync(join(inside, name), { force: true })
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch (error) {
    return absentOnly(error) ?? []
  }
}

/** Lays all of these files, and is done with them when it answers or throws. */
export type Lay = (files: readonly FileToLay[], laid: (file: FileToLay) => void) => void | Promise<void>

export async function applyBatch(
  { folder, isOwn }: FolderOptions,
  { writes, removals }: BatchOfFiles,
  step: Step = () => {},
  lay: Lay = layFiles,
): Promise<number> {
  const laid = writes.filter((file) => isNeeded(folder, file, isOwn)).map((file, index) => laidFor(folder, file, index))
  try {
    await lay(laid, ({ path }) => step(`laid ${path}`))
    // Flushed together once all are written: the disk orders them better than we could, one by one.
    await flushFiles(
      folder,
      laid.map(({ from }) => from),
    )
  } catch (error) {
    for (const { from } of laid) removeQuietly(from)
    throw error
  }
  step('flushed')
  // One after another, in their order: nothing is named before it can be opened.
  for (const { from, to, path } of laid) {
    renameSync(from, to)
    step(`placed ${path}`)
  }
  for (const path of removals) {
    rmSync(join(folder, path), { force: true })
    removeEmpty(folder, dirname(path))
    step(`removed ${path}`)
  }
  return laid.length
}

/** Names, new and gone, stand in their folders. */
export async function settleFolder(folder: string, paths: readonly string[]): Promise<void> {
  await flushFolders(folder, [...new Set(paths.map((path) => dirname(join(folder, path))))])
}

interface Laid extends FileToLay {
  readonly to: string
}

function laidFor(folder: string, { path, bytes }: FileToWrite, index: number): Laid {
  const to = join(folder, path)
  return { from: join(dirname(to), `.chancery-${index}.tmp`), to, path, bytes }
}

/** A file that stands there with the same bytes is not written again; one that stands there and is not ours ends the delivery. */
function isNeeded(folder: string, file: FileToWrite, isOwn: boolean): boolean {
  const there = hashAt(join(folder, file.path))
  if (there === undefined) return true
  if (there === file.content) return false
  if (!file.isOurs && !isOwn) {
    throw new DeliveryFailure(
      'permanent',
      `${file.path} in ${folder} was not written by this desk. It was left as it is and nothing was published. Choose an empty folder in Settings, or move that file away, then try again.`,
    )
  }
  return true
}

function removeQuietly(file: string): void {
  try {
    rmSync(file, { force: true })
  } catch {
    // The failure that led here is the one to tell of.
  }
}

/** Folders that a removed page leaves empty; one that holds anything stays. */
function removeEmpty(folder: string, inside: string): void {
  for (let path = inside; path !== '.' && path !== ''; path = dirname(path)) {
    try {
      rmdirSync(join(folder, path))
    } catch {
      return
    }
  }
}

/** Names of what stands at these paths, in their order. */
export function hashesIn(folder: string, paths: readonly string[]): readonly (Hash | undefined)[] {
  return paths.map((path) => hashAt(join(folder, path)))
}

/** A page and more. */
const piece = new Uint8Array(256 * 1024)

/** Reads on until `piece` is full or the file at its end. */
function fill(handle: number): number {
  let filled = 0
  for (let read = -1; read !== 0 && filled < piece.length; filled += read)
    read = readSync(handle, piece, filled, piece.length - filled, null)
  return filled
}

/** Undefined where no file stands. A file is read in pieces: none is too large. */
function hashAt(file: string): Hash | undefined {
  if (!statSync(file, { throwIfNoEntry: false })?.isFile()) return undefined
  const handle = openSync(file, 'r')
  try {
    const first = fill(handle)
    // Nearly every page is read by now.
    if (first < piece.length) return contentHash(piece.subarray(0, first))
    const whole = createHash('sha256').update(piece)
    for (let read = fill(handle); read > 0; read = fill(handle)) whole.update(piece.subarray(0, read))
    return whole.digest('hex')
  } finally {
    closeSync(handle)
  }
}
