/** Pictures at a real desk: handed in, kept sealed, shown by their address, submitted only when they are there. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { fileKeyStore } from '../../electron/database/keyStore.ts'
import { openEncrypted } from '../../sqlite/open.ts'
import type { Call } from '../../shared/contract/contract.ts'
import { photograph } from '../factories/pictures.ts'
import { importText, must } from '../factories/people.ts'
import { openTestDesk, openTestWorkstation } from '../factories/workstation.ts'

/** Puts a figure at the end of the body. */
async function show(call: Call, id: string, media: string, alt = '', size = { width: 200, height: 300 }): Promise<void> {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, must(await call('articles.open', { id })).update)
  const state = Y.encodeStateVector(doc)
  const figure = new Y.XmlElement('figure')
  for (const [name, value] of Object.entries({ media, alt, credit: '', ...size })) figure.setAttribute(name, value as string)
  figure.insert(0, [new Y.XmlText('The bridge.')])
  const body = doc.getXmlFragment('body')
  body.insert(body.length, [figure])
  must(await call('articles.save', { id, update: Y.encodeStateAsUpdate(doc, state) }))
}

test('[SE9] a picture is kept as its clean copy, sealed, and served as a picture and nothing else', async () => {
  const desk = await openTestDesk()
  const { call, session } = await desk.sit(desk.people.writer)
  const id = await importText(call, 'The bridge of Holm\n\nIt was opened.')
  const added = must(await call('media.add', { id, name: 'bridge.jpg', bytes: new Uint8Array(await photograph()) }))
  expect(added).toMatchObject({ type: 'image/webp', width: 200, height: 300, note: '' })
  const served = await desk.workstation.respond(session, `media/${added.hash}`)
  expect(served).toMatchObject({ status: 200, type: 'image/webp' })
  expect((await sharp(served?.bytes).metadata()).exif).toBeUndefined()
  const fromPreview = await desk.workstation.respond(session, `preview/${id}/media/${added.hash}.webp`)
  expect(Buffer.from(fromPreview?.bytes ?? []).equals(Buffer.from(served?.bytes ?? []))).toBe(true)
  for (const path of ['media/', `media/${'0'.repeat(64)}`, `media/${added.hash}.svg`, `media/../${added.hash}`, `media/${added.hash}/x`])
    expect(await desk.workstation.respond(session, path), path).toBeUndefined()
  const beginning = Buffer.from(served?.bytes.subarray(0, 64) ?? [])
  for (const file of ['workstation.db', 'workstation.db-wal', 'hub.db', 'hub.db-wal'])
    expect(readFileSync(join(desk.folder, file)).includes(beginning), file).toBe(false)
})

test('[SE9] what is no picture changes nothing', async () => {
  const desk = await openTestDesk()
  const { call } = await desk.sit(desk.people.writer)
  const id = await importText(call, 'The bridge of Holm\n\nIt was opened.')
  const before = must(await call('articles.read', { id }))
  const refused = await call('media.add', { id, name: 'x.png', bytes: new TextEncoder().encode('<svg/>') })
  expect(refused).toMatchObject({ ok: false, error: { code: 'invalid' } })
  expect(must(await call('articles.read', { id }))).toEqual(before)
})

test('[SY23] a version that shows a picture nobody has is not submitted; one that came from another article is', async () => {
  const desk = await openTestDesk()
  const { call } = await desk.sit(desk.people.writer)
  const [first, second] = [await importText(call, 'One\n\nWords.'), await importText(call, 'Two\n\nWords.')]
  const { hash } = must(await call('media.add', { id: first, name: 'bridge.jpg', bytes: new Uint8Array(await photograph()) }))
  await show(call, second, hash, 'A bridge')
  const submitted = must(await call('workflow.act', { id: second, act: 'submit' }))
  const { version } = must(await call('versions.read', { id: second, version: submitted.standingVersion }))
  expect(version.media).toEqual([{ hash, alt: 'A bridge', caption: 'The bridge.', credit: '', renditions: [] }])
  await show(call, first, 'ab'.repeat(32))
  expect(await call('workflow.act', { id: first, act: 'submit' })).toMatchObject({
    ok: false,
    error: { details: [{ where: 'body', message: 'A picture of the text did not reach the desk. Remove it and put it in again.' }] },
  })
})

