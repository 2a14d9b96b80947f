/** Pictures that a text names and that lie in its folder or below: nothing outside it is read, by whatever path or link. */
import { readFile, realpath, stat } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { largestPictureBytes } from '../../shared/contract/media.ts'
import { importFile } from './importFile.ts'
import { mostPictures, sourceOf } from './pictures.ts'

export interface Beside {
  /** Relative to the text, with `/`. */
  readonly name: string
  readonly bytes: Uint8Array<ArrayBuffer>
}

/** More than this is not sent along with one text. */
const mostBytes = 200 * 1024 * 1024

/** Those that can be read; of the others the import tells that they were not brought. */
export async function picturesBeside(folder: string, name: string, text: Uint8Array): Promise<Beside[]> {
  const outcome = importFile(name, text)
  if (!outcome.ok) return []
  const paths = outcome.pictures.slice(0, mostPictures).flatMap((written) => {
    const source = sourceOf(written)
    return source.kind === 'beside' ? [source.path] : []
  })
  const beside: Beside[] = []
  let sum = 0
  for (const path of new Set(paths)) {
    const bytes = await bytesWithin(folder, path)
    if (!bytes || sum + bytes.byteLength > mostBytes) continue
    sum += bytes.byteLength
    beside.push({ name: path, bytes })
  }
  return beside
}

/** Undefined for what is not there, too large, or leads out of the folder. */
async function bytesWithin(folder: string, path: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  try {
    const [within, real] = [await realpath(folder), await realpath(join(folder, ...path.split('/')))]
    if (!real.startsWith(within.endsWith(sep) ? within : within + sep)) return undefined
    const found = await stat(real)
    return found.isFile() && found.size <= largestPictureBytes ? new Uint8Array(await readFile(real)) : undefined
  } catch {
    return undefined
  }
}
