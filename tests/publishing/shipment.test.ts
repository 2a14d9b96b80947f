/** A delivery of several placings that cannot be ended: what was placed stands, nothing lies beside it, and the next attempt goes on. */
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { buildSite, ensureRebuilds, listQueue, retryEntry, verifySites, workQueue } from '../../hub/publishing/publisher.ts'
import { lordsPress } from '../../shared/desk/lordsPress.ts'
import { changeSettings, openHub, release } from '../factories/hub.ts'
import { treeOf } from '../factories/tree.ts'

test('[SI3] when a later file cannot be named, the pages before it stand, nothing lies beside them, and trying again ends it', async () => {
  const hub = await openHub({ isHasty: true, settings: { destinations: [] } })
  for (let n = 0; n < 150; n += 1) await release(hub, { headline: `Piece ${n}` })
  const site = join(hub.folder, 'site')
  // The register is one of the last pages; a folder of its file's name, with something in it, cannot be replaced.
  const inTheWay = join(site, 'corrections/index.html')
  await mkdir(inTheWay, { recursive: true })
  await writeFile(join(inTheWay, 'theirs.txt'), 'kept')
  await changeSettings(hub, { destinations: lordsPress.destinations })
  await ensureRebuilds(hub)
  expect(await workQueue(hub)).toEqual({ delivered: 0, failed: 1 })
  const [failed] = await listQueue(hub.db)
  expect(failed).toMatchObject({ state: 'failed', detail: expect.stringContaining('stands in the way of the site') as string })
  const half = Object.keys(await treeOf(site))
  expect(half).toContain('corrections/index.html/theirs.txt')
  expect(half.filter((path) => path.startsWith('2026/')).length).toBeGreaterThan(0)
  expect(half.filter((path) => path.includes('.chancery-'))).toEqual([])
  await rm(inTheWay, { recursive: true })
  expect(await retryEntry(hub, failed?.id ?? '')).toBe(true)
  expect(await workQueue(hub)).toEqual({ delivered: 1, failed: 0 })
  await buildSite(hub, join(hub.folder, 'full'), () => {})
  expect(await treeOf(site)).toEqual(await treeOf(join(hub.folder, 'full')))
  expect(await verifySites(hub)).toEqual([])
  await hub.close()
  await rm(hub.folder, { recursive: true, force: true })
})
