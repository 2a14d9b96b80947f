/** Pictures from outside: what becomes of them, and which are refused, with real files. */
import { crc32 } from 'node:zlib'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { cleanPicture } from '../../electron/media/clean.ts'
import { sizeOfPicture } from '../../shared/picture/webp.ts'
import { drawing, photograph } from '../factories/pictures.ts'

async function cleaned(bytes: Uint8Array) {
  const outcome = await cleanPicture('a picture', bytes)
  if (!outcome.ok) throw new Error(outcome.message)
  return outcome
}

async function refusal(bytes: Uint8Array): Promise<string> {
  const outcome = await cleanPicture('a picture', bytes)
  return outcome.ok ? 'taken in' : outcome.message
}

describe('what is taken in', () => {
  it('[SE9] is turned upright, in sRGB and without a word of metadata', async () => {
    const original = await photograph()
    expect(original.includes('Wim Ferrier')).toBe(true)
    const { bytes, width, height, note } = await cleaned(original)
    expect([width, height, note]).toEqual([200, 300, ''])
    const found = await sharp(bytes).metadata()
    expect(found).toMatchObject({ format: 'webp', width: 200, height: 300, space: 'srgb' })
    expect([found.exif, found.icc, found.xmp, found.iptc, found.orientation]).toEqual(Array.from({ length: 5 }, () => undefined))
    expect(Buffer.from(bytes).toString('latin1')).not.toMatch(/Wim|Telephone|EXIF|XMP/u)
    // The dark band was at the head of the sensor's picture and is on its right once it stands.
    const { data } = await sharp(bytes).extract({ left: 199, top: 150, width: 1, height: 1 }).raw().toBuffer({ resolveWithObject: true })
    expect(data[0]).toBeLessThan(60)
  })

  it.each([
    ['JPEG', drawing().jpeg()],
    ['PNG', drawing().png()],
    ['WebP', drawing().webp()],
    ['GIF', drawing().gif()],
    ['TIFF', drawing().tiff()],
    ['AVIF', drawing().avif()],
    ['JPEG for the press', drawing().toColourspace('cmyk').jpeg()],
    ['PNG of sixteen bits', drawing().toColourspace('rgb16').png()],
  ])('[SE9] %s becomes one and the same form', async (_kind, file) => {
    const { bytes } = await cleaned(await file.toBuffer())
    expect(sizeOfPicture(bytes)).toEqual({ width: 300, height: 200 })
    expect((await sharp(bytes).metadata()).space).toBe('srgb')
  })

  it('[SE9] keeps drawings to the last pixel, and nothing that rode along behind the picture', async () => {
    const png = await drawing().png().toBuffer()
    const { bytes } = await cleaned(Buffer.concat([png, Buffer.from('<script>alert(1)</script>PK\u0003\u0004')]))
    expect(Buffer.from(bytes).includes('script')).toBe(false)
    const [before, after] = [await sharp(png).removeAlpha().raw().toBuffer(), await sharp(bytes).removeAlpha().raw().toBuffer()]
    expect(after.equals(before)).toBe(true)
  })

  it('[SE9] is scaled down to forty million pixels, said in a sentence', { timeout: 60_000 }, async () => {
    const { bytes, note, ...size } = await cleaned(await drawing(8000, 5500).jpeg().toBuffer())
    expect(size.width * size.height).toBeLessThanOrEqual(40_010_000)
    expect(size.width / size.height).toBeCloseTo(8000 / 5500, 2)
    expect(sizeOfPicture(bytes)).toEqual({ width: size.width, height: size.height })
    expect(note).toContain('was scaled down to')
  })
})

describe('what is refused, in one sentence', () => {
  it('[SE9] a picture that claims 30,000 × 30,000 pixels in a few bytes', async () => {
    const png = await drawing().png().toBuffer()
    png.writeUInt32BE(30_000, 16)
    png.writeUInt32BE(30_000, 20)
    png.writeUInt32BE(crc32(png.subarray(12, 29)), 29)
    expect(await refusal(png)).toBe(
      '“a picture” has 30,000 × 30,000 pixels, more than the 200 million that are read. Save a smaller copy of it. Nothing was put into the article.',
    )
  })

  it('[SE9] a broken picture, and one that ends too early', async () => {
    const jpeg = await photograph()
    const broken = '“a picture” is broken, or ends too early. Fetch or save it again. Nothing was put into the article.'
    expect(await refusal(jpeg.subarray(0, jpeg.byteLength - 400))).toBe(broken)
    expect(await refusal(jpeg.subarray(0, 20))).toBe(broken)
    const png = await drawing().png().toBuffer()
    png.fill(7, 60, 90)
    expect(await refusal(png)).toBe(broken)
  })

  it.each([
    ['SVG', '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>'],
    ['HTML', '<!doctype html><script>alert(1)</script>'],
    ['PDF', '%PDF-1.7\n'],
    ['a bitmap', 'BM\u0000\u0000'],
    ['nothing', ''],
  ])('[SE9] %s', async (_kind, text) => {
    expect(await refusal(new TextEncoder().encode(text))).toContain('is no picture that can be taken in')
  })

  it('[SE9] more than 50 MB', async () => {
    expect(await refusal(new Uint8Array(50 * 1024 * 1024 + 1))).toContain('is larger than 50 MB')
  })
})
