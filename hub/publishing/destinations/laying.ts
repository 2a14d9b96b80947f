/** Laying files down beside their places: their folders, and their bytes under a name of their own that no reader asks for. [SI3] */
import { chmodSync, closeSync, fchmodSync, mkdirSync, openSync, statSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { isCode } from './folderTrouble.ts'

export interface FileToLay {
  /** Where it is laid, in the folder that it is for. */
  readonly from: string
  readonly path: string
  readonly bytes: Uint8Array
}

/** Sites are public: everybody may read them, though all else the program writes is its owner's alone. */
const fileMode = 0o644
const folderMode = 0o755

/** `laid` is told of each. */
export function layFiles(files: readonly FileToLay[], laid: (file: FileToLay) => void = () => {}): void {
  const made = new Set<string>()
  for (const { from } of files) makeFolder(dirname(from), made)
  for (const file of files) {
    lay(file)
    laid(file)
  }
}

function lay({ from, bytes }: FileToLay): void {
  const handle = openSync(from, 'w', fileMode)
  try {
    writeFileSync(handle, bytes)
    fchmodSync(handle, fileMode)
  } finally {
    closeSync(handle)
  }
}

/** Each folder on the way that is not there yet, readable by everybody: one by one, as Node's own way down never ends below /proc. */
export function makeFolder(folder: string, made: Set<string> = new Set()): void {
  if (made.has(folder)) return
  made.add(folder)
  if (statSync(folder, { throwIfNoEntry: false })) return
  makeFolder(dirname(folder), made)
  try {
    mkdirSync(folder, folderMode)
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error
  }
  // The umask takes the readers' bits away again.
  chmodSync(folder, folderMode)
}
