/** A picture from outside, decoded and encoded again: upright, in sRGB, without a word of metadata; or one sentence why not. [SE9] */
import sharp, { type Metadata } from 'sharp'
import { blobName, type Hash } from '../../shared/canonical.ts'
import { largestPictureBytes } from '../../shared/contract/media.ts'
import { kindOf, type PictureKind } from './kinds.ts'

export type CleanPicture =
  | {
      readonly ok: true
      /** The name of `bytes`, taken here because it takes time. [DU5] */
      readonly hash: Hash
      readonly bytes: Uint8Array
      readonly width: number
      readonly height: number
      /** What was done to it that a person should know; empty for nothing. */
      readonly note: string
    }
  | { readonly ok: false; readonly message: string }

const million = 1_000_000
/** Pixels that are kept; of more, fewer are made. */
const keptPixels = 40 * million
/** Pixels that are looked at at all: a few bytes can claim any number of them. */
const readPixels = 200 * million
/** WebP has no longer side. */
const longestSide = 16_383
/** Drawings and screens are kept to the last pixel up to this size; beyond it they are photographs. */
const losslessPixels = 4 * million

// Only what is listed here is ever decoded, whatever a file calls itself; nothing of it stays in memory.
sharp.cache(false)
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({
  operation: [
    'VipsForeignLoadJpegBuffer',
    'VipsForeignLoadPngBuffer',
    'VipsForeignLoadWebpBuffer',
    'VipsForeignLoadNsgifBuffer',
    'VipsForeignLoadTiffBuffer',
    'VipsForeignLoadHeifBuffer',
  ],
})

export async function cleanPicture(name: string, bytes: Uint8Array): Promise<CleanPicture> {
  const called = name === '' ? 'The picture' : `“${name}”`
  const refused = (why: string): CleanPicture => ({ ok: false, message: `${called} ${why} Nothing was put into the article.` })
  if (bytes.byteLength > largestPictureBytes) return refused('is larger than 50 MB. Save a smaller copy of it.')
  const kind = kindOf(bytes)
  if (kind === undefined) return refused('is no picture that can be taken in: JPEG, PNG, WebP, GIF, TIFF or AVIF can.')
  try {
    const found = await sharp(bytes, { limitInputPixels: false, failOn: 'error' }).metadata()
    const pixels = found.width * found.height
    if (pixels > readPixels)
      return refused(
        `has ${grouped(found.width)} × ${grouped(found.height)} pixels, more than the 200 million that are read. Save a smaller copy of it.`,
      )
    return { ok: true, ...(await encoded(bytes, kind, found)) }
  } catch {
    return refused('is broken, or ends too early. Fetch or save it again.')
  }
}

/** How much smaller it has to become; 1: kept as large as it is. */
function scaleOf(width: number, height: number): number {
  return Math.min(1, Math.sqrt(keptPixels / (width * height)), longestSide / Math.max(width, height))
}

async function encoded(bytes: Uint8Array, kind: PictureKind, { autoOrient, pages = 1 }: Metadata) {
  const { width, height } = autoOrient
  const scale = scaleOf(width, height)
  const upright = sharp(bytes, { limitInputPixels: readPixels, failOn: 'error', pages: 1 }).autoOrient()
  const sized = scale < 1 ? upright.resize({ width: Math.max(1, Math.floor(width * scale)) }) : upright
  const isDrawing = (kind === 'PNG' || kind === 'GIF') && width * height <= losslessPixels
  const { data, info } = await sized
    .toColourspace('srgb')
    .webp(isDrawing ? { lossless: true } : { quality: 90, smartSubsample: true })
    .toBuffer({ resolveWithObject: true })
  const notes = [
    scale < 1
      ? `It was larger than the 40 million pixels that are kept and was scaled down to ${grouped(info.width)} × ${grouped(info.height)}.`
      : '',
    pages > 1 ? 'Of its several pictures the first was taken.' : '',
  ]
  const clean = new Uint8Array(data)
  return {
    hash: blobName(clean),
    bytes: clean,
    width: info.width,
    height: info.height,
    note: notes.filter((note) => note !== '').join(' '),
  }
}

function grouped(number: number): string {
  return String(number).replaceAll(/\B(?=(\d{3})+$)/gu, ',')
}
