/** Deliveries to real folders: what goes out, what is mended, what goes wrong and what it says. */
import { writeFileSync } from 'node:fs'
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterEach, describe, expect, it } from 'vitest'
import {
  buildSite,
  cancelEntry,
  ensureRebuilds,
  listQueue,
  nextDeliveryAt,
  resendEntry,
  retryEntry,
  verifySites,
  workQueue,
} from '../../hub/publishing/publisher.ts'
import { readArticle } from '../../hub/storage/projections.ts'
import { changeSettings, openHub, putTheme, release, type TestHub } from '../factories/hub.ts'
import { stampsOf, treeOf, writtenBetween } from '../factories/tree.ts'

const opened: TestHub[] = []

async function hubWith(...args: Parameters<typeof openHub>): Promise<TestHub> {
  const hub = await openHub(...args)
  opened.push(hub)
  return hub
}

afterEach(async () => {
  for (const hub of opened.splice(0)) {
    await hub.close()
    await rm(hub.folder, { recursive: true, force: true })
  }
})

async function fullBuildOf(hub: TestHub) {
  const folder = join(hub.folder, 'full')
  await rm(folder, { recursive: true, force: true })
  await buildSite(hub, folder, () => {})
  return treeOf(folder)
}

describe('an article goes out', () => {
  it('[QU2] an entry is live only after every file was read back', async () => {
    const hub = await hubWith()
    const id = await release(hub, { headline: 'The treaty’s page' })
    expect(await workQueue(hub)).toEqual({ delivered: 1, failed: 0 })
    const [entry] = await listQueue(hub.db)
    expect(entry).toMatchObject({ state: 'live', article: id, edition: 1, address: '/2026/11/the-treatys-page/' })
    const page = await readFile(join(hub.folder, 'site/2026/11/the-treatys-page/index.html'), 'utf8')
    expect(page).toContain('Words of edition 1.')
    const article = await readArticle(hub.db, id)
    expect(article?.editions[0]?.publication?.liveAt).not.toBe('')
    expect(await verifySites(hub)).toEqual([])
  })

  it('[SI3] pages are put in place before the lists that name them, and those before front, feeds and sitemap', async () => {
    const hub = await hubWith()
    await release(hub, { headline: 'Before' })
    await workQueue(hub)
    await release(hub, { headline: 'After' })
    const placed: string[] = []
    await workQueue(hub, { step: (name) => void (name.startsWith('placed ') && placed.push(name.slice(7))) })
    const stages = [
      /^(theme|media|2026|n)\//u,
      /^(category|archive|corrections|record)\/.*(?<!\/(atom|feed)\.(xml|json))$/u,
      /^(index\.html|feed|atom|sitemap|category)/u,
    ]
    const order = placed.map((path) => stages.findIndex((stage) => stage.test(path)))
    expect(new Set(order)).toEqual(new Set([0, 1, 2]))
    expect(order).toEqual(order.toSorted((one, other) => one - other))
  })

  it('[SI3] files of the site are for everybody to read, under whatever umask', async () => {
    const hub = await hubWith()
    await release(hub, { headline: 'Modes' })
    await workQueue(hub)
    const { mode } = await stat(join(hub.folder, 'site/2026/11/modes/index.html'))
    expect(mode & 0o777).toBe(0o644)
    for (const folder of ['site', 'site/2026', 'site/2026/11/modes'])
      expect((await stat(join(hub.folder, folder))).mode & 0o777).toBe(0o755)
  })

  it('[SI2] a second publish of the same edition writes nothing', async () => {
    const hub = await hubWith()
    await release(hub)
    await workQueue(hub)
    const before = await stampsOf(join(hub.folder, 'site'))
    await hub.db.deleteFrom('site_state').execute()
    await ensureRebuilds(hub)
    expect(await workQueue(hub)).toEqual({ delivered: 1, failed: 0 })
    expect(writtenBetween(before, await stampsOf(join(hub.folder, 'site')))).toEqual([])
  })

  it('[SI2] the incremental and the full build give the same tree', async () => {
    const hub = await hubWith()
    for (let n = 0; n < 5; n += 1) {
      await release(hub, { headline: `Piece ${n}` })
      await workQueue(hub)
    }
    expect(await treeOf(join(hub.folder, 'site'))).toEqual(await fullBuildOf(hub))
  })

  it('[QU2] a file that was changed while it was being sent is mended before the entry is live', async () => {
    const hub = await hubWith()
    const front = join(hub.folder, 'site/index.html')
    await release(hub)
    await workQueue(hub)
    await release(hub, { headline: 'Second' })
    let damaged: Promise<void> | undefined
    const worked = await workQueue(hub, {
      step(name) {
        if (name === 'noted') damaged ??= writeFile(front, 'not ours')
      },
    })
    await damaged
    expect(worked).toEqual({ delivered: 1, failed: 0 })
    expect(await readFile(front, 'utf8')).toContain('Second')
    expect(await verifySites(hub)).toEqual([])
  })

  it('[QU2] an entry whose files do not come to stand there is never live: it waits, and says why', async () => {
    const hub = await hubWith()
    await release(hub)
    const spoil = (name: string) => {
      if (name === 'noted') writeFileSync(join(hub.folder, 'site/index.html'), 'not ours')
    }
    expect(await workQueue(hub, { step: spoil })).toEqual({ delivered: 0, failed: 0 })
    expect((await listQueue(hub.db))[0]).toMatchObject({ state: 'retrying', detail: expect.stringContaining('other bytes') as string })
    hub.clock.now = new Date('2026-11-23T09:17:00Z')
    expect(await workQueue(hub)).toEqual({ delivered: 1, failed: 0 })
    expect(await verifySites(hub)).toEqual([])
  })

  it('[QU2] verifying names each public file that is missing or was changed', async () => {
    const hub = await hubWith()
    await release(hub, { headline: 'Kept' })
    await workQueue(hub)
    await writeFile(join(hub.folder, 'site/feed.xml'), 'x')
    await rm(join(hub.folder, 'site/2026/11/kept/index.html'))
    expect(await verifySites(hub)).toEqual([
      'site site: 2026/11/kept/index.html is missing.',
      'site site: feed.xml is not what was published; its bytes were changed.',
    ])
  })
})

