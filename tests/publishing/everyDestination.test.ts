/** What puts an edition right, or takes it back, reaches every destination of the desk. */
import { rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { listQueue, nextDeliveryAt, workQueue } from '../../hub/publishing/publisher.ts'
import { openHub, release } from '../factories/hub.ts'
import { treeOf } from '../factories/tree.ts'

it.each(['correction', 'withdrawal', 'retraction', 'takedown'] as const)(
  '[QU6] a %s goes to every destination, one that failed before included',
  async (kind) => {
    const destinations = ['one', 'two'].map((id) => ({ id, kind: 'folder' as const, name: id, folder: id }))
    const hub = await openHub({ settings: { destinations } })
    onTestFinished(async () => {
      await hub.close()
      await rm(hub.folder, { recursive: true, force: true })
    })
    const [one, two, away] = ['one', 'two', 'away'].map((name) => join(hub.folder, name)) as [string, string, string]
    const article = await release(hub, { headline: 'Put right' })
    await workQueue(hub)
    await rename(two, away)
    await release(hub, { article, kind, changeNote: 'It was wrong.' })
    await workQueue(hub)
    await rename(away, two)
    hub.clock.now = new Date(await nextDeliveryAt(hub))
    await workQueue(hub)
    const told = (await listQueue(hub.db)).filter(({ edition }) => edition === 2)
    expect(Object.fromEntries(told.map(({ destination, state }) => [destination, state]))).toEqual({ one: 'live', two: 'live' })
    expect(await treeOf(two)).toEqual(await treeOf(one))
    expect((await treeOf(two))['2026/11/put-right/index.html']).toBeDefined()
  },
)
