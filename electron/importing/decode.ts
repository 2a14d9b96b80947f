/** From the bytes of a file to its text, or to the sentence that says why there is none. */
import { kindOf } from './signatures.ts'

export type Decoded = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly message: string }

/** Bytes; a book of a million words is a tenth of it. */
export const largestFile = 50_000_000

/** The text of `bytes` (UTF-8, or UTF-16 by its mark) with line ends as `\n`. `name` is the file's, for the message. Never half of it. */
export function decoded(name: string, bytes: Uint8Array): Decoded {
  if (bytes.length === 0) return refused(name, 'is empty. Nothing was imported; choose a file that holds the text.')
  if (bytes.length > largestFile) {
    return refused(
      name,
      `has ${megabytes(bytes.length)}, and an import takes at most ${megabytes(largestFile)}. Nothing was imported and the file is untouched; divide it and import the parts.`,
    )
  }
  const kind = kindOf(bytes)
  if (kind !== undefined)
    return refused(
      name,
      `is not text: it looks like ${kind}. Nothing was imported and the file is untouched; save it as .txt, .md or .html and import that.`,
    )
  const utf16 = utf16Label(bytes)
  return utf16 === undefined ? utf8(name, bytes) : wide(name, bytes, utf16)
}

/** The start of every message: the file's own name, no folder, cut when long. */
export function refused(name: string, reason: string): { readonly ok: false; readonly message: string } {
  const base = name.split(/[\\/]/).at(-1) ?? name
  return { ok: false, message: `“${base.length > 80 ? `${base.slice(0, 79)}…` : base}” ${reason}` }
}

function utf8(name: string, bytes: Uint8Array): Decoded {
  const nul = bytes.indexOf(0)
  if (nul >= 0) {
    return refused(
      name,
      `is not text: it holds a zero byte at byte ${grouped(nul + 1)}. Nothing was imported and the file is untouched; save it as plain text in UTF-8 and import that.`,
    )
  }
  try {
    return { ok: true, text: lines(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) }
  } catch {
    const at = firstInvalid(bytes)
    return refused(
      name,
      `is not valid UTF-8: byte ${grouped(at + 1)} (line ${grouped(lineOf(bytes, at))}) belongs to no character. Nothing was imported and the file is untouched; open it where it was written and save it as UTF-8.`,
    )
  }
}

function wide(name: string, bytes: Uint8Array, label: 'utf-16le' | 'utf-16be'): Decoded {
  try {
    const text = lines(new TextDecoder(label, { fatal: true }).decode(bytes))
    if (!text.includes('\0')) return { ok: true, text }
  } catch {
    // Told below, as for a zero character: either way it is not the text that it says it is.
  }
  return refused(
    name,
    'begins as UTF-16 text but is not valid UTF-16. Nothing was imported and the file is untouched; open it where it was written and save it as UTF-8.',
  )
}

function utf16Label(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : undefined
}

function lines(text: string): string {
  return text.replace(/\r\n?/g, '\n')
}

/** Where the first broken character begins (Unicode 16, table 3-7): the decoder itself does not say. */
function firstInvalid(bytes: Uint8Array): number {
  let at = 0
  while (at < bytes.length) {
    const length = characterLength(bytes, at)
    if (length === 0) return at
    at += length
  }
  return at
}

/** Bytes of the character at `at`; 0 when it is broken or cut. */
function characterLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] ?? 0
  if (lead < 0x80) return 1
  const length = lead >= 0xc2 && lead <= 0xdf ? 2 : lead >= 0xe0 && lead <= 0xef ? 3 : lead >= 0xf0 && lead <= 0xf4 ? 4 : 0
  for (let index = 1; index < length; index++) {
    const byte = bytes[at + index] ?? 0
    const lowest = index > 1 ? 0x80 : lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80
    const highest = index > 1 ? 0xbf : lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf
    if (byte < lowest || byte > highest) return 0
  }
  return length
}

function lineOf(bytes: Uint8Array, at: number): number {
  let line = 1
  for (let index = bytes.indexOf(10); index >= 0 && index < at; index = bytes.indexOf(10, index + 1)) line += 1
  return line
}

function megabytes(count: number): string {
  return `${(Math.ceil(count / 100_000) / 10).toFixed(1).replace(/\.0$/, '')} MB`
}

function grouped(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',')
}
