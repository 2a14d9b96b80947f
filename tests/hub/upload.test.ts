/** Uploads in pieces: each is written once, and one that was cut off goes on from what is there. */
import { randomBytes } from 'node:crypto'
import { statSync } from 'node:fs'
import { expect, test } from 'vitest'
import { blobName } from '../../shared/canonical.ts'
import { limits } from '../../shared/sync/messages.ts'
import { openTestHub } from '../factories/streams.ts'

test('[SY18] a long upload writes each piece once, goes on after a restart, and is whole at its end', async () => {
  const hub = await openTestHub()
  const bytes = new Uint8Array(randomBytes(10 * 1024 * 1024 + 17))
  const name = blobName(bytes)
  const put = async (offset: number) => {
    const piece = bytes.slice(offset, offset + limits.blobPiece)
    const answer = await hub.ask({ type: 'putBlob', name, offset, total: bytes.byteLength, piece })
    if (!answer.ok) throw new Error(answer.message)
    return answer.value
  }
  let offset = 0
  while (offset < 8 * 1024 * 1024) offset = (await put(offset)).have
  // Writing the whole again with every piece would leave a log of writes longer than the whole.
  expect(statSync(`${hub.file}-wal`).size).toBeLessThan(12 * 1024 * 1024)
  await hub.reopen()
  expect(await put(0)).toEqual({ have: offset, complete: false })
  for (let complete = false; !complete; ) ({ have: offset, complete } = await put(offset))
  expect(await put(0)).toEqual({ have: bytes.byteLength, complete: true })
  const tail = await hub.ask({ type: 'getBlob', name, from: bytes.byteLength - 20, to: bytes.byteLength + 100 })
  expect(tail.ok && [tail.value.total, Buffer.from(tail.value.piece).equals(Buffer.from(bytes.slice(-20)))]).toEqual([
    bytes.byteLength,
    true,
  ])
  const verified = await hub.ask({ type: 'verify' })
  expect(verified.ok && verified.value.problems).toEqual([])
})

test('[SY18] an upload that is not what it is named after is dropped whole and may begin again', async () => {
  const hub = await openTestHub()
  const [bytes, other] = [new Uint8Array(randomBytes(600_000)), new Uint8Array(randomBytes(300_000))]
  const name = blobName(bytes)
  const put = (offset: number, piece: Uint8Array) => hub.ask({ type: 'putBlob', name, offset, total: bytes.byteLength, piece })
  const piece = limits.blobPiece
  expect(await put(0, bytes.slice(0, piece))).toMatchObject({ ok: true })
  expect(await put(piece, bytes.slice(piece, 2 * piece))).toMatchObject({ ok: true })
  expect(await put(2 * piece, other.slice(0, bytes.byteLength - 2 * piece))).toMatchObject({ ok: false, refusal: 'INVALID' })
  expect(await put(0, bytes.slice(0, piece))).toMatchObject({ ok: true, value: { have: piece, complete: false } })
  await put(piece, bytes.slice(piece, 2 * piece))
  expect(await put(2 * piece, bytes.slice(2 * piece))).toMatchObject({ ok: true, value: { complete: true } })
})
