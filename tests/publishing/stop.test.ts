/** A long delivery that somebody stops: what was sent stands whole, and trying again goes on with the rest. */
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { buildSite, ensureRebuilds, listQueue, retryEntry, verifySites, workQueue } from '../../hub/publishing/publisher.ts'
import { lordsPress } from '../../shared/desk/lordsPress.ts'
import { changeSettings, openHub, release } from '../factories/hub.ts'
import { treeOf } from '../factories/tree.ts'

test('[QU10] a delivery that is stopped needs somebody, keeps what it wrote, and goes on from there when it is tried again', async () => {
  const hub = await openHub({ isHasty: true, settings: { destinations: [] } })
  for (let n = 0; n < 150; n += 1) await release(hub, { headline: `Piece ${n}` })
  await changeSettings(hub, { destinations: lordsPress.destinations })
  await ensureRebuilds(hub)
  let sent = 0
  const counted = { onProgress: (done: number) => void (sent = done) }
  expect(await workQueue(hub, { ...counted, isStopped: () => sent > 0 })).toEqual({ delivered: 0, failed: 1 })
  const [stopped] = await listQueue(hub.db)
  expect(stopped).toMatchObject({ state: 'failed', detail: expect.stringContaining('stopped at the desk') })
  const half = await treeOf(join(hub.folder, 'site'))
  expect(Object.keys(half)).toHaveLength(sent)
  expect(await ensureRebuilds(hub)).toBeUndefined()
  expect(await retryEntry(hub, stopped?.id ?? '')).toBe(true)
  expect(await workQueue(hub)).toEqual({ delivered: 1, failed: 0 })
  await buildSite(hub, join(hub.folder, 'full'), () => {})
  expect(await treeOf(join(hub.folder, 'site'))).toEqual(await treeOf(join(hub.folder, 'full')))
  expect(await verifySites(hub)).toEqual([])
  await hub.close()
  await rm(hub.folder, { recursive: true, force: true })
})
