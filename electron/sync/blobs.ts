/** Blobs on their way to the hub and from it, in pieces. [SY18] */
import { type HubLine, limits } from '../../shared/sync/messages.ts'
import type { OrderedOperation } from '../../shared/sync/operation.ts'
import type { Database } from '../database/open.ts'
import { keepBlob, readBlob } from '../database/outbox.ts'
import { value } from './hubRefused.ts'
import { picturesOf } from './push.ts'

/** Goes on from what the hub has of it. Throws when it is not here, and `HubRefused`. */
export async function uploadBlob(db: Database, line: HubLine, name: string): Promise<void> {
  const bytes = readBlob(db, name)
  if (!bytes) throw new Error(`blob ${name} is named in the outbox but is not there`)
  for (let offset = 0; ; ) {
    const piece = bytes.slice(offset, offset + limits.blobPiece)
    const { have, complete } = value(await line.ask({ type: 'putBlob', name, offset, total: bytes.byteLength, piece }))
    if (complete) return
    offset = have
  }
}

/** What operations say that is too large to stand in them, by name. */
export async function contentsOf(db: Database, line: HubLine, ops: readonly OrderedOperation[]): Promise<ReadonlyMap<string, Uint8Array>> {
  const contents = new Map<string, Uint8Array>()
  for (const { blob, body } of ops) {
    if (blob === '' || body) continue
    contents.set(blob, readBlob(db, blob) ?? (await download(line, blob)))
  }
  return contents
}

/** Pictures that others put in are here before the words that show them are. */
export async function fetchPictures(db: Database, line: HubLine, ops: readonly OrderedOperation[]): Promise<void> {
  for (const op of ops) {
    if (op.outcome !== 'accepted') continue
    for (const hash of picturesOf(op)) if (!readBlob(db, hash)) keepBlob(db, hash, await download(line, hash))
  }
}

async function download(line: HubLine, name: string): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  for (let from = 0; ; ) {
    const { total, piece } = value(await line.ask({ type: 'getBlob', name, from, to: from + limits.blobPiece }))
    pieces.push(piece)
    from += piece.byteLength
    if (from >= total || piece.byteLength === 0) return new Uint8Array(Buffer.concat(pieces))
  }
}
