/** A delivery of several placings that cannot be ended: what was placed stands, nothing lies beside it, and the next attempt goes on. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ensureRebuilds, listQueue, retryEntry, verifySites, workQueue } from '../../hub/publishing/publisher.ts'
import { changeSettings, release } from '../factories/hub.ts'
import { treeOf } from '../factories/tree.ts'
import { openFolder } from '../../hub/publishing/destinations/folder.ts'
import { Shipment } from '../../hub/publishing/shipment.ts'
import { folder, fullBuildOf, hubWith } from './openSites.ts'

test('[SI3] when a later file cannot be named, the pages before it stand, nothing lies beside them, and trying again ends it', async () => {
  const { hub, site, inTheWay, failed } = await stuck()
  const half = Object.keys(await treeOf(site))
  expect(half).toContain('corrections/index.html/theirs.txt')
  expect(half.filter((path) => path.startsWith('2026/')).length).toBeGreaterThan(0)
  expect(half.filter((path) => path.includes('.chancery-'))).toEqual([])
  await rm(inTheWay, { recursive: true })
  expect(await retryEntry(hub, failed)).toBe(true)
  expect(await workQueue(hub)).toEqual({ delivered: 1, failed: 0 })
  expect(await treeOf(site)).toEqual(await fullBuildOf(hub))
  expect(await verifySites(hub)).toEqual([])
})

test('[SI3] somebody else’s file in a folder that is chosen then is left as it is, whatever was placed in the one before', async () => {
  const { hub, failed } = await stuck()
  const theirs = join(hub.folder, 'two/2026/11/piece-0/index.html')
  await mkdir(join(theirs, '..'), { recursive: true })
  await writeFile(theirs, 'not ours')
  await changeSettings(hub, { destinations: [folder('site', 'two')] })
  expect(await retryEntry(hub, failed)).toBe(true)
  await ensureRebuilds(hub)
  expect(await workQueue(hub)).toMatchObject({ delivered: 0 })
  expect((await listQueue(hub.db)).map(({ detail }) => detail).join()).toContain('piece-0/index.html in ')
  expect(await readFile(theirs, 'utf8')).toBe('not ours')
})

test('[QU11] where nearly all stands there already, it is noted on the way and not at the end', async () => {
  const hub = await hubWith({ settings: { destinations: [] } })
  const root = openFolder({ folder: join(hub.folder, 'kept'), isOwn: true, isKnown: true })
  const shipment = new Shipment(hub, root, { key: 'kept', destination: 'kept', onLaid: () => {} })
  const noted = () => hub.db.selectFrom('site_file').select('path').where('destination', '=', 'kept').execute()
  for (let batch = 0; batch < 4; batch += 1) {
    expect(await noted()).toEqual([])
    const files = Array.from(
      { length: 3200 },
      (_, n) => ({ kind: 'keep', path: `${batch}/${n}`, inputs: 'inputs', content: 'content' }) as const,
    )
    await shipment.lay(files)
  }
  await expect.poll(async () => (await noted()).length).toBe(4 * 3200)
})

/** A site of 150 pieces whose delivery failed near its end, after its first placing. */
async function stuck() {
  const hub = await hubWith({ isHasty: true, settings: { destinations: [] } })
  for (let n = 0; n < 150; n += 1) await release(hub, { headline: `Piece ${n}` })
  const site = join(hub.folder, 'one')
  // The register is one of the last pages; a folder of its file's name, with something in it, cannot be replaced once it is there.
  const inTheWay = join(site, 'corrections/index.html')
  const comeBetween = (name: string) => {
    if (name !== 'laid corrections/index.html') return
    mkdirSync(inTheWay)
    writeFileSync(join(inTheWay, 'theirs.txt'), 'kept')
  }
  await changeSettings(hub, { destinations: [folder('site', 'one')] })
  await ensureRebuilds(hub)
  expect(await workQueue(hub, { step: comeBetween })).toEqual({ delivered: 0, failed: 1 })
  const [entry] = await listQueue(hub.db)
  expect(entry).toMatchObject({ state: 'failed', detail: expect.stringContaining('stands in the way of the site') as string })
  return { hub, site, inTheWay, failed: entry?.id ?? '' }
}