describe('a second edition', () => {
  it('[QU3] an edition that a newer one overtook is never sent, whatever the order of attempts', async () => {
    const hub = await hubWith()
    const id = await release(hub, { headline: 'First words' })
    await release(hub, { article: id, headline: 'Second words' })
    await workQueue(hub)
    const states = Object.fromEntries((await listQueue(hub.db)).map(({ edition, state }) => [edition, state]))
    expect(states).toEqual({ 1: 'superseded', 2: 'live' })
    expect(await readFile(join(hub.folder, 'site/2026/11/first-words/index.html'), 'utf8')).toContain('Second words')
  })

  it('[QU2] the edition before is superseded once, when the new one is live', async () => {
    const hub = await hubWith({ settings: { destinations: [folder('one', 'one'), folder('two', 'two')] } })
    const id = await release(hub)
    await workQueue(hub)
    await release(hub, { article: id })
    expect((await readArticle(hub.db, id))?.editions.map(({ state }) => state)).toEqual(['published', 'published'])
    await workQueue(hub)
    expect((await readArticle(hub.db, id))?.editions.map(({ state }) => state)).toEqual(['superseded', 'published'])
    const told = await hub.db.selectFrom('op').select('kind').where('kind', '=', 'hub.superseded').execute()
    expect(told).toHaveLength(1)
  })

  it('[SI13] the edition before keeps a page of its own, not to be found by search engines', async () => {
    const hub = await hubWith({ settings: { baseUrl: 'https://paper.example/' } })
    const id = await release(hub, { headline: 'A page', body: 'The first words.' })
    await release(hub, { article: id, body: 'The second words.' })
    await workQueue(hub)
    const old = await readFile(join(hub.folder, 'site/2026/11/a-page/editions/1/index.html'), 'utf8')
    expect(old).toContain('The first words.')
    expect(old).toContain('<meta name="robots" content="noindex">')
    expect(old).toContain('Edition 1, replaced')
    expect(await readFile(join(hub.folder, 'site/2026/11/a-page/index.html'), 'utf8')).toContain('The second words.')
  })

  it('[SI13] no earlier text stands once an article was retracted', async () => {
    const hub = await hubWith()
    const id = await release(hub, { headline: 'Wrong' })
    await release(hub, { article: id })
    await workQueue(hub)
    const tree = join(hub.folder, 'site/2026/11/wrong')
    expect(Object.keys(await treeOf(tree))).toEqual(['editions/1/index.html', 'index.html'])
    await release(hub, { article: id, kind: 'retraction', changeNote: 'It was wrong.' })
    await workQueue(hub)
    expect(Object.keys(await treeOf(tree))).toEqual(['index.html'])
    expect(await treeOf(join(hub.folder, 'site'))).toEqual(await fullBuildOf(hub))
  })
})

