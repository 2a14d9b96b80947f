/** Laying files down beside their places: their folders, and their bytes under a name of their own that no reader asks for. [SI3] */
import { chmodSync, closeSync, fchmodSync, mkdirSync, openSync, statSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { allIsWhole, DeliveryFailure } from '../failure.ts'
import type { FileToWrite } from './destination.ts'
import { hashAt } from './fileHash.ts'
import { inTheWay, isCode } from './folderTrouble.ts'
import { within } from './within.ts'

export interface FolderOptions {
  readonly folder: string
  /** Whose folder it is: the desk's own is made and filled again when it vanished; another's is asked about. */
  readonly isOwn: boolean
  /** A site of ours is known to stand here. */
  readonly isKnown: boolean
}

/** Sites are public: everybody may read them, though all else the program writes is its owner's alone. */
const fileMode = 0o644
const folderMode = 0o755

/** Where a file lies until it is named. */
export function laidAt(folder: string, path: string): string {
  const at = path.lastIndexOf('/') + 1
  return within(folder, `${path.slice(0, at)}.chancery-${path.slice(at)}.tmp`)
}

/** What `laidAt` calls them, in any version of the program. */
export const laidName = /^\.chancery-.+\.tmp$/u

/** Answers the paths that were laid, in their order: not those that hold these very bytes already. `laid` is told of each. What was laid stays there when it throws. */
export function layFiles({ folder, isOwn }: FolderOptions, files: readonly FileToWrite[], laid: (path: string) => void): readonly string[] {
  const made = new Map<string, boolean>()
  const paths: string[] = []
  for (const file of files) {
    const { path, bytes } = file
    // In a folder that was made just now nothing can stand.
    const isNew = makeFolder(dirname(within(folder, path)), made)
    if (!isNew && !isNeeded(folder, file, isOwn)) continue
    lay(laidAt(folder, path), bytes)
    paths.push(path)
    laid(path)
  }
  return paths
}

function lay(at: string, bytes: Uint8Array): void {
  const handle = openSync(at, 'w', fileMode)
  try {
    writeFileSync(handle, bytes)
    fchmodSync(handle, fileMode)
  } finally {
    closeSync(handle)
  }
}

/** A file that stands there with the same bytes is not written again; one that is not ours ends the delivery, and so does what is no file. */
function isNeeded(folder: string, file: FileToWrite, isOwn: boolean): boolean {
  const at = within(folder, file.path)
  const found = statSync(at, { throwIfNoEntry: false })
  if (!found) return true
  // A folder, a pipe, a socket: it would be renamed over like a file.
  if (!found.isFile()) throw inTheWay(at)
  // Of another length it is another page: nearly all that a release changes grow, and need not be read for it.
  if (found.size === file.bytes.length) {
    const there = hashAt(at)
    if (there === undefined) return true
    if (there === file.content) return false
  }
  if (!file.isOurs && !isOwn) {
    throw new DeliveryFailure(
      'permanent',
      `${file.path} in ${folder} was not written by this desk. It was left as it is. ${allIsWhole}. Choose an empty folder in Settings, or move that file away, then try again.`,
    )
  }
  return true
}

/**
 * Each folder on the way that is not there yet, readable by everybody: one by one, as Node's own way down never ends below
 * /proc. `made`: those asked for before; true where it had to be made.
 */
export function makeFolder(folder: string, made: Map<string, boolean> = new Map()): boolean {
  const known = made.get(folder)
  if (known !== undefined) return known
  const isNew = makeWithin(folder, made)
  made.set(folder, isNew)
  return isNew
}

function makeWithin(folder: string, made: Map<string, boolean>): boolean {
  try {
    return makeOne(folder)
  } catch (error) {
    if (!isCode(error, 'ENOENT') || dirname(folder) === folder) throw error
    makeFolder(dirname(folder), made)
    return makeOne(folder)
  }
}

/** Throws ENOENT where the folder that it would stand in is not there. */
function makeOne(folder: string): boolean {
  try {
    mkdirSync(folder, folderMode)
  } catch (error) {
    if (isCode(error, 'EEXIST')) return false
    throw error
  }
  // The umask takes the readers' bits away again.
  chmodSync(folder, folderMode)
  return true
}
