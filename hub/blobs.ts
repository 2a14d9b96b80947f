/** Blobs: bodies too large for a push, uploaded in pieces and verified before use. [SY18] [SY23] */
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
    const row = await writer.selectFrom('blob').selectAll().where('name', '=', name).executeTakeFirst()
    if (row?.complete === 1) return { ok: true, value: { have: row.total, complete: true } }
    const before = row?.bytes ?? new Uint8Array()
    if (offset !== before.byteLength) return { ok: true, value: { have: before.byteLength, complete: false } }
    const bytes = Buffer.concat([before, piece])
    const complete = bytes.byteLength === total
    if (bytes.byteLength > total || (complete && blobName(bytes) !== name)) {
      await writer.deleteFrom('blob').where('name', '=', name).execute()
      return { ok: false, refusal: 'INVALID', at: 0, message: 'The upload did not arrive as it was sent; it begins again.' }
    }
    const values = { name, bytes, total, complete: complete ? 1 : 0 }
    await writer
      .insertInto('blob')
      .values(values)
      .onConflict((conflict) => conflict.column('name').doUpdateSet(values))
      .execute()
    return { ok: true, value: { have: bytes.byteLength, complete } }
  })
}

export async function getBlob({ db }: HubContext, { name, from, to }: HubRequestOf<'getBlob'>): Promise<HubAnswer<'getBlob'>> {
  const bytes = await readBlob(db, name)
  if (!bytes) return { ok: false, refusal: 'INVALID', at: 0, message: 'The hub has no such upload.' }
  return { ok: true, value: { total: bytes.byteLength, piece: bytes.slice(from, to) } }
}

/** A complete blob, or undefined. */
export async function readBlob(reader: Reader, name: string): Promise<Uint8Array | undefined> {
  const row = await reader.selectFrom('blob').select('bytes').where('name', '=', name).where('complete', '=', 1).executeTakeFirst()
  return row?.bytes
}
