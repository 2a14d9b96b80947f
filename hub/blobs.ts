/** Blobs: bodies too large for a push, uploaded in pieces and verified before use. [SY18] [SY23] */
import { sql } from 'kysely'
import { blobName } from '../shared/canonical.ts'
import type { HubAnswer, HubRequestOf } from '../shared/sync/messages.ts'
import type { HubContext, Reader } from './context.ts'

/** No document update is larger; refused before anything is stored. */
const largest = 64 * 1024 * 1024

/** Takes the next piece; an `offset` other than what is there answers with `have`, so that the sender goes on from it. */
export async function putBlob({ db }: HubContext, { name, offset, total, piece }: HubRequestOf<'putBlob'>): Promise<HubAnswer<'putBlob'>> {
  if (total > largest)
    return { ok: false, refusal: 'INVALID', at: 0, message: 'An upload may have 64 MB at the most. Nothing of it was stored.' }
  return db.transaction().execute(async (writer) => {
    const size = await sizeOf(writer, name)
    if (size !== undefined) return { ok: true, value: { have: size, complete: true } }
    const before = await receivedOf(writer, name)
    if (offset !== before) return { ok: true, value: { have: before, complete: false } }
    const have = before + piece.byteLength
    if (have < total) {
      if (piece.byteLength > 0) await writer.insertInto('blob_piece').values({ name, place: before, bytes: piece }).execute()
      return { ok: true, value: { have, complete: false } }
    }
    const bytes = await joined(writer, name, piece)
    await writer.deleteFrom('blob_piece').where('name', '=', name).execute()
    if (have > total || blobName(bytes) !== name)
      return { ok: false, refusal: 'INVALID', at: 0, message: 'The upload did not arrive as it was sent; it begins again.' }
    await writer.insertInto('blob').values({ name, bytes }).execute()
    return { ok: true, value: { have, complete: true } }
  })
}

export async function getBlob({ db }: HubContext, { name, from, to }: HubRequestOf<'getBlob'>): Promise<HubAnswer<'getBlob'>> {
  const row = await db
    .selectFrom('blob')
    .select([sql<number>`length(bytes)`.as('total'), sql<Uint8Array>`substr(bytes, ${from + 1}, ${Math.max(0, to - from)})`.as('piece')])
    .where('name', '=', name)
    .executeTakeFirst()
  if (!row) return { ok: false, refusal: 'INVALID', at: 0, message: 'The hub has no such upload.' }
  return { ok: true, value: { total: row.total, piece: new Uint8Array(row.piece) } }
}

/** A complete blob, or undefined. */
export async function readBlob(reader: Reader, name: string): Promise<Uint8Array | undefined> {
  const row = await reader.selectFrom('blob').select('bytes').where('name', '=', name).executeTakeFirst()
  return row?.bytes
}

async function sizeOf(reader: Reader, name: string): Promise<number | undefined> {
  const row = await reader.selectFrom('blob').select(sql<number>`length(bytes)`.as('size')).where('name', '=', name).executeTakeFirst()
  return row?.size
}

/** Bytes of an upload under way. */
async function receivedOf(reader: Reader, name: string): Promise<number> {
  const last = await reader
    .selectFrom('blob_piece')
    .select(sql<number>`place + length(bytes)`.as('end'))
    .where('name', '=', name)
    .orderBy('place', 'desc')
    .executeTakeFirst()
  return last?.end ?? 0
}

async function joined(reader: Reader, name: string, last: Uint8Array): Promise<Uint8Array> {
  const pieces = await reader.selectFrom('blob_piece').select('bytes').where('name', '=', name).orderBy('place').execute()
  return Buffer.concat([...pieces.map(({ bytes }) => bytes), last])
}
