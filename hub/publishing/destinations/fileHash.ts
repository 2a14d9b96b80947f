/** What stands in a file, by name of its bytes. */
import { createHash } from 'node:crypto'
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs'
import type { Hash } from '../../../shared/canonical.ts'
import { contentHash } from '../contentHash.ts'
import { absentOnly, isCode } from './folderTrouble.ts'
import { within } from './within.ts'

/** Of these paths, in their order. */
export function hashesIn(folder: string, paths: readonly string[]): readonly (Hash | undefined)[] {
  return paths.map((path) => hashAt(within(folder, path)))
}

/** A page and more. */
const piece = new Uint8Array(256 * 1024)

/** Reads on until so many bytes are there, or the file is at its end. */
function fill(handle: number, wanted: number): number {
  let filled = 0
  for (let read = -1; read !== 0 && filled < wanted; filled += read) read = readSync(handle, piece, filled, wanted - filled, null)
  return filled
}

/** Without waiting, whatever stands there: a pipe would wait for somebody to write into it. */
const toRead = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)

/** Undefined where no file stands. A file is read in pieces: none is too large. */
export function hashAt(file: string): Hash | undefined {
  const handle = openIfThere(file)
  if (handle === undefined) return undefined
  try {
    const there = fstatSync(handle)
    if (!there.isFile()) return undefined
    // Nearly every page.
    if (there.size <= piece.length) return contentHash(piece.subarray(0, fill(handle, there.size)))
    const whole = createHash('sha256')
    for (let read = fill(handle, piece.length); read > 0; read = fill(handle, piece.length)) whole.update(piece.subarray(0, read))
    return whole.digest('hex')
  } finally {
    closeSync(handle)
  }
}

function openIfThere(file: string): number | undefined {
  try {
    return openSync(file, toRead)
  } catch (error) {
    // A socket, which nobody can open: no file either.
    return isCode(error, 'ENXIO') ? undefined : absentOnly(error)
  }
}
