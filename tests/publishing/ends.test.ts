/** A delivery that fails is over when it says so, and what it was refused stays refused. */
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { deliver } from '../../hub/publishing/delivery.ts'
import type { Destination } from '../../hub/publishing/destinations/destination.ts'
import { openFolder } from '../../hub/publishing/destinations/folder.ts'
import { headPlace } from '../../hub/publishing/entries.ts'
import { recordIntent } from '../../hub/publishing/journal.ts'
import { openPress } from '../../hub/publishing/press.ts'
import { buildSite, listQueue, retryEntry, workQueue } from '../../hub/publishing/publisher.ts'
import { release } from '../factories/hub.ts'
import { treeOf } from '../factories/tree.ts'
import { folder, hubWith } from './openSites.ts'

it('[SI3] damage found while the batch before is still laid down ends the delivery after that one, and nothing lies beside its place', async () => {
  const hub = await hubWith({ isHasty: true, settings: { destinations: [] } })
  for (let n = 0; n < 120; n += 1) await release(hub, { headline: `Piece ${n}` })
  await sql.raw('DROP TRIGGER record_fixed').execute(hub.db)
  const bytes = sql<Uint8Array>`CAST(replace(CAST(bytes AS TEXT), 'Words of edition', 'words of edition') AS BLOB)`
  await hub.db.updateTable('record').set({ bytes }).where('number', '=', 120).execute()
  const press = await openPress(hub)
  if (!press) throw new Error('the desk has a press')
  const root = join(hub.folder, 'slow')
  const site = openFolder({ folder: root, isOwn: false, isKnown: false })
  const acts: string[] = []
  const slow: Destination = {
    ...site,
    lay: async (files, step) => {
      acts.push('lays')
      // A disk that takes long.
      await pause(300)
      const laid = await site.lay(files, step)
      acts.push('laid')
      return laid
    },
    clean: async (paths) => {
      acts.push('cleans')
      await site.clean(paths)
    },
  }
  const order = { key: 'slow', destination: 'slow', folder: root, place: await headPlace(hub.db), isWhole: true }
  const said = await deliver(hub, press, slow, order).catch((error: unknown) => String(error))
  expect(said).toContain('Record entry 120 (number 120, edition 1) is damaged')
  expect(acts.slice(0, 2)).toEqual(['lays', 'laid'])
  const stands = Object.keys(await treeOf(root))
  expect(stands.filter((path) => path.includes('.chancery-') || path.includes('piece-119'))).toEqual([])
  // Some pages stand there by then, and that is what is said.
  expect(stands).toContain('2026/11/piece-0/index.html')
  expect(said).toContain(
    'is damaged: its bytes are not those its digest was taken of. It was not sent. What readers find is whole, as it was before or',
  )
  // What was laid by then was named, or is gone.
  expect(await hub.db.selectFrom('site_file').select('path').where('content', '<>', '').execute()).toHaveLength(stands.length)
})

it('[SI3] what an attempt named that was interrupted twice over is on the disk before the delivery is live', async () => {
  const hub = await hubWith({ settings: { destinations: [] } })
  await release(hub, { headline: 'Piece' })
  const press = await openPress(hub)
  if (!press) throw new Error('the desk has a press')
  const root = join(hub.folder, 'twice')
  const site = openFolder({ folder: root, isOwn: false, isKnown: false })
  const settled: string[] = []
  const watched: Destination = {
    ...site,
    settle: async (paths) => {
      await site.settle(paths)
      settled.push(...paths)
    },
  }
  const order = { key: 'twice', destination: 'twice', folder: root, place: await headPlace(hub.db), isWhole: true }
  const step = (name: string) => {
    if (name === 'noted') throw new Error('interrupted')
  }
  await expect(deliver(hub, press, watched, order, { step })).rejects.toThrow('interrupted')
  // The next one does not even come to announce a batch.
  await expect(deliver(hub, press, watched, order, { isStopped: () => true })).rejects.toThrow('stopped')
  expect(await deliver(hub, press, watched, order)).toMatchObject({ written: 0 })
  expect(Object.keys(await treeOf(root)).filter((path) => !settled.includes(path))).toEqual([])
})

it('[SI3] a file of somebody else is left as it is however often publishing is tried again', async () => {
  const hub = await hubWith({ settings: { destinations: [folder('site', 'theirs')] } })
  await mkdir(join(hub.folder, 'theirs'))
  await writeFile(join(hub.folder, 'theirs/index.html'), 'my own page')
  await release(hub)
  for (let turn = 0; turn < 3; turn += 1) {
    expect(await workQueue(hub)).toEqual({ delivered: 0, failed: 1 })
    const [entry] = await listQueue(hub.db)
    expect(entry?.detail).toMatch(/^index\.html in .* was not written by this desk\./u)
    expect(await readFile(join(hub.folder, 'theirs/index.html'), 'utf8')).toBe('my own page')
    expect(await retryEntry(hub, entry?.id ?? '')).toBe(true)
  }
})

it('[SI3] a file of somebody else is left as it is by a delivery that goes on after a crash', async () => {
  const hub = await hubWith({ settings: { destinations: [folder('site', 'theirs')] } })
  await mkdir(join(hub.folder, 'theirs'))
  await writeFile(join(hub.folder, 'theirs/index.html'), 'my own page')
  await release(hub)
  // What a crash leaves before anything was laid.
  const at = hub.now().toISOString()
  const planned = { kind: 'keep', path: 'index.html', inputs: 'a', content: 'b' } as const
  await hub.db.transaction().execute((writer) => recordIntent(writer, 'before', 1, 'site', at, [planned]))
  expect(await workQueue(hub)).toEqual({ delivered: 0, failed: 1 })
  expect(await readFile(join(hub.folder, 'theirs/index.html'), 'utf8')).toBe('my own page')
})

it('[QU9] a site built into a folder while the queue delivers another: both are whole', async () => {
  const hub = await hubWith({ isHasty: true, settings: { destinations: [folder('site', 'queued')] } })
  for (let n = 0; n < 150; n += 1) await release(hub, { headline: `Piece ${n}` })
  const [worked] = await Promise.all([workQueue(hub), buildSite(hub, join(hub.folder, 'asked'), () => {})])
  expect(worked).toEqual({ delivered: 150, failed: 0 })
  expect(await treeOf(join(hub.folder, 'asked'))).toEqual(await treeOf(join(hub.folder, 'queued')))
})
