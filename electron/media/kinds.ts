/** What kind of picture bytes begin as; a name or a type that came along is not asked. [SE9] */

export type PictureKind = 'JPEG' | 'PNG' | 'WebP' | 'GIF' | 'TIFF' | 'AVIF'

const beginnings: readonly (readonly [PictureKind, RegExp])[] = [
  ['JPEG', /^\u00ff\u00d8\u00ff/],
  ['PNG', /^\u0089PNG\r\n\u001a\n/],
  ['WebP', /^RIFF[^]{4}WEBP/],
  ['GIF', /^GIF8[79]a/],
  ['TIFF', /^(II\*\0|MM\0\*)/],
  ['AVIF', /^[^]{4}ftyp(avif|avis)/],
]

export function kindOf(bytes: Uint8Array): PictureKind | undefined {
  const beginning = String.fromCharCode(...bytes.subarray(0, 16))
  return beginnings.find(([, pattern]) => pattern.test(beginning))?.[0]
}
