/** Pictures on the site: there before the page that shows them, gone with the last one, and never where words are not public. */
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { ensureRebuilds, verifySites, workQueue } from '../../hub/publishing/publisher.ts'
import { lordsPress } from '../../shared/desk/lordsPress.ts'
import { changeSettings, openHub, putPicture, release, type TestHub } from '../factories/hub.ts'
import { keptPicture } from '../factories/pictures.ts'
import { stampsOf, treeOf, writtenBetween } from '../factories/tree.ts'

const hubs: TestHub[] = []

afterEach(async () => {
  for (const hub of hubs.splice(0)) {
    await hub.close()
    await rm(hub.folder, { recursive: true, force: true })
  }
})

async function opened(): Promise<{ readonly hub: TestHub; readonly site: string; readonly bytes: Uint8Array; readonly picture: string }> {
  const hub = await openHub({ isHasty: true })
  hubs.push(hub)
  const bytes = await keptPicture(30, 20)
  return { hub, site: join(hub.folder, 'site'), bytes, picture: await putPicture(hub, bytes) }
}

async function publish(hub: TestHub, overrides: Parameters<typeof release>[1]): Promise<string> {
  hub.clock.now = new Date(hub.clock.now.getTime() + 60_000)
  const id = await release(hub, overrides)
  await workQueue(hub)
  return id
}

it('[SI3] the picture is put in place before the page that shows it, and is not written again', async () => {
  const { hub, site, bytes, picture } = await opened()
  await publish(hub, { headline: 'Before' })
  const before = await stampsOf(site)
  const steps: string[] = []
  hub.clock.now = new Date(hub.clock.now.getTime() + 60_000)
  const article = await release(hub, { headline: 'The bridge', pictures: [picture] })
  await workQueue(hub, { step: (name) => void steps.push(name) })
  const after = await stampsOf(site)
  const written = writtenBetween(before, after)
  expect(written).toContain(`media/${picture}.webp`)
  expect(Buffer.from(bytes).equals(await readFile(join(site, 'media', `${picture}.webp`)))).toBe(true)
  const placed = steps.filter((name) => name === `placed media/${picture}.webp` || name === 'placed 2026/11/the-bridge/index.html')
  expect(placed).toEqual([`placed media/${picture}.webp`, 'placed 2026/11/the-bridge/index.html'])
  await publish(hub, { article, headline: 'The bridge', pictures: [picture], body: 'Other words.' })
  expect(writtenBetween(after, await stampsOf(site))).not.toContain(`media/${picture}.webp`)
  expect(await verifySites(hub)).toEqual([])
})

it('[SI2] a new article with a picture writes sixteen files', async () => {
  const { hub, site, picture } = await opened()
  await publish(hub, { headline: 'Before' })
  const before = await stampsOf(site)
  await publish(hub, { headline: 'The bridge', pictures: [picture] })
  expect(writtenBetween(before, await stampsOf(site))).toHaveLength(16)
})

it('[SI13] pages name the picture from where they stand, feeds and previews of links by the whole address', async () => {
  const { hub, site, picture } = await opened()
  await publish(hub, { headline: 'The bridge', pictures: [picture] })
  const file = (path: string) => readFile(join(site, path), 'utf8')
  const figure = `<figure><img src="../../../media/${picture}.webp" loading="lazy" alt="A bridge" width="30" height="20">`
  expect(await file('2026/11/the-bridge/index.html')).toContain(figure)
  expect(await file('index.html')).toContain(`<img src="media/${picture}.webp" alt="A bridge" width="30" height="20">`)
  expect(await file('feed.xml')).toContain(`src="media/${picture}.webp"`.replaceAll('"', '&quot;'))
  await changeSettings(hub, { baseUrl: 'https://paper.example/' })
  await ensureRebuilds(hub)
  await workQueue(hub)
  const whole = `https://paper.example/media/${picture}.webp`
  expect(await file('2026/11/the-bridge/index.html')).toContain(`<meta property="og:image" content="${whole}">`)
  expect(await file('2026/11/the-bridge/index.html')).toContain(`"url": "${whole}"`)
  for (const feed of ['feed.xml', 'atom.xml', 'feed.json']) expect(await file(feed), feed).toContain(whole)
})

it('[SI6] pictures of a piece for registered readers stand nowhere; its first caption does', async () => {
  const { hub, site, picture } = await opened()
  await publish(hub, { headline: 'The bridge', pictures: [picture], access: 'registered' })
  expect(Object.keys(await treeOf(site)).filter((path) => path.startsWith('media/'))).toEqual([])
  const page = await readFile(join(site, '2026/11/the-bridge/index.html'), 'utf8')
  expect(page).toContain('The bridge.')
  for (const path of ['2026/11/the-bridge/index.html', 'index.html', 'feed.xml', 'feed.json'])
    expect(await readFile(join(site, path), 'utf8'), path).not.toContain(picture)
})

it.each(['retraction', 'takedown'] as const)('[SI6] a %s takes a picture away unless another page shows it', async (kind) => {
  const { hub, site, picture } = await opened()
  const shared = await putPicture(hub, await keptPicture(31, 20))
  const article = await publish(hub, { headline: 'The bridge', pictures: [picture, shared] })
  await publish(hub, { headline: 'The lock', pictures: [shared] })
  await publish(hub, { article, kind, headline: 'The bridge', changeNote: 'It was wrong.', pictures: [picture, shared] })
  const media = Object.keys(await treeOf(site)).filter((path) => path.startsWith('media/'))
  expect(media).toEqual([`media/${shared}.webp`])
  expect(await verifySites(hub)).toEqual([])
})

it('[QU12] a picture whose bytes changed is not published, and is named', async () => {
  const { hub, site, picture } = await opened()
  await changeSettings(hub, { destinations: lordsPress.destinations })
  await hub.db
    .updateTable('blob')
    .set({ bytes: await keptPicture(9, 9) })
    .where('name', '=', picture)
    .execute()
  await publish(hub, { headline: 'The bridge', pictures: [picture] })
  expect(Object.keys(await treeOf(site)).filter((path) => path.startsWith('media/'))).toEqual([])
  const { detail } = await hub.db.selectFrom('queue').select('detail').where('state', '=', 'failed').executeTakeFirstOrThrow()
  expect(detail).toContain(`The picture ${picture.slice(0, 12)} is damaged`)
})
