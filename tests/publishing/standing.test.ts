/** Where an article stands: at one address through all its editions, and where other addresses of it lead. */
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { workQueue } from '../../hub/publishing/publisher.ts'
import { openHub, release, type TestHub } from '../factories/hub.ts'
import { treeOf } from '../factories/tree.ts'

let hub: TestHub

afterEach(async () => {
  await hub.close()
  await rm(hub.folder, { recursive: true, force: true })
})

/** Releases and delivers; a minute passes. */
async function printed(overrides: Parameters<typeof release>[1]): Promise<string> {
  hub.clock.now = new Date(hub.clock.now.getTime() + 60_000)
  const article = await release(hub, overrides)
  await workQueue(hub)
  return article
}

function page(path: string): Promise<string> {
  return readFile(join(hub.folder, 'site', path), 'utf8')
}

async function paths(): Promise<readonly string[]> {
  return Object.keys(await treeOf(join(hub.folder, 'site')))
}

describe('addresses', () => {
  it('[SI4] a new headline moves nothing; in the feeds the item keeps its id', async () => {
    hub = await openHub({ isHasty: true })
    const article = await printed({ headline: 'The first name' })
    const id = /urn:uuid:[0-9a-f-]{36}<\/guid>/u.exec(await page('feed.xml'))?.[0]
    await printed({ article, headline: 'Quite another name' })
    expect(await page('2026/11/the-first-name/index.html')).toContain('Quite another name')
    expect(await paths()).not.toContain('2026/11/quite-another-name/index.html')
    expect(await page('feed.xml')).toContain(id)
  })

  it('[SI4] a slug that was chosen anew moves the article, and the address it had leads there for ever', async () => {
    hub = await openHub({ isHasty: true })
    const article = await printed({ headline: 'The mispelt name' })
    const id = /urn:uuid:[0-9a-f-]{36}<\/guid>/u.exec(await page('feed.xml'))?.[0]
    hub.clock.now = new Date('2027-02-01T09:00:00Z')
    await printed({ article, headline: 'The misspelt name', slug: 'the-misspelt-name' })
    expect(await page('2026/11/the-misspelt-name/index.html')).toContain('The misspelt name')
    const former = await page('2026/11/the-mispelt-name/index.html')
    expect(former).toContain('<meta http-equiv="refresh" content="0; url=../the-misspelt-name/">')
    expect(former).not.toMatch(/<h1>The missp/u)
    expect(await page('n/1/index.html')).toContain('url=../../2026/11/the-misspelt-name/')
    expect(await page('feed.xml')).toContain(id)
    expect(await page('sitemaps/2026-11.xml')).not.toContain('mispelt')
    // The earlier edition stays where it was read, and the record card leads to it.
    expect(await page('2026/11/the-misspelt-name/index.html')).toContain('href="../the-mispelt-name/editions/1/"')
    expect(await page('2026/11/the-mispelt-name/editions/1/index.html')).toContain('The mispelt name')
    await printed({ article, headline: 'The misspelt name, settled' })
    expect(await page('2026/11/the-mispelt-name/index.html')).toBe(former)
  })

  it('[SI4] an address that was given up is nobody else’s', async () => {
    hub = await openHub({ isHasty: true })
    const article = await printed({ headline: 'A common name' })
    await printed({ article, slug: 'a-rare-name' })
    await printed({ headline: 'A common name' })
    expect(await page('2026/11/a-common-name-2/index.html')).toContain('A common name')
    expect(await page('2026/11/a-common-name/index.html')).toContain('url=../a-rare-name/')
    await printed({ article, slug: 'a-common-name' })
    expect(await page('2026/11/a-common-name/index.html')).toContain('<h1>A common name</h1>')
    expect(await page('2026/11/a-rare-name/index.html')).toContain('url=../a-common-name/')
  })

  it('[SI14] the short address is the article’s place in the record and leads to it', async () => {
    hub = await openHub({ isHasty: true, settings: { baseUrl: 'https://paper.example/' } })
    await printed({ headline: 'One' })
    await printed({ headline: 'Two' })
    const short = await page('n/2/index.html')
    expect(short).toContain('<meta http-equiv="refresh" content="0; url=../../2026/11/two/">')
    expect(short).toContain('<link rel="canonical" href="https://paper.example/2026/11/two/">')
    expect(await page('2026/11/two/index.html')).toContain('<a href="../../../n/2/">https://paper.example/n/2/</a>')
  })
})

describe('earlier editions', () => {
  it('[SI13] keep a page, but none with words that must not be repeated, nor of a retracted article', async () => {
    hub = await openHub({ isHasty: true })
    const note = { wrote: 'Harm.', shouldSay: '', note: 'A sentence was untrue.', doNotRepeat: true }
    const article = await printed({ headline: 'Piece', body: 'Harm.' })
    await printed({ article, kind: 'update', body: 'Harm, and more.' })
    expect(await page('2026/11/piece/index.html')).toContain('href="editions/1/"')
    await printed({ article, kind: 'correction', body: 'None.', correctionNotes: [note] })
    expect((await paths()).filter((path) => path.includes('/editions/'))).toEqual([])
    await printed({ article, kind: 'update', body: 'None, and more.' })
    expect((await paths()).filter((path) => path.includes('/editions/'))).toEqual(['2026/11/piece/editions/3/index.html'])
    const links = (await page('2026/11/piece/index.html')).match(/href="editions\/\d+\/"/gu)
    expect(links).toEqual(['href="editions/3/"'])
    await printed({ article, kind: 'retraction', changeNote: 'Nothing of it was so.' })
    expect((await paths()).filter((path) => path.includes('/editions/'))).toEqual([])
    expect(await page('2026/11/piece/index.html')).not.toContain('editions/')
  })
})

describe('where to write', () => {
  it('[SI14] security.txt stands only while a contact is set, and changes with the year alone', async () => {
    hub = await openHub({ isHasty: true, settings: { contact: 'desk@paper.example' } })
    await printed({ headline: 'One' })
    const file = '.well-known/security.txt'
    expect(await page(file)).toBe('Contact: mailto:desk@paper.example\nExpires: 2027-12-31T23:59:59Z\nPreferred-Languages: en\n')
    hub.clock.now = new Date('2027-01-02T09:00:00Z')
    await printed({ headline: 'Two' })
    expect(await page(file)).toContain('Expires: 2028-12-31')
    await hub.close()
    await rm(hub.folder, { recursive: true, force: true })
    hub = await openHub({ isHasty: true })
    await printed({ headline: 'One' })
    expect(await paths()).not.toContain(file)
  })
})
