/** What the second hand keeps of the sites it makes pages for. */
import { rm } from 'node:fs/promises'
import { expect, it, onTestFinished } from 'vitest'
import { headPlace, rowsAt, standingEntries } from '../../hub/publishing/entries.ts'
import { endByHand, makeByHand } from '../../hub/publishing/hand.ts'
import { listing } from '../../hub/publishing/listedOn.ts'
import type { ListSpec } from '../../hub/publishing/listing.ts'
import type { Asked } from '../../hub/publishing/making.ts'
import { Pack } from '../../hub/publishing/pack.ts'
import { pathOfName } from '../../hub/publishing/pageName.ts'
import { openPress } from '../../hub/publishing/press.ts'
import { openSite, type Site } from '../../hub/publishing/site.ts'
import { openHub, release } from '../factories/hub.ts'

const feed: ListSpec = { page: 'sectionFeed', category: 'news', feed: 'rss', items: [] }

it('[SI2] of two sites that are made at once each is listed by its own articles, until it ends', async () => {
  const { site, articles } = await sites(2)
  const [one, other] = [site(), site()]
  await makeByHand(one, await articles(one), new Pack())
  await makeByHand(other, await articles(other), new Pack())
  const asked: Asked = {
    path: pathOfName({ page: 'sectionFeed', category: 'news', feed: 'rss' }),
    from: { list: feed, items: [1, 2] },
    stands: '',
  }
  async function listed(of: Site) {
    const [feedOf] = (await makeByHand(of, [asked], new Pack())).made
    return (
      feedOf?.bytes &&
      Buffer.from(feedOf.bytes)
        .toString()
        .match(/<title>Piece \d/gu)
    )
  }
  expect(await listed(one)).toEqual(['<title>Piece 0', '<title>Piece 1'])
  await endByHand(one)
  expect(await listed(other)).toEqual(['<title>Piece 0', '<title>Piece 1'])
  await expect(listed(one)).rejects.toThrow('the thread that listed place 1 of the record ended')
})

it('[SI2] what goes to the second hand while a list is gathered changes nothing in what it names', async () => {
  const { site } = await sites(3)
  const one = site()
  const entries = await standingEntries(one.reader, one.upTo).orderBy('r.place').execute()
  const gathered = listing(one, entries, async () => {
    for (const place of [1, 2]) one.atHand.add(place)
    return feed
  })
  const { items } = await gathered.list()
  expect(items.map((item) => (typeof item === 'number' ? item : item.number))).toEqual([1, 2, 3])
})

async function sites(pieces: number) {
  const hub = await openHub({ isHasty: true, settings: { destinations: [] } })
  onTestFinished(async () => {
    await hub.close()
    await rm(hub.folder, { recursive: true, force: true })
  })
  for (let n = 0; n < pieces; n += 1) await release(hub, { headline: `Piece ${n}` })
  const press = await openPress(hub)
  if (!press) throw new Error('there is a desk')
  const upTo = await headPlace(hub.db)
  const site = () => openSite(hub.db, press, upTo)
  async function articles({ reader, atHand }: Site): Promise<readonly Asked[]> {
    const entries = await standingEntries(reader, upTo).execute()
    const rows = await rowsAt(
      reader,
      entries.map(({ place }) => place),
    )
    return rows.map((row) => {
      atHand.add(row.place)
      const { article, address } = entries.find(({ place }) => place === row.place) ?? { article: '', address: '' }
      return { path: pathOfName({ page: 'article', article, address }), from: { row }, stands: '' }
    })
  }
  return { site, articles }
}
