/** The one form in which pictures are kept: WebP. Its size is read from its first bytes, so that whoever takes one in can judge it. [SE9] */

export const pictureType = 'image/webp'

export interface PictureSize {
  readonly width: number
  readonly height: number
}

/** Pixels a side, or undefined for bytes that are no whole WebP picture. */
export function sizeOfPicture(bytes: Uint8Array): PictureSize | undefined {
  if (bytes.byteLength < 30 || text(bytes, 0, 4) !== 'RIFF' || text(bytes, 8, 12) !== 'WEBP') return undefined
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  // What follows the picture is not of it: nothing may ride along behind it.
  if (view.getUint32(4, true) + 8 !== bytes.byteLength) return undefined
  switch (text(bytes, 12, 16)) {
    case 'VP8 ':
      return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff }
    case 'VP8L': {
      const bits = view.getUint32(21, true)
      return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }
    }
    case 'VP8X':
      return { width: (view.getUint32(24, true) & 0xffffff) + 1, height: (view.getUint32(26, true) >>> 8) + 1 }
    default:
      return undefined
  }
}

function text(bytes: Uint8Array, from: number, to: number): string {
  return String.fromCharCode(...bytes.subarray(from, to))
}
