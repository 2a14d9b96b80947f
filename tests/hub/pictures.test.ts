/** Pictures at the hub: what it takes for one, whoever says so. */
import { expect, test } from 'vitest'
import { blobName } from '../../shared/canonical.ts'
import type { BodyOf } from '../../shared/desk/operation.ts'
import { renditionsOf } from '../../electron/media/renditions.ts'
import { sizeOfPicture } from '../../shared/picture/webp.ts'
import { articleAt } from '../factories/hubFile.ts'
import { keptPicture } from '../factories/pictures.ts'
import { begunDesk, type BegunDesk, writtenArticle } from '../factories/streams.ts'

async function upload(hub: BegunDesk, piece: Uint8Array): Promise<string> {
  const name = blobName(piece)
  const answer = await hub.ask({ type: 'putBlob', name, offset: 0, total: piece.byteLength, piece })
  if (!answer.ok) throw new Error(answer.message)
  return name
}

async function added(hub: BegunDesk, id: string, body: BodyOf<'media.add'>) {
  const [outcome] = await hub.push(hub.writer, hub.writer.next('media.add', id, body))
  return outcome
}

test('[SY23] a picture is added once it is there whole and is what it is said to be, and never otherwise', async () => {
  const hub = await begunDesk()
  const { id } = await writtenArticle(hub, hub.writer)
  const bytes = await keptPicture()
  const said = { hash: blobName(bytes), type: 'image/webp' as const, width: 300, height: 200, bytes: bytes.byteLength }
  expect(await added(hub, id, said)).toMatchObject({ outcome: 'refused', reason: 'The picture did not arrive whole. Put it in again.' })
  await upload(hub, bytes)
  const other = 'What arrived is not the picture that was announced. Put it in again.'
  for (const wrong of [{ width: 301 }, { height: 1 }, { bytes: 7 }])
    expect(await added(hub, id, { ...said, ...wrong })).toMatchObject({ outcome: 'refused', reason: other })
  const page = new TextEncoder().encode('<!doctype html><script>alert(1)</script>'.padEnd(64))
  const disguised = { ...said, hash: await upload(hub, page), bytes: page.byteLength }
  expect(await added(hub, id, disguised)).toMatchObject({ outcome: 'refused', reason: other })
  expect(await added(hub, id, said)).toMatchObject({ outcome: 'accepted' })
})

test('[SY23] smaller copies of a picture are all there, as wide as copies are and of its shape, or none is taken', async () => {
  const hub = await begunDesk()
  const { id } = await writtenArticle(hub, hub.writer)
  const bytes = await keptPicture(1200, 800)
  const said = { hash: await upload(hub, bytes), type: 'image/webp' as const, width: 1200, height: 800, bytes: bytes.byteLength }
  const copies = await renditionsOf(bytes)
  expect(copies.map((copy) => sizeOfPicture(copy.bytes))).toEqual([
    { width: 480, height: 320 },
    { width: 960, height: 640 },
  ])
  const names = copies.map(({ hash }) => hash)
  const absent = { outcome: 'refused', reason: 'A smaller copy of the picture is not one of it. Put the picture in again.' }
  expect(await added(hub, id, { ...said, renditions: names })).toMatchObject(absent)
  for (const copy of copies) expect(await upload(hub, copy.bytes)).toBe(copy.hash)
  const squashed = await upload(hub, await keptPicture(960, 100))
  for (const wrong of [names.toReversed(), [names[0] ?? '', squashed], [said.hash, names[1] ?? '']])
    expect(await added(hub, id, { ...said, renditions: wrong })).toMatchObject(absent)
  expect(await added(hub, id, { ...said, renditions: names.slice(0, 1) })).toMatchObject({ outcome: 'refused' })
  expect(await added(hub, id, { ...said, renditions: names })).toMatchObject({ outcome: 'accepted' })
  expect(articleAt(hub, id).renditions).toEqual({ [said.hash]: names })
  // Copies that come a second time change no version that shows the first.
  expect(await added(hub, id, said)).toMatchObject({ outcome: 'accepted' })
  expect(articleAt(hub, id).renditions).toEqual({ [said.hash]: names })
})

test('[SE9] nothing may stand behind a picture, and its size is its own', async () => {
  const bytes = await keptPicture(120, 80)
  expect(sizeOfPicture(bytes)).toEqual({ width: 120, height: 80 })
  expect(sizeOfPicture(new Uint8Array([...bytes, 0]))).toBeUndefined()
  expect(sizeOfPicture(bytes.subarray(0, 20))).toBeUndefined()
})
