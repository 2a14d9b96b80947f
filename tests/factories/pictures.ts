/** Pictures as cameras, scanners and strangers make them, each made anew by the library that reads them. */
import sharp from 'sharp'

/** A flat picture of this size; bands of another colour make its right way up visible. */
export function drawing(width = 300, height = 200) {
  const band = { create: { width, height: Math.ceil(height / 4), channels: 3 as const, background: '#204060' } }
  return sharp({ create: { width, height, channels: 3, background: '#c8b48c' } }).composite([{ input: band, gravity: 'north' }])
}

/** As a telephone takes it: lying on its side, with the place and the owner written into it. */
export async function photograph(width = 300, height = 200): Promise<Buffer> {
  const exif = { IFD0: { Copyright: 'Wim Ferrier', Make: 'Telephone of Wim' }, IFD3: { GPSLatitude: '46/1 57/1 0/1' } }
  return drawing(width, height).withMetadata({ orientation: 6 }).withExifMerge(exif).jpeg().toBuffer()
}

/** A picture as the workstation keeps it. */
export async function keptPicture(width = 300, height = 200): Promise<Uint8Array> {
  return new Uint8Array(await drawing(width, height).webp().toBuffer())
}