test('[SY23] a large picture has smaller copies, in the version, on the page and on the disk of the site; the lead is among them', async () => {
  const desk = await openTestDesk()
  const { call, session } = await desk.sit(desk.people.publisher)
  const [id, other] = [await importText(call, 'One\n\nWords.'), await importText(call, 'Two\n\nWords.')]
  const added = must(await call('media.add', { id, name: 'bridge.jpg', bytes: new Uint8Array(await photograph(1000, 1500)) }))
  expect(added).toMatchObject({ width: 1500, height: 1000 })
  await show(call, other, added.hash, '', { width: 1500, height: 1000 })
  const value = {
    media: added.hash,
    alt: 'A bridge',
    caption: 'The bridge.',
    credit: '',
    width: 1500,
    height: 1000,
    focus: { x: 10, y: 90 },
  }
  const before = must(await call('articles.read', { id }))
  must(await call('articles.setField', { id, field: 'lead', value, base: before.fields.lead }))
  for (const piece of [id, other]) must(await call('workflow.act', { id: piece, act: 'override_publish', note: 'Nobody else.', now: true }))
  must(await call('queue.work', {}))
  const read = async (piece: string) => {
    const view = must(await call('articles.read', { id: piece }))
    const publication = view.editions[0]?.publication
    const { version } = must(await call('versions.read', { id: piece, version: publication?.version ?? '' }))
    return { version, page: readFileSync(join(desk.folder, 'site', publication?.address ?? '', 'index.html'), 'utf8') }
  }
  const [one, two] = [await read(id), await read(other)]
  expect(one.version.lead).toEqual(value)
  for (const { version, page } of [one, two]) {
    const [use] = version.media
    expect(use?.renditions).toHaveLength(2)
    for (const [index, name] of (use?.renditions ?? []).entries()) {
      const bytes = readFileSync(join(desk.folder, 'site/media', `${name}.webp`))
      expect((await sharp(bytes).metadata()).width).toBe([480, 960][index])
      expect((await desk.workstation.respond(session, `preview/${id}/media/${name}.webp`))?.status).toBe(200)
      expect(page).toContain(`${name}.webp ${[480, 960][index]}w`)
    }
  }
  expect(one.page).toContain('class="lead-picture focus-x-10 focus-y-90"')
  const preview = must(await desk.workstation.admin.previewBytes(id))
  expect(Buffer.from(preview).toString()).toBe(one.page)
  expect(must(await desk.workstation.admin.verify()).problems).toEqual([])
  expect(must(await desk.workstation.admin.rebuild()).changed).toEqual([])
})

test('[SY22] [CL5] with pictures the projections are made again the same, and a changed byte of one is named', async () => {
  const desk = await openTestDesk()
  const { call } = await desk.sit(desk.people.writer)
  const id = await importText(call, 'The bridge of Holm\n\nIt was opened.')
  const { hash } = must(await call('media.add', { id, name: 'bridge.jpg', bytes: new Uint8Array(await photograph()) }))
  await show(call, id, hash)
  expect(must(await desk.workstation.admin.verify()).problems).toEqual([])
  expect(must(await desk.workstation.admin.rebuild()).changed).toEqual([])
  await desk.close()
  const db = openEncrypted({
    file: join(desk.folder, 'workstation.db'),
    key: fileKeyStore(desk.folder).read() ?? new Uint8Array(),
    readonly: false,
  })
  db.prepare('UPDATE blob SET bytes = ? WHERE name = ?').run(new Uint8Array([1, 2, 3]), hash)
  db.close()
  const again = await openTestWorkstation(desk.folder)
  const { problems } = must(await again.workstation.admin.verify())
  expect(problems).toEqual([`workstation: upload ${hash}: its bytes were changed.`])
})
