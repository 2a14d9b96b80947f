/** The workstation's side of the log: outbox, order, documents, a file of a newer program. */
import { join } from 'node:path'
import { readFileSync, rmSync } from 'node:fs'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { addUpdate, compactDocument, loadDocument } from '../../electron/database/documents.ts'
import { openDatabase } from '../../electron/database/open.ts'
import { seedDocument } from '../../shared/document/write.ts'
import { openEncrypted } from '../../sqlite/open.ts'
import { importText, must, paragraphUpdate } from '../factories/people.ts'
import { openTestDesk, openTestWorkstation } from '../factories/workstation.ts'
import { temporaryFolder } from '../harness/folder.ts'

const keyOf = (folder: string) => new Uint8Array(Buffer.from(readFileSync(join(folder, 'key'), 'utf8').trim(), 'hex'))

test('[SY5] what the hub acknowledged stays on the workstation, in the order as pulled, and the outbox is empty', async () => {
  const desk = await openTestDesk()
  const { call } = await desk.sit(desk.people.writer)
  const id = await importText(call, 'A headline\n\nWords.')
  must(await call('articles.save', { id, update: await paragraphUpdate(call, id, 'More words.') }))
  await desk.close()
  const db = openEncrypted({ file: join(desk.folder, 'workstation.db'), key: keyOf(desk.folder), readonly: true })
  const kept = db.prepare(`SELECT count(*) AS n FROM op WHERE kind = 'body' AND body IS NOT NULL`).get()
  expect(kept).toEqual({ n: 2 })
  expect(db.prepare('SELECT count(*) AS n FROM outbox').get()).toEqual({ n: 0 })
  db.close()
})

test('[SY11] documents are compacted by loading them, and never while a part waits for another', () => {
  const folder = temporaryFolder()
  const { db } = openDatabase({ file: join(folder, 'workstation.db'), key: new Uint8Array(32).fill(1) })
  const doc = new Y.Doc()
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  for (let n = 0; n < 250; n += 1) doc.getText('t').insert(0, `${n} `)
  const [, second, ...rest] = updates
  for (const update of rest) addUpdate(db, 'a', update)
  if (second) addUpdate(db, 'a', second)
  // The first update is missing: everything else waits for it and must stay as it came.
  compactDocument(db, 'a', loadDocument(db, 'a'))
  expect(db.prepare('SELECT count(*) AS n FROM document').get()).toEqual({ n: 0 })
  addUpdate(db, 'a', updates[0] ?? new Uint8Array())
  compactDocument(db, 'a', loadDocument(db, 'a'))
  expect(db.prepare('SELECT count(*) AS n FROM document_update').get()).toEqual({ n: 0 })
  expect(loadDocument(db, 'a').doc.getText('t').toJSON()).toBe(doc.getText('t').toJSON())
  db.close()
})

test('[SY12] a document is filled from text once', () => {
  const doc = new Y.Doc()
  const words = { headline: [], standfirst: [], body: [{ type: 'paragraph', content: [{ type: 'text', text: 'Once.' }] }] }
  seedDocument(doc, words)
  expect(() => seedDocument(doc, words)).toThrow()
})

test('[SY13] a file of a newer program is opened for reading only, and says so', async () => {
  const desk = await openTestDesk()
  const { call } = await desk.sit(desk.people.writer)
  const id = await importText(call, 'A headline\n\nWords.')
  await desk.close()
  const db = openEncrypted({ file: join(desk.folder, 'workstation.db'), key: keyOf(desk.folder) })
  db.pragma('user_version = 99')
  db.close()
  const later = await openTestWorkstation(desk.folder)
  const { call: ask } = await later.sit(desk.people.writer)
  expect(must(await ask('desk.status', {})).readOnly).toContain('newer Chancery')
  expect(must(await ask('articles.read', { id })).row.headline).toBe('A headline')
  expect(await ask('articles.save', { id, update: Y.encodeStateAsUpdate(new Y.Doc()) })).toMatchObject({
    ok: false,
    error: { code: 'readOnly' },
  })
  expect(await ask('articles.create', {})).toMatchObject({ ok: false, error: { code: 'readOnly' } })
})

test('a full disk is said in words, keeps what was saved, and goes on when there is room', async () => {
  const desk = await openTestDesk()
  const { call } = await desk.sit(desk.people.writer)
  const id = await importText(call, 'A headline\n\nWords.')
  const update = await paragraphUpdate(call, id, 'x'.repeat(300_000))
  await desk.close()
  const { db } = openDatabase({ file: join(desk.folder, 'workstation.db'), key: keyOf(desk.folder) })
  const pages = db.pragma('page_count', { simple: true }) as number
  db.pragma(`max_page_count = ${pages + 2}`)
  expect(() => db.transaction(() => addUpdate(db, id, update)).immediate()).toThrow(/full/)
  expect(db.prepare('SELECT count(*) AS n FROM document_update').get()).toEqual({ n: 1 })
  db.pragma('max_page_count = 1073741823')
  db.transaction(() => addUpdate(db, id, update)).immediate()
  db.close()
})

test('a database without its key is refused in words and never answered with an empty desk', async () => {
  const desk = await openTestDesk()
  await desk.close()
  rmSync(join(desk.folder, 'key'))
  await expect(openTestWorkstation(desk.folder)).rejects.toThrow(/its key file is not/)
})

test('two sessions type into one article and both read the same words', async () => {
  const desk = await openTestDesk()
  const a = await desk.sit(desk.people.writer)
  const b = await desk.sit(desk.people.editor)
  const id = await importText(a.call, 'A headline\n\nWords.')
  must(await a.call('articles.share', { id, with: [desk.people.editor] }))
  const [one, two] = [await paragraphUpdate(a.call, id, 'From the first.'), await paragraphUpdate(b.call, id, 'From the second.')]
  await Promise.all([a.call('articles.save', { id, update: one }), b.call('articles.save', { id, update: two })])
  const docs = await Promise.all(
    [a, b].map(async ({ call }) => {
      const doc = new Y.Doc()
      Y.applyUpdate(doc, must(await call('articles.open', { id })).update)
      return doc.getXmlFragment('body').toJSON()
    }),
  )
  expect(docs[0]).toBe(docs[1])
  expect(docs[0]).toContain('From the first.')
  expect(docs[0]).toContain('From the second.')
})

test('[WF8] an approval on the computer of the submission is marked by the workstation, and no operation names a computer', async () => {
  const desk = await openTestDesk()
  const [writer, editor] = [await desk.sit(desk.people.writer), await desk.sit(desk.people.editor)]
  const id = await importText(writer.call, 'A headline\n\nWords.')
  must(await writer.call('workflow.act', { id, act: 'submit' }))
  const approved = must(await editor.call('workflow.act', { id, act: 'approve' }))
  expect(approved.edition.approval?.sameComputer).toBe(true)
  await desk.close()
  const db = openEncrypted({ file: join(desk.folder, 'workstation.db'), key: keyOf(desk.folder), readonly: true })
  const { device } = db.prepare<[], { device: string }>(`SELECT value AS device FROM meta WHERE name = 'device'`).get() ?? { device: '' }
  expect(device).not.toBe('')
  const bodies = db.prepare<[], { body: Uint8Array | null }>('SELECT body FROM op').all()
  for (const { body } of bodies) expect(Buffer.from(body ?? []).includes(device)).toBe(false)
  db.close()
})
