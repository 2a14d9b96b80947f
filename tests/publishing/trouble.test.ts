/** Deliveries that go wrong: what waits, what is tried again, what is refused, and what it says. */
import { execFile } from 'node:child_process'
import { lstat, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import {
  cancelEntry,
  countOverdue,
  ensureRebuilds,
  listQueue,
  listUndelivered,
  nextDeliveryAt,
  resendEntry,
  retryEntry,
  workQueue,
} from '../../hub/publishing/publisher.ts'
import { changeSettings, release, type TestHub } from '../factories/hub.ts'
import { stampsOf, treeOf, writtenBetween } from '../factories/tree.ts'
import { folder, fullBuildOf, hubWith } from './openSites.ts'

describe('what can go wrong', () => {
  it('[QU9] one destination’s failure blocks no other', async () => {
    const hub = await hubWith({ settings: { destinations: [folder('blocked', 'blocked/site'), folder('open', 'open')] } })
    await writeFile(join(hub.folder, 'blocked'), 'a file where a folder should be')
    await release(hub)
    expect(await workQueue(hub)).toEqual({ delivered: 1, failed: 1 })
    const states = Object.fromEntries((await listQueue(hub.db)).map(({ destination, state }) => [destination, state]))
    expect(states).toEqual({ blocked: 'failed', open: 'live' })
    const failed = (await listQueue(hub.db)).find(({ destination }) => destination === 'blocked')
    expect(failed?.detail).toContain('stands in the way')
    // What only waits is not among it, nor what went out.
    await release(hub, { headline: 'Another' })
    expect(await listUndelivered(hub.db)).toEqual([expect.objectContaining({ article: failed?.article, edition: 1, state: 'failed' })])
    expect(await retryEntry(hub, failed?.id ?? '')).toBe(true)
    await rm(join(hub.folder, 'blocked'))
    expect(await workQueue(hub)).toEqual({ delivered: 3, failed: 0 })
    expect(await listUndelivered(hub.db)).toEqual([])
    expect(await treeOf(join(hub.folder, 'blocked/site'))).toEqual(await treeOf(join(hub.folder, 'open')))
  })

  it.skipIf(process.platform !== 'linux')('[QU9] a place where nothing can be made is told, not tried for ever', async () => {
    const hub = await hubWith({ settings: { destinations: [folder('nowhere', '/proc/nowhere/site')] } })
    await release(hub)
    expect(await workQueue(hub)).toEqual({ delivered: 0, failed: 0 })
    expect((await listQueue(hub.db)).map(({ state }) => state)).toEqual(['retrying'])
  })

  it('[QU3] [QU8] a rebuild that waits for somebody is asked for once, and is overdue two minutes later until it is live', async () => {
    const hub = await hubWith({ settings: { destinations: [folder('site', 'elsewhere')] } })
    await release(hub)
    await workQueue(hub)
    const site = join(hub.folder, 'elsewhere')
    await rename(site, `${site}.away`)
    await writeFile(site, 'a file where a folder should be')
    await changeSettings(hub, { motto: 'Another' })
    await ensureRebuilds(hub)
    expect(await workQueue(hub)).toEqual({ delivered: 0, failed: 1 })
    await ensureRebuilds(hub)
    const rebuilds = async () => (await listQueue(hub.db)).filter(({ action }) => action === 'rebuild')
    expect((await rebuilds()).map(({ state }) => state)).toEqual(['failed'])
    // It is of no edition.
    expect(await listUndelivered(hub.db)).toEqual([])
    const later = new Date(hub.now().getTime() + 121_000)
    expect([await countOverdue(hub.db, hub.now()), await countOverdue(hub.db, later)]).toEqual([0, 1])
    await rm(site)
    await rename(`${site}.away`, site)
    expect(await retryEntry(hub, (await rebuilds())[0]?.id ?? '')).toBe(true)
    expect(await workQueue(hub)).toEqual({ delivered: 1, failed: 0 })
    expect((await rebuilds()).map(({ state }) => state)).toEqual(['live'])
    expect(await countOverdue(hub.db, later)).toBe(0)
  })

  it('[QU7] taking down cancels what waits of the piece, and goes out at once though others wait for their time', async () => {
    const hub = await hubWith({ settings: { destinations: [folder('site', 'elsewhere')] } })
    const id = await release(hub, { headline: 'Taken down' })
    await workQueue(hub)
    const site = join(hub.folder, 'elsewhere')
    await rename(site, `${site}.away`)
    await release(hub, { article: id, body: 'More words.' })
    await release(hub, { headline: 'Another' })
    expect(await workQueue(hub)).toEqual({ delivered: 0, failed: 0 })
    await rename(`${site}.away`, site)
    await release(hub, { article: id, kind: 'takedown', changeNote: 'By order of a court.' })
    const states = (await listQueue(hub.db)).map(({ edition, state }) => `${edition} ${state}`)
    expect(states.toSorted()).toEqual(['1 live', '1 retrying', '2 canceled', '3 pending'])
    expect(await workQueue(hub)).toEqual({ delivered: 2, failed: 0 })
    expect(await readFile(join(site, '2026/11/taken-down/index.html'), 'utf8')).not.toContain('Words of edition')
  })

  it('[QU9] order holds: what stands behind an entry that waits goes out with it or after it', async () => {
    const hub = await hubWith({ settings: { destinations: [folder('site', 'elsewhere')] } })
    await release(hub, { headline: 'One' })
    await workQueue(hub)
    const site = join(hub.folder, 'elsewhere')
    await rm(site, { recursive: true })
    await release(hub, { headline: 'Two' })
    expect(await workQueue(hub)).toEqual({ delivered: 0, failed: 0 })
    const waiting = (await listQueue(hub.db)).find(({ state }) => state === 'retrying')
    expect(waiting?.detail).toContain('is not there any more')
    expect(waiting?.attempts).toBe(1)
    expect(await nextDeliveryAt(hub)).toBe('2026-11-23T09:17:00.000Z')
    await release(hub, { headline: 'Three' })
    await mkdir(site)
    expect(await workQueue(hub)).toEqual({ delivered: 0, failed: 0 })
    expect(await treeOf(site)).toEqual({})
    hub.clock.now = new Date('2026-11-23T09:17:00Z')
    expect(await workQueue(hub)).toEqual({ delivered: 2, failed: 0 })
    expect(await treeOf(site)).toEqual(await fullBuildOf(hub))
  })

  it('[QU10] what waits is cancelled and not sent; what is final is sent again as a new entry that writes what differs and nothing else', async () => {
    const hub = await hubWith()
    await release(hub, { headline: 'Kept' })
    await workQueue(hub)
    const [live] = await listQueue(hub.db)
    expect(await cancelEntry(hub, live?.id ?? '')).toBe(false)
    await release(hub, { headline: 'Second thoughts' })
    const waiting = (await listQueue(hub.db)).find(({ state }) => state === 'pending')
    expect(await resendEntry(hub, waiting?.id ?? '')).toBe(false)
    expect(await cancelEntry(hub, waiting?.id ?? '')).toBe(true)
    expect(await workQueue(hub)).toEqual({ delivered: 0, failed: 0 })
    const feed = join(hub.folder, 'site/feed.xml')
    await writeFile(feed, 'somebody was here')
    const before = await stampsOf(join(hub.folder, 'site'))
    expect(await resendEntry(hub, live?.id ?? '')).toBe(true)
    const again = (await listQueue(hub.db)).find(({ state }) => state === 'pending')
    expect(again).toMatchObject({ article: live?.article, edition: live?.edition })
    expect(again?.id).not.toBe(live?.id)
    expect(await workQueue(hub)).toEqual({ delivered: 1, failed: 0 })
    expect(writtenBetween(before, await stampsOf(join(hub.folder, 'site')))).toEqual(['feed.xml'])
    expect(await resendEntry(hub, waiting?.id ?? '')).toBe(true)
    expect(await workQueue(hub)).toEqual({ delivered: 1, failed: 0 })
    expect(await treeOf(join(hub.folder, 'site'))).toEqual(await fullBuildOf(hub))
  })

  it('[QU10] an entry that cannot be delivered is tried ten times, then waits for somebody', async () => {
    const hub = await hubWith({ settings: { destinations: [folder('site', 'elsewhere')] } })
    await release(hub)
    await workQueue(hub)
    await rm(join(hub.folder, 'elsewhere'), { recursive: true })
    await release(hub)
    const waits: number[] = []
    for (let n = 1; n <= 10; n += 1) {
      await workQueue(hub)
      const due = await nextDeliveryAt(hub)
      if (due === '') break
      waits.push((Date.parse(due) - hub.clock.now.getTime()) / 60_000)
      hub.clock.now = new Date(due)
    }
    expect(waits).toEqual([2, 4, 8, 16, 32, 64, 64, 64, 64])
    expect((await listQueue(hub.db)).map(({ state }) => state).toSorted()).toEqual(['failed', 'live'])
    expect(await hub.db.selectFrom('op').select('kind').where('kind', '=', 'hub.failed').execute()).toHaveLength(1)
  })

  it('[SI3] the desk’s own site folder is filled again when it was thrown away', async () => {
    const hub = await hubWith()
    await release(hub, { headline: 'One' })
    await workQueue(hub)
    await rm(join(hub.folder, 'site'), { recursive: true })
    await release(hub, { headline: 'Two' })
    await workQueue(hub)
    expect(await treeOf(join(hub.folder, 'site'))).toEqual(await fullBuildOf(hub))
  })

  it('[SI3] a file of somebody else stays as it is, and the sentence names it', async () => {
    const hub = await hubWith({ settings: { destinations: [folder('site', 'theirs')] } })
    await mkdir(join(hub.folder, 'theirs'))
    await writeFile(join(hub.folder, 'theirs/index.html'), 'my own page')
    await release(hub)
    expect(await workQueue(hub)).toEqual({ delivered: 0, failed: 1 })
    expect((await listQueue(hub.db))[0]?.detail).toMatch(/^index\.html in .* was not written by this desk\./u)
    expect(await treeOf(join(hub.folder, 'theirs'))).toEqual({ 'index.html': expect.any(String) })
    expect(await readFile(join(hub.folder, 'theirs/index.html'), 'utf8')).toBe('my own page')
  })

  it.skipIf(process.platform === 'win32').each([
    ['a socket', (path: string) => new Promise<void>((resolve) => createServer().unref().listen(path, resolve))],
    ['a pipe', (path: string) => promisify(execFile)('mkfifo', [path])],
    ['a folder', (path: string) => mkdir(path)],
  ] as const)('[SI3] %s where a page should stand stays as it is, and the sentence names it', async (_what, make) => {
    const hub = await hubWith({ settings: { destinations: [folder('site', 'theirs')] } })
    const site = join(hub.folder, 'theirs')
    await mkdir(site)
    await make(join(site, 'feed.xml'))
    const before = await lstat(join(site, 'feed.xml'))
    const id = await release(hub)
    expect(await workQueue(hub)).toEqual({ delivered: 0, failed: 1 })
    const [failed] = await listQueue(hub.db)
    expect(failed?.detail).toMatch(
      /^Something that is not of this desk stands in the way of the site, at .*theirs\/feed\.xml\. It was left/u,
    )
    expect((await lstat(join(site, 'feed.xml'))).ino).toBe(before.ino)
    // Moved away, as the sentence says; and put there again once the page is known.
    await rename(join(site, 'feed.xml'), join(hub.folder, 'away'))
    expect(await retryEntry(hub, failed?.id ?? '')).toBe(true)
    expect(await workQueue(hub)).toEqual({ delivered: 1, failed: 0 })
    await rm(join(site, 'feed.xml'))
    await rename(join(hub.folder, 'away'), join(site, 'feed.xml'))
    await release(hub, { article: id, headline: 'Another headline' })
    expect(await workQueue(hub)).toEqual({ delivered: 0, failed: 1 })
    expect((await listQueue(hub.db)).find(({ state }) => state === 'failed')?.detail).toContain('theirs/feed.xml. It was left as it is')
    expect((await lstat(join(site, 'feed.xml'))).ino).toBe(before.ino)
  })

  it('[QU3] another folder for a destination is another site, written whole; the old one stays', async () => {
    const hub = await hubWith({ settings: { destinations: [folder('site', 'old')] } })
    await release(hub)
    await workQueue(hub)
    await changeSettings(hub, { destinations: [folder('site', 'new')] })
    await ensureRebuilds(hub)
    await workQueue(hub)
    expect(await treeOf(join(hub.folder, 'new'))).toEqual(await treeOf(join(hub.folder, 'old')))
  })

  it.each(['version', 'record'] as const)(
    '[QU12] a changed byte of a stored %s is never published, and its place is named',
    async (table) => {
      const hub = await hubWith()
      await release(hub, { headline: 'Whole' })
      await workQueue(hub)
      const before = await treeOf(join(hub.folder, 'site'))
      await release(hub, { headline: 'Damaged' })
      await damage(hub, table)
      expect(await workQueue(hub)).toEqual({ delivered: 0, failed: 1 })
      const [entry] = await listQueue(hub.db)
      expect(entry?.state).toBe('failed')
      expect(entry?.detail).toMatch(
        table === 'record'
          ? /^Record entry 2 \(number 2, edition 1\) is damaged/u
          : /^Version [0-9a-f]{64} \(number 2, edition 1\) is damaged/u,
      )
      expect(entry?.detail).toContain('It was not sent. What readers find is whole, as it was before or as it was sent by then. Restore')
      expect(await treeOf(join(hub.folder, 'site'))).toEqual(before)
    },
  )

  it('[QU10] nothing is sent to a destination that was taken out of the settings', async () => {
    const hub = await hubWith({ settings: { destinations: [folder('one', 'one'), folder('two', 'two')] } })
    await release(hub)
    await changeSettings(hub, { destinations: [folder('one', 'one')] })
    await workQueue(hub)
    const states = Object.fromEntries((await listQueue(hub.db)).map(({ destination, state }) => [destination, state]))
    expect(states).toEqual({ one: 'live', two: 'canceled' })
  })

  it('[QU10] an entry that is live cannot be sent again', async () => {
    const hub = await hubWith()
    await release(hub)
    await workQueue(hub)
    expect(await retryEntry(hub, (await listQueue(hub.db))[0]?.id ?? '')).toBe(false)
  })
})

/** Turns one letter of the newest row, behind the triggers that refuse it. */
async function damage(hub: TestHub, table: 'version' | 'record'): Promise<void> {
  await sql.raw(`DROP TRIGGER ${table}_fixed`).execute(hub.db)
  const newest = await hub.db.selectFrom('record').select(['version', 'digest', 'bytes']).orderBy('place', 'desc').executeTakeFirstOrThrow()
  const turned = (bytes: Uint8Array) => Buffer.from(Buffer.from(bytes).toString('utf8').replace('Words of edition', 'words of edition'))
  if (table === 'record') {
    await hub.db
      .updateTable('record')
      .set({ bytes: turned(newest.bytes) })
      .where('digest', '=', newest.digest)
      .execute()
    return
  }
  const { bytes } = await hub.db.selectFrom('version').select('bytes').where('hash', '=', newest.version).executeTakeFirstOrThrow()
  await hub.db
    .updateTable('version')
    .set({ bytes: turned(bytes) })
    .where('hash', '=', newest.version)
    .execute()
}
