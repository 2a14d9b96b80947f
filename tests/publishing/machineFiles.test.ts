/** Files for other programs that the house turns on: made, moved and taken away like pages, and never more than is public. */
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { XMLValidator } from 'fast-xml-parser'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { buildSite, ensureRebuilds, workQueue } from '../../hub/publishing/publisher.ts'
import { changeSettings, openHub, release, type TestHub } from '../factories/hub.ts'
import { stampsOf, treeOf, writtenBetween } from '../factories/tree.ts'

let hub: TestHub
const on = { newsSitemap: true, ninjs: true }

beforeEach(async () => {
  hub = await openHub({ isHasty: true, settings: { baseUrl: 'https://paper.example/', machineFiles: on } })
})

afterEach(async () => {
  await buildSite(hub, join(hub.folder, 'full'), () => {})
  expect(await treeOf(join(hub.folder, 'site'))).toEqual(await treeOf(join(hub.folder, 'full')))
  await hub.close()
  await rm(hub.folder, { recursive: true, force: true })
})

async function printed(overrides: Parameters<typeof release>[1], days = 0): Promise<string> {
  hub.clock.now = new Date(hub.clock.now.getTime() + 60_000 + days * 86_400_000)
  const article = await release(hub, overrides)
  await workQueue(hub)
  return article
}

function page(path: string): Promise<string> {
  return readFile(join(hub.folder, 'site', path), 'utf8')
}

async function machineFiles(): Promise<readonly string[]> {
  return Object.keys(await treeOf(join(hub.folder, 'site'))).filter((path) => /ninjs|news-sitemap/u.test(path))
}

it('[SI2] with both, a new article writes two files more, a new body one', async () => {
  await printed({ headline: 'Before' })
  const site = join(hub.folder, 'site')
  const before = await stampsOf(site)
  const article = await printed({ headline: 'The bridge' })
  const after = await stampsOf(site)
  expect(writtenBetween(before, after)).toHaveLength(15 + 2)
  await printed({ article, headline: 'The bridge', body: 'Other words.' })
  const written = writtenBetween(after, await stampsOf(site))
  expect(written).toHaveLength(8 + 1)
  expect(written).toContain('2026/11/the-bridge/ninjs.json')
})

it('[SI11] the news sitemap holds the live articles of two days, counted from the newest edition and not by a clock', async () => {
  await printed({ headline: 'Old' })
  await printed({ headline: 'Yesterday' }, 3)
  const gone = await printed({ headline: 'Gone' })
  await printed({ article: gone, headline: 'Gone', kind: 'retraction', changeNote: 'Wrong.' })
  await printed({ headline: 'Today & <tomorrow>' }, 1)
  const sitemap = await page('news-sitemap.xml')
  expect(XMLValidator.validate(sitemap)).toBe(true)
  expect([...sitemap.matchAll(/<news:title>([^<]*)</gu)].map(([, title]) => title)).toEqual(['Today &amp; &lt;tomorrow&gt;', 'Yesterday'])
  expect(sitemap).toContain('<loc>https://paper.example/2026/11/yesterday/</loc>')
  expect(await page('robots.txt')).toContain('Sitemap: https://paper.example/news-sitemap.xml')
})

it('[SI4] the file of a moved article moves along, and both go when the house turns them off', async () => {
  const article = await printed({ headline: 'The bridge' })
  expect(await page('2026/11/the-bridge/index.html')).toContain('title="Lord’s Press, ninjs" href="ninjs.json"')
  await printed({ article, headline: 'The bridge', slug: 'the-old-bridge' })
  expect(await machineFiles()).toEqual(['2026/11/the-old-bridge/ninjs.json', 'news-sitemap.xml'])
  await changeSettings(hub, { machineFiles: { newsSitemap: false, ninjs: false } })
  await ensureRebuilds(hub)
  await workQueue(hub)
  expect(await machineFiles()).toEqual([])
  expect(await page('robots.txt')).not.toContain('news-sitemap')
})

it('[SI6] ninjs holds no words that are not public, and says of what was taken back that it is cancelled', async () => {
  const read = async () => JSON.parse(await page('2026/11/the-bridge/ninjs.json')) as Record<string, unknown>
  const article = await printed({ headline: 'The bridge', body: 'Secret words.', access: 'registered' })
  expect(await read()).toMatchObject({ pubStatus: 'usable', representationType: 'partial', headlines: [{ value: 'The bridge' }] })
  expect(JSON.stringify(await read())).not.toContain('Secret')
  await printed({ article, headline: 'The bridge', body: 'Open words.', access: 'open' })
  expect(await read()).toMatchObject({ representationType: 'full', version: '2', bodies: [{ value: '<p>Open words.</p>' }] })
  await printed({ article, headline: 'The bridge', kind: 'takedown', changeNote: 'By order of a court.' })
  const gone = await read()
  expect(gone).toMatchObject({ pubStatus: 'canceled', headlines: [{ value: 'An article that was taken down' }] })
  expect(JSON.stringify(gone)).not.toMatch(/The bridge|Open words/u)
  expect(gone).not.toHaveProperty('bodies')
})
