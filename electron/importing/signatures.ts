/** What a file that is not text looks like, by its first bytes. */

interface Signature {
  readonly kind: string
  readonly offset: number
  readonly bytes: readonly number[]
}

const signatures: readonly Signature[] = [
  { kind: 'a PDF', offset: 0, bytes: ascii('%PDF-') },
  { kind: 'a rich text (RTF) file', offset: 0, bytes: ascii('{\\rtf') },
  { kind: 'an old Word (.doc) or other Office file', offset: 0, bytes: [0xd0, 0xcf, 0x11, 0xe0] },
  { kind: 'a PNG picture', offset: 0, bytes: [0x89, 0x50, 0x4e, 0x47] },
  { kind: 'a JPEG picture', offset: 0, bytes: [0xff, 0xd8, 0xff] },
  { kind: 'a GIF picture', offset: 0, bytes: ascii('GIF8') },
  { kind: 'a TIFF picture', offset: 0, bytes: [0x49, 0x49, 0x2a, 0x00] },
  { kind: 'a TIFF picture', offset: 0, bytes: [0x4d, 0x4d, 0x00, 0x2a] },
  { kind: 'a WebP picture', offset: 8, bytes: ascii('WEBP') },
  { kind: 'a sound or video file', offset: 4, bytes: ascii('ftyp') },
  { kind: 'a sound file', offset: 0, bytes: ascii('ID3') },
  { kind: 'a sound file', offset: 8, bytes: ascii('WAVE') },
  { kind: 'a compressed (gzip) file', offset: 0, bytes: [0x1f, 0x8b, 0x08] },
  { kind: 'a compressed (7z) file', offset: 0, bytes: [0x37, 0x7a, 0xbc, 0xaf] },
  { kind: 'a database', offset: 0, bytes: ascii('SQLite format 3\0') },
  { kind: 'a program', offset: 0, bytes: [0x7f, 0x45, 0x4c, 0x46] },
]

const zipped: readonly (readonly [string, string])[] = [
  ['word/', 'a Word (.docx) document'],
  ['application/vnd.oasis.opendocument.text', 'an OpenDocument (.odt) text'],
  ['application/epub+zip', 'an e-book (EPUB)'],
  ['xl/', 'a spreadsheet (.xlsx)'],
  ['ppt/', 'a presentation (.pptx)'],
]

/** The kind in words (`a PDF`), or undefined for what may be text. */
export function kindOf(bytes: Uint8Array): string | undefined {
  if (startsWith(bytes, 0, [0x50, 0x4b, 0x03, 0x04])) return zipKind(bytes)
  return signatures.find((signature) => startsWith(bytes, signature.offset, signature.bytes))?.kind
}

/** Office files are archives; the names of their first members stand in clear. */
function zipKind(bytes: Uint8Array): string {
  const start = String.fromCharCode(...bytes.subarray(0, 4096))
  return zipped.find(([part]) => start.includes(part))?.[1] ?? 'a ZIP archive'
}

function startsWith(bytes: Uint8Array, offset: number, expected: readonly number[]): boolean {
  return expected.every((byte, index) => bytes[offset + index] === byte)
}

function ascii(text: string): readonly number[] {
  return [...text].map((char) => char.charCodeAt(0))
}
