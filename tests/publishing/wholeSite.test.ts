/** What rewrites the site itself: settings, theme, the dates of those who are thanked and of lists. */
import { mkdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ensureLaid, ensureRebuilds, listQueue, workQueue } from '../../hub/publishing/publisher.ts'
import { changeSettings, putTheme, release } from '../factories/hub.ts'
import { stampsOf, treeOf, writtenBetween } from '../factories/tree.ts'
import { fullBuildOf, hubWith } from './openSites.ts'

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

  it('[BK9] a site that is gone from the desk’s own folder, as after a restore, is laid again, once', async () => {
    const hub = await hubWith()
    await ensureLaid(hub)
    expect(await listQueue(hub.db)).toEqual([])
    await release(hub)
    await workQueue(hub)
    const before = await treeOf(join(hub.folder, 'site'))
    await ensureLaid(hub)
    expect(await listQueue(hub.db)).toHaveLength(1)
    await rm(join(hub.folder, 'site'), { recursive: true })
    await ensureLaid(hub)
    await ensureLaid(hub)
    expect(await listQueue(hub.db)).toHaveLength(2)
    await workQueue(hub)
    expect(await treeOf(join(hub.folder, 'site'))).toEqual(before)
    await ensureLaid(hub)
    expect((await listQueue(hub.db)).map(({ state }) => state)).toEqual(['live', 'live'])
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

  it('[QU3] a theme copied over another of the same length rebuilds the site, even where the copy keeps the time of its original', async () => {
    const hub = await hubWith()
    const file = join(hub.resources, 'theme', 'site.css')
    const long = new Date('2019-01-01T00:00:00Z')
    await putTheme(hub.resources, 'site.css', 'body { color: black }')
    await utimes(file, long, long)
    await release(hub)
    await workQueue(hub)
    await putTheme(hub.resources, 'site.css', 'body { color: green }')
    await utimes(file, long, long)
    await ensureRebuilds(hub)
    await workQueue(hub)
    expect(await readFile(join(hub.folder, 'site/theme/site.css'), 'utf8')).toBe('body { color: green }')
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
