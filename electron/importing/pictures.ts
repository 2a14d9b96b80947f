/** Pictures that a file names: by a path beside it, as data within it, or elsewhere, where nothing is ever fetched from. */
import type { NodeJson } from '../../shared/document/json.ts'
import { longestAlt } from '../../shared/document/figures.ts'

/** A picture as the desk keeps it, for the name that the file gives it. */
export interface BroughtPicture {
  readonly hash: string
  readonly width: number
  readonly height: number
}

export type BroughtPictures = ReadonlyMap<string, BroughtPicture>

/** Where the bytes of a picture are to be had. */
export type PictureSource =
  /** Relative to the file, in its own folder or below, with `/`. */
  | { readonly kind: 'beside'; readonly path: string }
  | { readonly kind: 'data'; readonly bytes: Uint8Array }
  /** On a web page, outside the folder, or not a picture's data. */
  | { readonly kind: 'elsewhere' }

/** More are not brought from one file. */
export const mostPictures = 200

export function sourceOf(written: string): PictureSource {
  const data = /^data:image\/[a-z0-9.+-]+(?:;[a-z0-9=-]+)*;base64,([A-Za-z0-9+/=\s]+)$/iu.exec(written)
  if (data) return { kind: 'data', bytes: bytesOf(data[1] ?? '') }
  const path = pathOf(written)
  return path === undefined ? { kind: 'elsewhere' } : { kind: 'beside', path }
}

/** As people read it: what is inside the file has no name. */
export function sourceWords(written: string): string {
  return written.startsWith('data:') ? 'one inside the file' : written.slice(0, 160)
}

/** The figure, or undefined for a picture that was not brought. */
export function figureOf(pictures: BroughtPictures, source: string, alt: string, caption: readonly NodeJson[]): NodeJson | undefined {
  const found = pictures.get(source)
  if (!found) return undefined
  const words = alt
    .replaceAll(/[\u0000-\u001f\u007f\s]+/gu, ' ')
    .trim()
    .slice(0, longestAlt)
  const attrs = { media: found.hash, alt: words, credit: '', width: found.width, height: found.height }
  return { type: 'figure', attrs, ...(caption.length > 0 && { content: caption }) }
}

/** Undefined for what is no path below the file's own folder. */
function pathOf(written: string): string | undefined {
  const bare = written.trim().replace(/[?#].*$/u, '')
  if (bare === '' || /^[a-z][a-z0-9+.-]*:/iu.test(bare) || /^[/\\]/u.test(bare)) return undefined
  const parts = decodedPath(bare)
    .replaceAll('\\', '/')
    .split('/')
    .filter((part) => part !== '.' && part !== '')
  return parts.length === 0 || parts.some((part) => part === '..' || part.includes('\u0000') || part.includes(':'))
    ? undefined
    : parts.join('/')
}

function decodedPath(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

function bytesOf(base64: string): Uint8Array {
  return new Uint8Array(Buffer.from(base64, 'base64'))
}
