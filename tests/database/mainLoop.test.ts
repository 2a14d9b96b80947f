/** How long work of minutes holds up a key: the loop's longest stop while files are imported, checked, copied and indexed again. */
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { blobName } from '../../shared/canonical.ts'
import { openEncrypted } from '../../sqlite/open.ts'
import type { Call } from '../../shared/contract/contract.ts'
import { keyOf } from '../../scripts/bench/desk.ts'
import { importText, must, paragraphUpdate } from '../factories/people.ts'
import { openTestDesk, openTestWorkstation } from '../factories/workstation.ts'
import { temporaryFolder } from '../harness/folder.ts'

/** Milliseconds that a loaded machine may take for one commit to the disk, which every save waits for. */
const oneCommit = 400

test('[DU5] an import of many files is many small steps', async () => {
  const desk = await openTestDesk()
  const { call } = await desk.sit(desk.people.writer)
  const files = Array.from({ length: 120 }, (_, n) => ({
    name: `${n}.txt`,
    bytes: new TextEncoder().encode(`Piece ${n}\n\n${'The river stood at four feet and the ferry did not leave.\n\n'.repeat(60)}`),
  }))
  const { took, longest } = await measured(async () => {
    let job = must(await call('imports.start', { files, category: 'archives' }))
    while (job.state === 'running') {
      await new Promise((resolve) => setTimeout(resolve, 20))
      job = must(await call('jobs.read', { id: job.id }))
    }
    expect(job.articles).toHaveLength(files.length)
    await expect
      .poll(async () => must(await call('search.find', { words: 'ferry' })).results.length, { timeout: 30_000 })
      .toBeGreaterThan(0)
  })
  expect(longest).toBeLessThan(Math.max(oneCommit, took / 5))
})

test('[DU5] an act is answered while an import goes on writing', async () => {
  const desk = await openTestDesk()
  const { call } = await desk.sit(desk.people.writer)
  const files = Array.from({ length: 1000 }, (_, n) => ({
    name: `${n}.txt`,
    bytes: new TextEncoder().encode(`Piece ${n}\n\nThe river stood.`),
  }))
  const { id } = must(await call('imports.start', { files, category: 'archives' }))
  const begun = must(await call('articles.create', {}))
  must(await call('articles.setField', { id: begun.row.id, field: 'slugline', value: 'ferry', base: '' }))
  expect(must(await call('jobs.read', { id })).state).toBe('running')
  must(await call('jobs.stop', { id }))
})

test('[DU5] words are saved and read between the batches of an import, not after it', async () => {
  const desk = await openTestDesk()
  const { call } = await desk.sit(desk.people.writer)
  const { row } = must(await call('articles.create', {}))
  const files = Array.from({ length: 500 }, (_, n) => ({
    name: `${n}.txt`,
    bytes: new TextEncoder().encode(`Piece ${n}\n\n${'The river stood at four feet and the ferry did not leave.\n\n'.repeat(20)}`),
  }))
  const { id } = must(await call('imports.start', { files, category: 'archives' }))
  /** Pieces that had come when each save was answered. */
  const come: number[] = []
  for (let job = must(await call('jobs.read', { id })); job.state === 'running'; job = must(await call('jobs.read', { id }))) {
    must(await call('articles.save', { id: row.id, update: await paragraphUpdate(call, row.id, `Line ${come.length}.`) }))
    come.push(job.articles.length)
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  // They come in about six pages of the order; between most of them something was asked and answered.
  expect(new Set(come).size).toBeGreaterThan(3)
  await expect.poll(async () => must(await call('articles.read', { id: row.id })).row.words, { timeout: 30_000 }).toBe(come.length * 2)
})

test('[DU5] [DU6] a text of many books is read beside the loop when it was changed, and found by its first half million letters', async () => {
  const desk = await openTestDesk()
  const { call } = await desk.sit(desk.people.writer)
  const line = `${'The river stood at four feet and the ferry did not leave. '.repeat(8)}\n\n`
  const id = await importText(call, `A very long piece\n\nIt begins with lamplighters.\n\n${line.repeat(9000)}It ends with bellfounders.`)
  const found = async (words: string) => must(await call('search.find', { words })).results.map((hit) => hit.id)
  expect(await found('lamplighters')).toEqual([id])
  expect(await found('bellfounders')).toEqual([])
  const update = await headlineUpdate(call, id, 'Now of chandlers: ')
  const { took, longest } = await measured(async () => {
    must(await call('articles.save', { id, update }))
    await expect.poll(async () => (await found('chandlers')).length, { timeout: 60_000 }).toBe(1)
  })
  // On the loop itself it would be one stop of nearly all of it.
  expect(longest).toBeLessThan(Math.max(oneCommit, took / 2))
  const words = must(await call('articles.list', {})).articles[0]?.words ?? 0
  expect(words).toBeGreaterThan(500_000)
  await desk.close()
  const db = openEncrypted({ file: join(desk.folder, 'workstation.db'), key: keyOf(desk.folder) })
  db.prepare(`INSERT INTO article_fts (article_fts, rank) VALUES ('integrity-check', 1)`).run()
  db.close()
})

test('[DU5] checking, copying and rebuilding a large file leave the loop to the desk', async () => {
  const begun = await openTestDesk()
  await begun.close()
  const db = openEncrypted({ file: join(begun.folder, 'workstation.db'), key: keyOf(begun.folder) })
  const fill = db.prepare('INSERT INTO blob (name, bytes) VALUES (?, ?)')
  for (let n = 0; n < 60; n += 1) {
    const bytes = randomBytes(1_000_000)
    fill.run(blobName(bytes), bytes)
  }
  db.close()
  const { workstation } = await openTestWorkstation(begun.folder)
  const verifying = await measured(async () => expect(must(await workstation.admin.verify()).problems).toEqual([]))
  const copying = await measured(async () => must(await workstation.admin.backup(join(temporaryFolder(), 'desk.backup'))))
  const rebuilding = await measured(async () => must(await workstation.admin.rebuild()))
  for (const { took, longest } of [verifying, copying, rebuilding]) expect(longest).toBeLessThan(Math.max(oneCommit, took / 3))
  // On the loop itself the copy alone would be one stop of most of its time.
  expect(copying.longest).toBeLessThan(copying.took / 2)
})

/** Milliseconds: the whole, and the longest time in which nothing else could be answered. */
async function measured(work: () => Promise<unknown>): Promise<{ readonly took: number; readonly longest: number }> {
  const delay = monitorEventLoopDelay({ resolution: 5 })
  delay.enable()
  const began = performance.now()
  await work()
  delay.disable()
  return { took: performance.now() - began, longest: delay.max / 1e6 }
}

/** Words at the beginning of the headline. */
async function headlineUpdate(call: Call, id: string, words: string): Promise<Uint8Array> {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, must(await call('articles.open', { id })).update)
  const before = Y.encodeStateVector(doc)
  const text = doc.getXmlFragment('headline').get(0)
  const [first] = text instanceof Y.XmlElement ? text.toArray() : [text]
  if (!(first instanceof Y.XmlText)) throw new Error('the headline has no text')
  first.insert(0, words)
  return Y.encodeStateAsUpdate(doc, before)
}
