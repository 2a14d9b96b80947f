/** How many files a change writes, by name, on small sites and large ones. */
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { ensureRebuilds, workQueue } from '../../hub/publishing/publisher.ts'
import { lordsPress } from '../../shared/desk/lordsPress.ts'
import { changeSettings, openHub, release, type TestHub } from '../factories/hub.ts'
import { stampsOf, writtenBetween } from '../factories/tree.ts'

const hubs: TestHub[] = []

afterAll(async () => {
  for (const hub of hubs) {
    await hub.close()
    await rm(hub.folder, { recursive: true, force: true })
  }
})

/** A site of `size` articles over a year and all sections, delivered. */
async function siteOf(size: number): Promise<{ readonly hub: TestHub; readonly last: string }> {
  const hub = await openHub({ isHasty: true, settings: { destinations: [] } })
  hubs.push(hub)
  let last = ''
  for (let n = 0; n < size; n += 1) {
    hub.clock.now = new Date(Date.parse('2026-01-05T09:00:00Z') + Math.floor((n * 320) / size) * 86_400_000)
    last = await release(hub, { headline: `Piece number ${n}`, category: ['archives', 'diplomacy', 'notices'][n % 3] ?? 'archives' })
  }
  await changeSettings(hub, { destinations: lordsPress.destinations })
  await ensureRebuilds(hub)
  await workQueue(hub)
  return { hub, last }
}

async function written(hub: TestHub, overrides: Parameters<typeof release>[1]): Promise<readonly string[]> {
  const site = join(hub.folder, 'site')
  const before = await stampsOf(site)
  hub.clock.now = new Date(hub.clock.now.getTime() + 60_000)
  await release(hub, overrides)
  await workQueue(hub)
  return writtenBetween(before, await stampsOf(site)).map((path) => path.replace(/piece-number-\d+/u, 'SLUG').replace(/^n\/\d+/u, 'n/N'))
}

const sectionFeeds = (slug: string) => ['atom.xml', 'feed.json', 'feed.xml'].map((name) => `category/${slug}/${name}`)

describe.each([100, 1000])('on a site of %i articles', (size) => {
  it('[SI2] a new body writes eight files, a new headline fourteen, a new article fifteen, whatever the size of the site', {
    timeout: 240_000,
  }, async () => {
    const { hub, last } = await siteOf(size)
    const always = ['atom.xml', 'feed.json', 'feed.xml', 'index.html', 'record/head.json', 'record/index.html']
    const article = await release(hub, { headline: 'Piece number 5000', category: 'diplomacy' })
    await workQueue(hub)
    expect(last).not.toBe(article)
    expect(await written(hub, { article, body: 'Other words.' })).toEqual(
      ['2026/11/SLUG/editions/1/index.html', '2026/11/SLUG/index.html', ...always].toSorted(),
    )
    expect(await written(hub, { article, body: 'Other words.', headline: 'Piece number 6000' })).toEqual(
      [
        '2026/11/SLUG/editions/2/index.html',
        '2026/11/SLUG/index.html',
        'archive/2026/11/index.html',
        'archive/index.html',
        'category/diplomacy/index.html',
        ...sectionFeeds('diplomacy'),
        ...always,
      ].toSorted(),
    )
    expect(await written(hub, { headline: 'Piece number 7000', category: 'archives' })).toEqual(
      [
        '2026/11/SLUG/index.html',
        'archive/2026/11/index.html',
        'archive/index.html',
        'category/archives/index.html',
        ...sectionFeeds('archives'),
        'n/N/index.html',
        'sitemaps/2026-11.xml',
        ...always,
      ].toSorted(),
    )
  })
})

it('[SI2] the first article of a month and the one that fills a section’s page stay within sixteen files and three of the section’s feeds', async () => {
  const { hub } = await siteOf(10)
  for (let n = 0; n < 80; n += 1) await release(hub, { headline: `More ${n}`, category: 'administration' })
  await workQueue(hub)
  hub.clock.now = new Date('2027-01-02T09:00:00Z')
  const names = await written(hub, { headline: 'January', category: 'administration' })
  expect(names).toContain('2027/01/january/index.html')
  expect(names).toContain('sitemap.xml')
  expect(names.length).toBeLessThanOrEqual(16 + 3)
  const spill: number[] = []
  for (let n = 0; n < 38; n += 1) await release(hub, { headline: `February ${n}`, category: 'administration' })
  await workQueue(hub)
  for (let n = 0; n < 4; n += 1) spill.push((await written(hub, { headline: `January ${n}`, category: 'administration' })).length)
  expect(Math.max(...spill)).toBeLessThanOrEqual(16 + 3)
  expect(new Set(spill).size).toBeGreaterThan(1)
})
