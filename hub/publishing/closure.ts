/** Which pages a change can reach: what an incremental build looks at, and nothing else. [SI2] */
import { themeAssets } from '../../shared/site/assets.ts'
import { listPages } from '../../shared/site/lists.ts'
import { shortAddress } from '../../shared/site/address.ts'
import type { FeedKind } from '../../shared/site/model.ts'
import { seriesSlug } from '../../shared/desk/series.ts'
import { editionsOf, type Entry, entriesUpTo, standingEntries } from './entries.ts'
import { editionsIn, groupSize, readGroup } from './group.ts'
import type { Site } from './site.ts'
import { countInRegister, isRegistered, registerPages, registerPageSize } from './lists.ts'
import { monthsOf } from './months.ts'
import { everyPicture, isPictureShown, picturesEverOf } from './pictures.ts'
import { pagesNaming } from './named.ts'
import { type PageName, pathOfName, type SinglePage, stageOf } from './pageName.ts'
import { reportNames, reportPagesReached } from './reports.ts'
import { shelfPages, shelfPagesReached } from './shelves.ts'

/** Pages that each release reaches. */
const always: readonly SinglePage[] = [
  'archive',
  'record',
  'security',
  'recordHead',
  'sitemap',
  'sitemapLists',
  'newsSitemap',
  'rss',
  'atom',
  'jsonFeed',
  'front',
]

const feedKinds = ['rss', 'atom', 'jsonFeed'] as const satisfies readonly FeedKind[]

/** Pages that only the house reaches. */
const standingPages: readonly SinglePage[] = ['notFound', 'robots']

/**
 * Pages that the releases after `from` can have changed, made, or ended, in the order of a delivery. Some may turn out the
 * same: their inputs tell. Costs as much as the change, whatever the size of the site, but for counts by index.
 */
export async function closureAfter(site: Site, from: number): Promise<readonly PageName[]> {
  const { reader, upTo } = site
  const changed = await entriesUpTo(reader, upTo).where('r.place', '>', from).orderBy('r.place').execute()
  if (changed.length === 0) return []
  const names: PageName[] = always.map((page) => ({ page }))
  const months = new Set<string>()
  const told: Entry[] = []
  const sections = new Set<string>()
  const articles = [...new Set(changed.map(({ article }) => article))]
  for (const id of articles) {
    const editions = await editionsOf(reader, upTo, id)
    const after = editions.at(-1)
    const before = editions.findLast(({ place }) => place <= from)
    if (!after) continue
    const { address } = after
    names.push({ page: 'article', article: id, address })
    for (const known of new Set(editions.map((edition) => edition.address))) names.push({ page: 'ninjs', article: id, address: known })
    names.push(...leadingTo(after, editions), ...earlierPages(editions))
    told.push(...editions.filter(isRegistered))
    months.add(after.month)
    sections.add(after.category).add(before?.category ?? after.category)
  }
  for (const month of await withNeighbours(site, from, months)) names.push({ page: 'archiveMonth', month }, { page: 'sitemapMonth', month })
  for (const category of sections) for (const feed of feedKinds) names.push({ page: 'sectionFeed', category, feed })
  names.push(...(await shelfPagesReached(site, from, articles)), ...(await reportPagesReached(site, from, articles)))
  names.push(...(await pagesNaming(site, articles)))
  names.push(...(await registerPagesReached(site, from, told)))
  const { shown, gone } = await picturesReached(site, articles)
  // What no page shows any more goes last: until then the page that showed it still stands.
  return [...once([...names, ...shown]).toSorted((one, other) => stageOf(one) - stageOf(other)), ...gone]
}

/** An article can be reached by several ways. */
function once(names: readonly PageName[]): readonly PageName[] {
  return [...new Map(names.map((name) => [pathOfName(name), name])).values()]
}

async function picturesReached(site: Site, articles: readonly string[]) {
  const shown: PageName[] = []
  const gone: PageName[] = []
  for (const hash of await picturesEverOf(site, articles)) {
    const name: PageName = { page: 'picture', hash }
    if (await isPictureShown(site, hash)) shown.push(name)
    else gone.push(name)
  }
  return { shown, gone }
}