describe('the site itself', () => {
  it('[QU3] changed settings rebuild a site once; today’s weather does not', async () => {
    const hub = await hubWith()
    await ensureRebuilds(hub)
    expect(await listQueue(hub.db)).toEqual([])
    await release(hub)
    await ensureRebuilds(hub)
    await workQueue(hub)
    await changeSettings(hub, {
      weather: { date: '2026-11-24', condition: 'rain', temperature: 4, humidity: null, wind: null },
      undoSeconds: 5,
    })
    await ensureRebuilds(hub)
    expect(await listQueue(hub.db)).toHaveLength(1)
    await changeSettings(hub, { motto: 'Set down, and kept' })
    await ensureRebuilds(hub)
    await ensureRebuilds(hub)
    const [rebuild, ...others] = await listQueue(hub.db)
    expect(others).toHaveLength(1)
    expect(rebuild).toMatchObject({ action: 'rebuild', state: 'pending', article: '' })
    await workQueue(hub)
    expect(await readFile(join(hub.folder, 'site/index.html'), 'utf8')).toContain('Set down, and kept')
    expect((await listQueue(hub.db))[0]).toMatchObject({ action: 'rebuild', state: 'live' })
    expect(await treeOf(join(hub.folder, 'site'))).toEqual(await fullBuildOf(hub))
    await ensureRebuilds(hub)
    expect(await listQueue(hub.db)).toHaveLength(2)
  })

  it('[QU3] a rebuild that the settings overtook is superseded, and the newest is what stands', async () => {
    const hub = await hubWith()
    await release(hub)
    await workQueue(hub)
    for (const motto of ['One', 'Two']) {
      await changeSettings(hub, { motto })
      await ensureRebuilds(hub)
    }
    await workQueue(hub)
    expect((await listQueue(hub.db)).map(({ state }) => state).toSorted()).toEqual(['live', 'live', 'superseded'])
  })

  it('[QU3] a changed theme rebuilds the site', async () => {
    const hub = await hubWith()
    await release(hub)
    await workQueue(hub)
    await putTheme(hub.resources, 'site.css', 'body { color: black }')
    await ensureRebuilds(hub)
    const before = await stampsOf(join(hub.folder, 'site'))
    await workQueue(hub)
    expect(writtenBetween(before, await stampsOf(join(hub.folder, 'site')))).toEqual(['theme/site.css'])
  })

  it('[SI2] pages that nothing stands for any more are removed, and only those', async () => {
    const hub = await hubWith()
    await release(hub)
    await workQueue(hub)
    const site = join(hub.folder, 'site')
    await writeFile(join(site, 'of-others.txt'), 'kept')
    await mkdir(join(site, 'category/notices/pictures'), { recursive: true })
    await writeFile(join(site, 'category/notices/pictures/theirs.txt'), 'kept')
    await changeSettings(hub, { categories: [{ slug: 'archives', name: 'Archives' }], policies: [] })
    await ensureRebuilds(hub)
    await workQueue(hub)
    const tree = await treeOf(site)
    expect(Object.keys(tree).filter((path) => path.startsWith('category/'))).toEqual([
      ...['atom.xml', 'feed.json', 'feed.xml', 'index.html'].map((name) => `category/archives/${name}`),
      'category/notices/pictures/theirs.txt',
    ])
    expect(tree['of-others.txt']).toBeDefined()
    await expect(stat(join(site, 'policies'))).rejects.toThrow('ENOENT')
  })

  it('[SI11] thanks end with their date, by the record and not by the clock', async () => {
    const sponsors = [{ name: 'The Society', address: '' as const, kind: 'sponsor' as const, from: '2026-11-01', until: '2026-11-23' }]
    const hub = await hubWith({ settings: { sponsors } })
    await release(hub, { headline: 'Before' })
    await workQueue(hub)
    const front = () => readFile(join(hub.folder, 'site/index.html'), 'utf8')
    expect(await front()).toContain('The Society')
    const before = await treeOf(join(hub.folder, 'site'))
    hub.clock.now = new Date('2026-11-24T09:15:00Z')
    expect(await fullBuildOf(hub)).toEqual(before)
    await release(hub, { headline: 'After' })
    await workQueue(hub)
    expect(await front()).not.toContain('The Society')
    expect(await readFile(join(hub.folder, 'site/2026/11/before/index.html'), 'utf8')).toContain('The Society')
  })

  it('[SI11] a list is dated by the newest article on it, not by the day of the build', async () => {
    const hub = await hubWith()
    await release(hub, { headline: 'Monday’s', category: 'archives' })
    hub.clock.now = new Date('2026-11-24T09:15:00Z')
    await release(hub, { headline: 'Tuesday’s', category: 'diplomacy' })
    await workQueue(hub)
    const dated = async (path: string) => /<p class="dated">([^<]*)/u.exec(await readFile(join(hub.folder, 'site', path), 'utf8'))?.[1]
    expect(await dated('category/archives/index.html')).toContain('Monday 23 November 2026')
    expect(await dated('category/diplomacy/index.html')).toContain('Tuesday 24 November 2026')
    expect(await dated('archive/index.html')).toContain('Tuesday 24 November 2026')
  })
})

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
    expect(await retryEntry(hub, failed?.id ?? '')).toBe(true)
    await rm(join(hub.folder, 'blocked'))
    expect(await workQueue(hub)).toEqual({ delivered: 1, failed: 0 })
    expect(await treeOf(join(hub.folder, 'blocked/site'))).toEqual(await treeOf(join(hub.folder, 'open')))
  })

  it.skipIf(process.platform !== 'linux')('[QU9] a place where nothing can be made is told, not tried for ever', async () => {
    const hub = await hubWith({ settings: { destinations: [folder('nowhere', '/proc/nowhere/site')] } })
    await release(hub)
    expect(await workQueue(hub)).toEqual({ delivered: 0, failed: 0 })
    expect((await listQueue(hub.db)).map(({ state }) => state)).toEqual(['retrying'])
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

function folder(id: string, path: string) {
  return { id, kind: 'folder' as const, name: id, folder: path }
}

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
