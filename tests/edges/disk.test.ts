/** A disk that is full while people write: what they are told, what stays, how it goes on. */
import { existsSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import * as Y from 'yjs'
import { openDatabase } from '../../electron/database/open.ts'
import { markUnindexed, unindexedArticles } from '../../electron/database/search.ts'
import { Indexer } from '../../electron/documents/indexer.ts'
import { OpenDocuments } from '../../electron/documents/openDocuments.ts'
import type { Call } from '../../shared/contract/contract.ts'
import { noFields } from '../../shared/desk/fields.ts'
import { readDocument } from '../../shared/document/read.ts'
import { blocksText } from '../../shared/document/text.ts'
import { callOf, importText, must, paragraphUpdate } from '../factories/people.ts'
import { openTestDesk, openTestWorkstation } from '../factories/workstation.ts'
import { temporaryFolder } from '../harness/folder.ts'
import { noSmallDisk, smallDisk } from '../factories/smallDisk.ts'

const onSmallDisk = test.skipIf(noSmallDisk !== '')
const skipped = noSmallDisk && ` (skipped: ${noSmallDisk})`

onSmallDisk(
  `[DU2] a save on a full disk says so at once, what was saved stays, and the same save is taken when there is room${skipped}`,
  async () => {
    const disk = smallDisk()
    const desk = await openTestDesk(disk.folder)
    const { call } = await desk.sit(desk.people.writer)
    const id = await importText(call, 'A headline\n\nIt begins.')
    let kept = 0
    disk.fill(400_000)
    const page = (n: number) => `page ${n} ${'x'.repeat(40_000)}`
    for (; kept < 100; kept += 1) {
      const saved = await call('articles.save', { id, update: await paragraphUpdate(call, id, page(kept)) })
      if (!saved.ok) break
    }
    expect(kept).toBeGreaterThan(0)
    disk.fill()
    const unsaved = await paragraphUpdate(call, id, page(kept))
    const began = performance.now()
    expect(await call('articles.save', { id, update: unsaved })).toEqual({
      ok: false,
      error: {
        code: 'full',
        message: 'The disk is full. What was saved before is safe; this is not stored. Make some room and try again.',
      },
    })
    expect(performance.now() - began).toBeLessThan(2000)
    // Reading goes on, and shows what was saved and nothing of what was not.
    expect(await wordsOf(call, id)).toContain(`page ${kept - 1} `)
    expect(await wordsOf(call, id)).not.toContain(`page ${kept} `)
    expect(must(await call('articles.list', { limit: 50 })).total).toBe(1)
    disk.empty()
    must(await call('articles.save', { id, update: unsaved }))
    await desk.close()
    const later = await openTestWorkstation(disk.folder)
    const again = (await later.sit(desk.people.writer)).call
    const words = await wordsOf(again, id)
    for (let n = 0; n <= kept; n += 1) expect(words).toContain(`page ${n} `)
    expect(must(await later.workstation.admin.verify()).problems).toEqual([])
    await later.close()
  },
)

onSmallDisk(
  `[DU2] an act that the hub has no room for is kept, done once by itself when there is room, and says both${skipped}`,
  async () => {
    const disk = smallDisk()
    const desk = await openTestDesk(disk.folder)
    const { call } = await desk.sit(desk.people.writer)
    // Sees the draft that nobody has written in, too.
    const owner = callOf(desk.workstation.connect(() => {}, undefined, 'all'))
    const id = await importText(call, 'A headline\n\nWords.')
    // Room in the file that the workstation writes, none for the hub's.
    for (let left = 300_000; left > 0; left -= 20_000) {
      disk.empty()
      disk.fill(left)
      const update = await paragraphUpdate(call, id, 'x'.repeat(60_000))
      if (!(await call('articles.save', { id, update })).ok) break
    }
    const made = await call('articles.create', {})
    expect(made).toMatchObject({ ok: false, error: { code: 'full' } })
    const isKept = !made.ok && made.error.message.includes('kept here and is done by itself')
    disk.empty()
    await expect.poll(async () => must(await call('desk.status', {})).unsent, { timeout: 20_000, interval: 200 }).toBe(0)
    // Taken by the hub is not yet back from it.
    await expect.poll(async () => must(await owner('articles.list', { limit: 50 })).total, { timeout: 20_000 }).toBe(isKept ? 2 : 1)
    expect(must(await desk.workstation.admin.verify()).problems).toEqual([])
    await desk.close()
  },
)

onSmallDisk(`[DU2] an import on a full disk stops with one sentence and leaves no half article${skipped}`, async () => {
  const disk = smallDisk()
  const desk = await openTestDesk(disk.folder)
  const { call } = await desk.sit(desk.people.writer)
  disk.fill()
  const bytes = new TextEncoder().encode(`Long\n\n${'word '.repeat(60_000)}`)
  let job = must(
    await call('imports.start', {
      files: [
        { name: 'a.txt', bytes },
        { name: 'b.txt', bytes },
      ],
      category: 'archives',
    }),
  )
  while (job.state === 'running') {
    await new Promise((resolve) => setTimeout(resolve, 10))
    job = must(await call('jobs.read', { id: job.id }))
  }
  expect(job).toMatchObject({
    state: 'done',
    articles: [],
    notes: [
      'a.txt: The disk is full. What was saved before is safe; this is not stored. Make some room and try again.',
      'Stopped: 0 of 2 files were read. What came is kept.',
    ],
  })
  disk.empty()
  expect(must(await call('articles.list', { limit: 50 })).total).toBe(0)
  must(await call('articles.create', {}))
  await desk.close()
})

onSmallDisk(`[DU2] from a full disk the desk can still be verified, and backed up to another one${skipped}`, async () => {
  const disk = smallDisk()
  const desk = await openTestDesk(disk.folder)
  const { call } = await desk.sit(desk.people.writer)
  await importText(call, 'A headline\n\nWords.')
  disk.fill()
  expect(must(await desk.workstation.admin.verify()).problems).toEqual([])
  // On the same disk, beside the desk's own folder.
  const beside = dirname(disk.folder)
  const there = join(beside, 'here.backup')
  expect(await desk.workstation.admin.backup(there)).toMatchObject({
    ok: false,
    error: { code: 'full', message: expect.stringContaining('No file was kept') },
  })
  expect(existsSync(there)).toBe(false)
  expect(readdirSync(beside).filter((name) => name.includes('copying'))).toEqual([])
  must(await desk.workstation.admin.backup(join(temporaryFolder(), 'desk.backup')))
  await desk.close()
})

test('[DU2] an index that finds no room waits and keeps its marks; nothing ends by it', async () => {
  const { db } = openDatabase({ file: join(temporaryFolder(), 'workstation.db'), key: new Uint8Array(32).fill(1) })
  onTestFinished(() => void db.close())
  const documents = new OpenDocuments(db, true)
  const indexer = new Indexer(
    db,
    documents,
    () => {},
    () => expect.unreachable('nothing is as long'),
  )
  db.prepare(
    `INSERT INTO article (key, id, state, edition_state, created_by, last_at, slug, address) VALUES (1, 'a', ?, 'draft', '', '', '', '')`,
  ).run(JSON.stringify({ fields: noFields, versions: [], history: [], editions: [] }))
  markUnindexed(db, 'a')
  db.prepare('CREATE TABLE filler (bytes BLOB) STRICT').run()
  const pages = db.pragma('page_count', { simple: true }) as number
  db.pragma(`max_page_count = ${pages + 1}`)
  expect(() => db.prepare('INSERT INTO filler VALUES (zeroblob(20000))').run()).toThrow(/full/)
  const doc = new Y.Doc()
  doc.getXmlFragment('headline').insert(0, [new Y.XmlText('y'.repeat(30_000))])
  documents.stored('a', new Uint8Array([0, 0]), 0)
  documents.reading('a')
  documents.stored('a', Y.encodeStateAsUpdate(doc), 1)
  await indexer.catchUp(10)
  expect(unindexedArticles(db, 10)).toEqual(['a'])
  db.pragma('max_page_count = 1073741823')
  await indexer.catchUp(10)
  expect(unindexedArticles(db, 10)).toEqual([])
  expect(db.prepare('SELECT length(headline) AS n FROM article_text').get()).toEqual({ n: 30_000 })
  await indexer.close()
})

async function wordsOf(call: Call, id: string): Promise<string> {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, must(await call('articles.open', { id })).update)
  return blocksText(readDocument(doc).document.body)
}