/** The short address of an article, and those it stood at before. [SI4] [SI14] */
function leadingTo(
  { article, address, number }: Pick<Entry, 'article' | 'address' | 'number'>,
  editions: readonly Entry[],
): readonly PageName[] {
  const former = new Set(editions.map((edition) => edition.address))
  former.delete(address)
  return [shortAddress(number), ...former].map((from) => ({ page: 'pointer', article, address: from }))
}

/** Each below the address it was released at. [SI13] */
function earlierPages(editions: readonly Entry[]): readonly PageName[] {
  return editions.slice(0, -1).map(({ article, address, edition }) => ({ page: 'edition', article, address, edition }))
}

/** A month's first article changes the links of the months beside it. */
async function withNeighbours(site: Site, from: number, months: ReadonlySet<string>): Promise<ReadonlySet<string>> {
  const reached = new Set(months)
  const all = (await monthsOf(site)).map(({ month }) => month)
  for (const month of months) {
    const before = await entriesUpTo(site.reader, from).where('r.month', '=', month).limit(1).executeTakeFirst()
    if (before) continue
    const index = all.indexOf(month)
    for (const beside of [all[index - 1], all[index + 1]]) if (beside) reached.add(beside)
  }
  return reached
}

/** The newest page of the register, those that filled up, and those that tell of an article that changed. [SI8] */
async function registerPagesReached({ reader, upTo }: Site, from: number, told: readonly Entry[]): Promise<readonly PageName[]> {
  const mostBefore = listPages(await countInRegister(reader, from), registerPageSize).length - 1
  const positions: number[] = []
  for (const { place } of told) positions.push(await countInRegister(reader, place - 1))
  return (await registerPages(reader, upTo))
    .filter((page) => page.number === 0 || page.number > mostBefore || positions.some((at) => at >= page.from && at < page.to))
    .map(({ number }) => ({ page: 'corrections', number }))
}

/** Every page of the site, in the order of a delivery; articles are read in pages, so that no size is too much. */
export async function* everyPage(site: Site): AsyncGenerator<PageName> {
  const { reader, upTo, press } = site
  for (const { name } of themeAssets) yield { page: 'asset', name }
  for (const hash of await everyPicture(site)) if (await isPictureShown(site, hash)) yield { page: 'picture', hash }
  const standing: Entry[] = []
  for (let after = 0; ; ) {
    const entries = await standingEntries(reader, upTo).where('r.number', '>', after).orderBy('r.number').limit(groupSize).execute()
    if (entries.length === 0) break
    standing.push(...entries)
    site.group = await readGroup(site, entries)
    for (const { article, address, edition, number } of entries) {
      after = number
      yield { page: 'article', article, address }
      if (press.house.settings.machineFiles?.ninjs === true) yield { page: 'ninjs', article, address }
      if (edition === 1) yield { page: 'pointer', article, address: shortAddress(number) }
      else {
        const editions = await editionsIn(site, article)
        yield* leadingTo({ article, address, number }, editions)
        yield* earlierPages(editions)
      }
    }
  }
  site.group = undefined
  site.standing = standing
  const months = (await monthsOf(site)).map(({ month }) => month)
  const { categories, policies } = press.house.settings
  for (const { slug } of policies) yield { page: 'policy', slug }
  for (const page of standingPages) yield { page }
  for (const { slug } of categories) {
    for (const { number } of await shelfPages(reader, upTo, { section: slug })) yield { page: 'category', category: slug, number }
  }
  for (const { number } of await shelfPages(reader, upTo, 'notices')) yield { page: 'notices', number }
  for (const slug of new Set((await reportNames(reader)).map(seriesSlug))) yield { page: 'series', slug }
  yield { page: 'reports' }
  for (const month of months) yield { page: 'archiveMonth', month }
  for (const { number } of await registerPages(reader, upTo)) yield { page: 'corrections', number }
  for (const page of always) if (stageOf({ page }) === 3) yield { page }
  for (const { slug } of categories) for (const feed of feedKinds) yield { page: 'sectionFeed', category: slug, feed }
  for (const month of months) yield { page: 'sitemapMonth', month }
  for (const page of always) if (stageOf({ page }) === 4) yield { page }
}
