/** The front arranged by hand: only the front is written, what is not live leaves its place, the full build gives the same. */
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { buildSite, ensureRebuilds, listQueue, previewFront, workQueue } from '../../hub/publishing/publisher.ts'
import { noFront, withPlace, without } from '../../shared/desk/front.ts'
import { lordsPress } from '../../shared/desk/lordsPress.ts'
import { arrangeFront, openHub, release, type TestHub } from '../factories/hub.ts'
import { stampsOf, treeOf, writtenBetween } from '../factories/tree.ts'

let hub: TestHub
let pieces: Record<'one' | 'two' | 'three' | 'four' | 'five', string>

beforeEach(async () => {
  hub = await openHub({ isHasty: true })
  pieces = { one: '', two: '', three: '', four: '', five: '' }
  for (const name of ['one', 'two', 'three', 'four', 'five'] as const) pieces[name] = await release(hub, { headline: `Piece ${name}` })
  await work()
})

afterEach(async () => {
  await hub.close()
  await rm(hub.folder, { recursive: true, force: true })
})

async function work(): Promise<void> {
  await ensureRebuilds(hub)
  await workQueue(hub)
}

async function page(): Promise<string> {
  return readFile(join(hub.folder, 'site/index.html'), 'utf8')
}

function leadOf(html: string): string {
  return /<article class="story lead">.*?<h2><a [^>]*>([^<]*)/s.exec(html)?.[1] ?? ''
}

function secondsOf(html: string): readonly string[] {
  return [...html.matchAll(/<article class="story second">.*?<h2><a [^>]*>([^<]*)/gs)].map((found) => found[1] ?? '')
}

/** Files that `act` and the work after it wrote. */
async function written(act: () => Promise<unknown>): Promise<readonly string[]> {
  const site = join(hub.folder, 'site')
  const before = await stampsOf(site)
  await act()
  await work()
  return writtenBetween(before, await stampsOf(site))
}

describe('arranged by hand', () => {
  test('[FP1] [FP2] a chosen lead and second stand there, the newest fill the rest, and one file is written', async () => {
    expect(leadOf(await page())).toBe('Piece five')
    const files = await written(() => arrangeFront(hub, { lead: pieces.two, seconds: ['', pieces.one, ''] }))
    expect(files).toEqual(['index.html'])
    expect(leadOf(await page())).toBe('Piece two')
    expect(secondsOf(await page())).toEqual(['Piece five', 'Piece one', 'Piece four'])
    expect((await listQueue(hub.db))[0]).toMatchObject({ action: 'front', state: 'live', address: '/', filesWritten: 1 })
    await buildSite(hub, join(hub.folder, 'full'), () => {})
    expect(await treeOf(join(hub.folder, 'site'))).toEqual(await treeOf(join(hub.folder, 'full')))
  })

  test('[FP2] nothing is queued or written while nothing was arranged anew, and going back writes the front alone', async () => {
    const before = await page()
    await written(() => arrangeFront(hub, { lead: pieces.two }))
    expect(await written(async () => {})).toEqual([])
    expect(await written(() => arrangeFront(hub, { lead: '' }))).toEqual(['index.html'])
    expect(await page()).toBe(before)
  })

  test('[FP1] a newer piece fills no slot that is taken; one that was withdrawn leaves its slot to the newest', async () => {
    await arrangeFront(hub, { lead: pieces.two })
    await release(hub, { headline: 'Piece six' })
    await work()
    expect(leadOf(await page())).toBe('Piece two')
    expect(secondsOf(await page())[0]).toBe('Piece six')
    await release(hub, { article: pieces.two, kind: 'withdrawal', changeNote: 'It was of another bridge.' })
    await work()
    expect(leadOf(await page())).toBe('Piece six')
    await release(hub, { article: pieces.two, kind: 'update', changeNote: 'Written anew.' })
    await work()
    expect(leadOf(await page())).toBe('Piece two')
  })

  test('[FP1] a special report is chosen by its name, however old its parts are', async () => {
    for (const n of [1, 2]) await release(hub, { pieceKind: 'reportPart', series: { name: 'The tolls', number: n }, headline: `Toll ${n}` })
    for (const n of [1, 2]) await release(hub, { pieceKind: 'reportPart', series: { name: 'The bells', number: n }, headline: `Bell ${n}` })
    await work()
    expect(await page()).toContain('<h2 id="report"><a href="series/the-bells/">The bells</a></h2>')
    expect(await written(() => arrangeFront(hub, { report: 'The tolls' }))).toEqual(['index.html'])
    expect(await page()).toContain('<h2 id="report"><a href="series/the-tolls/">The tolls</a></h2>')
  })

  test('[FP3] the preview is the page to the byte', async () => {
    const slots = { ...noFront, lead: pieces.three, seconds: [pieces.one, '', ''] as [string, string, string] }
    const preview = await previewFront(hub, slots)
    await arrangeFront(hub, slots)
    await work()
    expect(await page()).toBe(new TextDecoder().decode(preview.bytes))
  })

  test('[IN10] the preview takes settings that are not saved, and changes none', async () => {
    const words = async (house: Parameters<typeof previewFront>[2]) =>
      new TextDecoder().decode((await previewFront(hub, noFront, house)).bytes)
    const saved = await words(null)
    const changed = await words({ ...lordsPress, publication: 'The Weir Record', motto: 'As it was said' })
    expect(changed).toContain('The Weir Record')
    expect(changed).toContain('As it was said')
    expect(await words(null)).toBe(saved)
  })
})

describe('places', () => {
  const [a, b, c, d, e] = ['a', 'b', 'c', 'd', 'e']

  test('[FP4] a replaced lead steps down, and the last of the seconds makes room', () => {
    const slots = { ...noFront, lead: a, seconds: [b, c, d] as [string, string, string] }
    expect(withPlace(slots, e, 'lead')).toMatchObject({ lead: e, seconds: [a, b, c] })
    expect(withPlace(slots, c, 'lead')).toMatchObject({ lead: c, seconds: [a, b, d] })
    expect(withPlace(slots, e, 'second')).toMatchObject({ lead: a, seconds: [e, b, c] })
    expect(withPlace(slots, e, 'notice').notices).toEqual([e, '', '', ''])
    expect(withPlace(slots, e, '')).toBe(slots)
  })

  test('[FP4] a lead that nobody chose has nothing to step down', () => {
    expect(withPlace(noFront, a, 'lead')).toEqual({ ...noFront, lead: a })
    expect(without({ ...noFront, lead: a, notices: ['', a, '', ''] }, a)).toEqual(noFront)
  })

  test('[HS2] [FP1] a front tried in other words says them, and nothing of them reaches a page that is published', async () => {
    await hub.close()
    // As after a start: nothing is in memory yet.
    hub = await openHub({ folder: hub.folder })
    const tried = { ...lordsPress, houseCredit: 'The night desk' }
    const text = new TextDecoder().decode((await previewFront(hub, noFront, tried)).bytes)
    expect(text).toContain('The night desk')
    await release(hub, { headline: 'Piece six' })
    await work()
    for (const path of ['index.html', 'archive/2026/11/index.html']) {
      const html = await readFile(join(hub.folder, 'site', path), 'utf8')
      expect(html).toContain(lordsPress.houseCredit)
      expect(html).not.toContain('The night desk')
    }
    // And the other way round: what is in memory by now is not shown where other words are tried.
    expect(new TextDecoder().decode((await previewFront(hub, noFront, tried)).bytes)).not.toContain(lordsPress.houseCredit)
  })
})
