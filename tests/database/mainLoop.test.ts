/** How long work of minutes holds up a key: the loop's longest stop while files are imported, checked, copied and indexed again. */
import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { expect, test } from 'vitest'
import { blobName } from '../../shared/canonical.ts'
import { openEncrypted } from '../../sqlite/open.ts'
import { must } from '../factories/people.ts'
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

test('[DU5] checking, copying and rebuilding a large file leave the loop to the desk', async () => {
  const begun = await openTestDesk()
  await begun.close()
  const key = new Uint8Array(Buffer.from(readFileSync(join(begun.folder, 'key'), 'utf8').trim(), 'hex'))
  const db = openEncrypted({ file: join(begun.folder, 'workstation.db'), key })
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
