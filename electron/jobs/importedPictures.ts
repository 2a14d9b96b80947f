/** The pictures of an imported file: those beside it and those inside it, decoded and encoded again like any other. [SE9] */
import type { ParsedInput } from '../../shared/contract/contract.ts'
import { pictureType } from '../../shared/picture/webp.ts'
import type { ReadFile } from '../importing/import.worker.ts'
import { type BroughtPicture, mostPictures, sourceOf } from '../importing/pictures.ts'
import type { Writable } from '../database/open.ts'
import { keepBlob } from '../database/outbox.ts'
import type { Context } from '../handlers/context.ts'
import type { PictureOutcome } from '../media/picture.worker.ts'
import { type Act, commandAct } from '../sync/streams.ts'

type Wanted = ParsedInput<'imports.start'>
type TakenPicture = Extract<PictureOutcome, { ok: true }>

export type ReadWithPictures =
  | (Extract<ReadFile, { ok: true }> & { readonly taken: readonly TakenPicture[] })
  | Extract<ReadFile, { ok: false }>

/** Reads a file, then its pictures, then the file again with them; what could not be taken in is told among its notes. */
export async function readWithPictures(
  { reader, pictures: cleaner }: Context,
  { name, bytes }: Wanted['files'][number],
  { headline, pictures: given }: Pick<Wanted, 'headline' | 'pictures'>,
): Promise<ReadWithPictures> {
  const read = await reader.read(name, bytes, headline)
  if (!read.ok) return read
  const brought = new Map<string, BroughtPicture>()
  const taken = new Map<string, TakenPicture>()
  const notes: string[] = []
  for (const source of read.pictures.slice(0, mostPictures)) {
    const found = bytesOf(source, given)
    if (!found) continue
    const clean = await cleaner.read(found.name, found.bytes)
    if (!clean.ok) {
      notes.push(clean.message)
      continue
    }
    if (clean.note !== '') notes.push(clean.note)
    taken.set(clean.hash, clean)
    brought.set(source, { hash: clean.hash, width: clean.width, height: clean.height })
  }
  if (brought.size === 0) return { ...read, notes: [...notes, ...read.notes], taken: [] }
  const again = await reader.read(name, bytes, headline, brought)
  return again.ok ? { ...again, notes: [...notes, ...again.notes], taken: [...taken.values()] } : again
}

/** A picture chosen without its folder goes by its name alone. */
function bytesOf(source: string, given: Wanted['pictures']): { readonly name: string; readonly bytes: Uint8Array } | undefined {
  const where = sourceOf(source)
  if (where.kind === 'elsewhere') return undefined
  if (where.kind === 'data') return { name: 'A picture inside the file', bytes: where.bytes }
  const last = where.path.split('/').at(-1)
  return given.find(({ name }) => name === where.path) ?? given.find(({ name }) => name === last)
}

/** Keeps the pictures and their smaller copies, in the caller's transaction. */
export function keepPictures(db: Writable, taken: readonly TakenPicture[]): void {
  for (const { hash, bytes, renditions } of taken) for (const kept of [{ hash, bytes }, ...renditions]) keepBlob(db, kept.hash, kept.bytes)
}

/** That an article has these pictures: said before the words that show them. */
export function pictureActs(article: string, taken: readonly TakenPicture[], at: Date): readonly Act[] {
  return taken.map(({ hash, bytes, width, height, renditions }) => {
    const copies = renditions.length === 0 ? {} : { renditions: renditions.map((rendition) => rendition.hash) }
    return commandAct('media.add', article, { hash, type: pictureType, width, height, bytes: bytes.byteLength, ...copies }, at)
  })
}
