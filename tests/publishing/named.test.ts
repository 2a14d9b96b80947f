/** Pages that name other pieces: what was chosen for them, the parts of a report, the notices. */
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { buildSite, workQueue } from '../../hub/publishing/publisher.ts'
import { openHub, release, type TestHub } from '../factories/hub.ts'
import { stampsOf, treeOf, writtenBetween } from '../factories/tree.ts'

let hub: TestHub

beforeEach(async () => {
  hub = await openHub({ isHasty: true })
})

afterEach(async () => {
  await buildSite(hub, join(hub.folder, 'full'), () => {})
  expect(await treeOf(join(hub.folder, 'site'))).toEqual(await treeOf(join(hub.folder, 'full')))
  await hub.close()
  await rm(hub.folder, { recursive: true, force: true })
})

async function printed(overrides: Parameters<typeof release>[1]): Promise<string> {
  hub.clock.now = new Date(hub.clock.now.getTime() + 60_000)
  const article = await release(hub, overrides)
  await workQueue(hub)
  return article
}

async function written(overrides: Parameters<typeof release>[1]): Promise<readonly string[]> {
  const before = await stampsOf(join(hub.folder, 'site'))
  await printed(overrides)
  return writtenBetween(before, await stampsOf(join(hub.folder, 'site')))
}

function page(path: string): Promise<string> {
  return readFile(join(hub.folder, 'site', path), 'utf8')
}

/** Headlines under “Previously”, in order. */
async function previously(path: string): Promise<readonly string[]> {
  const block = /<section class="previously"[\s\S]*?<\/section>/u.exec(await page(path))?.[0] ?? ''
  return [...block.matchAll(/<h3><a [^>]*>([^<]*)/gu)].map((found) => found[1] ?? '')
}

const part = (number: number, name = 'The tolls') => ({ pieceKind: 'reportPart' as const, series: { name, number } })

describe('previously', () => {
  it('[SI2] a new headline rewrites each page that names the piece, a new body none of them', async () => {
    const bridge = await printed({ headline: 'The bridge' })
    const lock = await printed({ headline: 'The lock' })
    await printed({ headline: 'The weir', previously: [lock, bridge] })
    await printed({ headline: 'The mill', previously: [bridge] })
    expect(await previously('2026/11/the-weir/index.html')).toEqual(['The lock', 'The bridge'])
    expect(await page('2026/11/the-weir/index.html')).toContain('href="../the-bridge/"')
    const naming = ['2026/11/the-mill/index.html', '2026/11/the-weir/index.html']
    const body = await written({ article: bridge, body: 'Other words.' })
    expect(body).toHaveLength(8)
    expect(body.filter((path) => naming.includes(path))).toEqual([])
    const headline = await written({ article: bridge, body: 'Other words.', headline: 'The old bridge' })
    expect(headline).toHaveLength(14 + naming.length)
    expect(headline.filter((path) => naming.includes(path))).toEqual(naming)
    expect(await previously('2026/11/the-mill/index.html')).toEqual(['The old bridge'])
  })

  it('[SI2] a piece is named once it is out, and no longer by an edition that does not choose it', async () => {
    const later = '11111111-1111-4111-8111-111111111111'
    const weir = await printed({ headline: 'The weir', previously: [later] })
    expect(await previously('2026/11/the-weir/index.html')).toEqual([])
    const bridge = await printed({ headline: 'The bridge' })
    await printed({ article: weir, headline: 'The weir', previously: [bridge] })
    expect(await previously('2026/11/the-weir/index.html')).toEqual(['The bridge'])
    await printed({ article: weir, headline: 'The weir', previously: [] })
    expect(await previously('2026/11/the-weir/index.html')).toEqual([])
    expect(await written({ article: bridge, headline: 'The old bridge' })).not.toContain('2026/11/the-weir/index.html')
  })

  it('[SI5] what was withdrawn is named with the word, what was taken down not at all', async () => {
    const bridge = await printed({ headline: 'The bridge' })
    await printed({ headline: 'The weir', previously: [bridge] })
    await printed({ article: bridge, headline: 'The bridge', kind: 'withdrawal', changeNote: 'It was of another bridge.' })
    expect(await page('2026/11/the-weir/index.html')).toMatch(/class="previously"[\s\S]*Withdrawn/u)
    await printed({ article: bridge, headline: 'The bridge', kind: 'takedown', changeNote: 'By order of a court.' })
    expect(await previously('2026/11/the-weir/index.html')).toEqual([])
    expect(await page('2026/11/the-weir/index.html')).not.toContain('The bridge')
    await printed({ article: bridge, headline: 'The bridge again', kind: 'update', changeNote: 'The order was lifted.' })
    expect(await previously('2026/11/the-weir/index.html')).toEqual(['The bridge again'])
  })
})

