/** The smaller copies of a picture that is kept, as small in bytes as a screen forgives. */
import sharp from 'sharp'
import { blobName, type Hash } from '../../shared/canonical.ts'
import { sizeOfPicture } from '../../shared/picture/webp.ts'
import { renditionWidths } from '../../shared/picture/renditions.ts'

export interface Rendition {
  readonly hash: Hash
  readonly bytes: Uint8Array
}

/** Ascending by width; none for a small picture. `kept`: its clean bytes. */
export async function renditionsOf(kept: Uint8Array): Promise<readonly Rendition[]> {
  const made: Rendition[] = []
  for (const width of renditionWidths(sizeOfPicture(kept)?.width ?? 0)) {
    const data = await sharp(kept, { limitInputPixels: false }).resize({ width }).webp({ quality: 82, smartSubsample: true }).toBuffer()
    const bytes = new Uint8Array(data)
    made.push({ hash: blobName(bytes), bytes })
  }
  return made
}