describe('special reports', () => {
  async function beside(path: string): Promise<readonly string[]> {
    const block = /<nav class="parts"[\s\S]*?<\/nav>/u.exec(await page(path))?.[0] ?? ''
    return [...block.matchAll(/<li><span>([^<]*)<\/span> <a [^>]*>([^<]*)/gu)].map(([, where, headline]) => `${where}: ${headline}`)
  }

  async function parts(): Promise<readonly string[]> {
    return [...(await page('series/the-tolls/index.html')).matchAll(/<h2><a href="[^"]*\/([a-z-]+)\/">/gu)].map(([, slug]) => slug ?? '')
  }

  it('[SI2] each part leads to those beside it, the report has a page of its own, and a new part writes three more files', async () => {
    await printed({ headline: 'Toll one', ...part(1) })
    await printed({ headline: 'Toll three', ...part(3) })
    expect(await beside('2026/11/toll-one/index.html')).toEqual(['After this, part 3: Toll three'])
    expect(await beside('2026/11/toll-three/index.html')).toEqual(['Before this, part 1: Toll one'])
    expect(await page('2026/11/toll-one/index.html')).toContain(
      '<p class="series"><a href="../../../series/the-tolls/">The tolls</a>, part 1</p>',
    )
    await printed({ headline: 'Elsewhere' })
    const appended = await written({ headline: 'Toll four', ...part(4) })
    expect(appended).toHaveLength(15 + 3)
    expect(appended).toEqual(expect.arrayContaining(['series/index.html', 'series/the-tolls/index.html', '2026/11/toll-three/index.html']))
    const between = await written({ headline: 'Toll two', ...part(2) })
    expect(between).toHaveLength(15 + 4)
    expect(await beside('2026/11/toll-two/index.html')).toEqual(['Before this, part 1: Toll one', 'After this, part 3: Toll three'])
    expect(await parts()).toEqual(['toll-one', 'toll-two', 'toll-three', 'toll-four'])
  })

  it('[SI2] a part that moves, leaves or is taken down is closed up behind', async () => {
    await printed({ headline: 'Toll one', ...part(1) })
    const two = await printed({ headline: 'Toll two', ...part(2) })
    await printed({ headline: 'Toll three', ...part(3) })
    await printed({ article: two, headline: 'Toll two', ...part(9) })
    expect(await beside('2026/11/toll-three/index.html')).toEqual(['Before this, part 1: Toll one', 'After this, part 9: Toll two'])
    await printed({ article: two, headline: 'Toll two', pieceKind: 'article' })
    expect(await parts()).toEqual(['toll-one', 'toll-three'])
    expect(await beside('2026/11/toll-three/index.html')).toEqual(['Before this, part 1: Toll one'])
    await printed({ article: two, headline: 'Toll two', ...part(2, 'The Tolls!') })
    expect(await parts()).toEqual(['toll-one', 'toll-two', 'toll-three'])
    await printed({ article: two, headline: 'Toll two', kind: 'takedown', changeNote: 'By order of a court.' })
    expect(await parts()).toEqual(['toll-one', 'toll-three'])
    expect(await beside('2026/11/toll-one/index.html')).toEqual(['After this, part 3: Toll three'])
  })

  it('[SI10] all reports stand on a page of their own, found from the front, the archive and each report, and in the sitemap', async () => {
    await printed({ headline: 'Elsewhere' })
    const tree = async () => Object.keys(await treeOf(join(hub.folder, 'site')))
    expect(await tree()).not.toContain('series/index.html')
    expect(await page('archive/index.html')).not.toContain('Special reports')
    expect(await page('sitemaps/lists.xml')).not.toContain('series/')
    expect(await page('sitemap.xml')).toContain('sitemaps/lists.xml')
    await printed({ headline: 'Bell one', ...part(1, 'The bells') })
    await printed({ headline: 'Toll one', ...part(1) })
    const two = await printed({ headline: 'Toll two', ...part(2) })
    const reports = [
      ...(await page('series/index.html')).matchAll(/<h2><a href="([a-z-]+)\/">([^<]*)<\/a><\/h2>\n<p class="summary">([^<]*)/gu),
    ]
    expect(reports.map(([, ...told]) => told)).toEqual([
      ['the-tolls', 'The tolls', 'Two parts so far, the newest: '],
      ['the-bells', 'The bells', 'One part so far: '],
    ])
    expect(await page('index.html')).toContain('<a href="series/">All special reports</a>')
    expect(await page('archive/index.html')).toContain('<a href="../series/">Special reports</a>')
    expect(await page('series/the-tolls/index.html')).toContain('<a href="../">Special report</a>. Two parts so far.')
    for (const address of ['series/', 'series/the-bells/', 'series/the-tolls/', 'archive/', 'corrections/', 'record/'])
      expect(await page('sitemaps/lists.xml')).toContain(`${address}</loc>`)
    await printed({ article: two, headline: 'Toll two', kind: 'takedown', changeNote: 'By order of a court.' })
    expect(await page('series/index.html')).toContain('One part so far: <a href="../2026/11/toll-one/">')
  })

  it('[SI2] the page of a report goes with its last part', async () => {
    const only = await printed({ headline: 'Toll one', ...part(1) })
    expect(await page('index.html')).not.toContain('series/')
    await printed({ article: only, headline: 'Toll one', pieceKind: 'article' })
    expect(Object.keys(await treeOf(join(hub.folder, 'site'))).filter((path) => path.startsWith('series/'))).toEqual([])
  })
})

describe('notices', () => {
  it('[SI2] they have a list of their own, one file more for a new one, and the first is entered in the sitemap', async () => {
    await printed({ headline: 'Before' })
    expect(Object.keys(await treeOf(join(hub.folder, 'site')))).not.toContain('notices/index.html')
    const names = await written({ headline: 'The ferry rests', pieceKind: 'notice', category: 'notices', access: 'registered' })
    expect(names).toHaveLength(15 + 2)
    expect(names).toEqual(expect.arrayContaining(['notices/index.html', 'sitemaps/lists.xml']))
    expect(await page('sitemaps/lists.xml')).toContain('notices/</loc>')
    expect(await written({ headline: 'The ferry goes', pieceKind: 'notice', category: 'notices' })).toHaveLength(15 + 1)
    const list = await page('notices/index.html')
    expect(list).toContain('The ferry rests')
    expect(list).toContain('Free sign-in')
    expect(list).not.toContain('Before')
    expect(await page('index.html')).toContain('<a href="notices/">All notices</a>')
  })

  it('[SI2] the list goes with its last notice', async () => {
    const notice = await printed({ headline: 'The ferry rests', pieceKind: 'notice' })
    await printed({ article: notice, headline: 'The ferry rests', pieceKind: 'article' })
    expect(Object.keys(await treeOf(join(hub.folder, 'site')))).not.toContain('notices/index.html')
  })
})

describe('feeds of a section', () => {
  it('[SI8] each section has the three feeds, which name its pieces and tell of what is put right', async () => {
    const bridge = await printed({ headline: 'The bridge', category: 'diplomacy' })
    await printed({ headline: 'The lock', category: 'archives' })
    for (const name of ['feed.xml', 'atom.xml', 'feed.json']) {
      const feed = await page(`category/diplomacy/${name}`)
      expect(feed, name).toContain('The bridge')
      expect(feed, name).not.toContain('The lock')
      expect(feed, name).not.toContain('Words of edition')
    }
    expect(await page('category/diplomacy/index.html')).toMatch(/<link rel="alternate" type="application\/rss\+xml" [^>]*href="feed.xml">/u)
    await printed({
      article: bridge,
      headline: 'The bridge',
      kind: 'correction',
      correctionNotes: [{ wrote: 'Stone.', shouldSay: 'Iron.', note: '', doNotRepeat: false }],
    })
    expect(await page('category/diplomacy/atom.xml')).toContain('<title>Correction: The bridge</title>')
  })
})
