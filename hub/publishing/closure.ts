/** Which pages a change can reach: what an incremental build looks at, and nothing else. [SI2] */
import { themeAssets } from '../../shared/site/assets.ts'
import { listPages } from '../../shared/site/lists.ts'
import { shortAddress } from '../../shared/site/address.ts'
import { editionsOf, type Entry, entriesUpTo, standingEntries } from './entries.ts'
import type { Site } from './site.ts'
import {
  archiveMonths,
  categoryPages,
  countInCategory,
  countInRegister,
  isRegistered,
  registerPages,
  registerPageSize,
  sectionPageSize,
} from './lists.ts'
import { everyPicture, isPictureShown, picturesEverOf } from './pictures.ts'
import { type PageName, type SinglePage, stageOf } from './pageName.ts'

/** Pages that each release reaches. */
const always: readonly SinglePage[] = ['archive', 'record', 'security', 'recordHead', 'sitemap', 'rss', 'atom', 'jsonFeed', 'front']

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
  const sections = new Map<string, { readonly touched: Set<number>; shifted: boolean }>()
  const section = (slug: string) => {
    const known = sections.get(slug) ?? { touched: new Set<number>(), shifted: false }
    sections.set(slug, known)
    return known
  }
  for (const id of new Set(changed.map(({ article }) => article))) {
    const editions = await editionsOf(reader, upTo, id)
    const after = editions.at(-1)
    const before = editions.findLast(({ place }) => place <= from)
    if (!after) continue
    const { address } = after
    names.push({ page: 'article', article: id, address })
    names.push(...leadingTo(after, editions), ...earlierPages(editions))
    told.push(...editions.filter(isRegistered))
    months.add(after.month)
    for (const slug of new Set([after.category, before?.category ?? after.category])) {
      const reached = section(slug)
      reached.touched.add(after.number)
      reached.shifted ||= before?.category !== after.category
    }
  }
  for (const month of await withNeighbours(site, from, months)) names.push({ page: 'archiveMonth', month }, { page: 'sitemapMonth', month })
  for (const [slug, { touched, shifted }] of sections) names.push(...(await sectionPages(site, from, slug, [...touched], shifted)))
  names.push(...(await registerPagesReached(site, from, told)))
  const { shown, gone } = await picturesReached(site, [...new Set(changed.map(({ article }) => article))])
  // What no page shows any more goes last: until then the page that showed it still stands.
  return [...[...names, ...shown].toSorted((one, other) => stageOf(one) - stageOf(other)), ...gone]
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
async function withNeighbours({ reader, upTo }: Site, from: number, months: ReadonlySet<string>): Promise<ReadonlySet<string>> {
  const reached = new Set(months)
  const all = (await archiveMonths(reader, upTo)).map(({ month }) => month)
  for (const month of months) {
    const before = await entriesUpTo(reader, from).where('r.month', '=', month).limit(1).executeTakeFirst()
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

/** Pages of a section that hold one of these articles; where articles came or went, all from the first of them on. */
async function sectionPages(
  { reader, upTo }: Site,
  from: number,
  category: string,
  touched: readonly number[],
  shifted: boolean,
): Promise<readonly PageName[]> {
  const pages = await categoryPages(reader, upTo, category)
  const positions: number[] = []
  for (const number of touched) positions.push(await countInCategory(reader, upTo, category, number))
  const first = Math.min(...positions)
  const before = listPages(await countInCategory(reader, from, category), sectionPageSize)
  const mostBefore = before.length - 1
  const reached = pages.filter((page) =>
    shifted ? page.to > first || page.number > mostBefore || page.number === 0 : positions.some((at) => at >= page.from && at < page.to),
  )
  const numbers = new Set(reached.map(({ number }) => number))
  for (let number = pages.length; number <= mostBefore; number += 1) numbers.add(number)
  return [...numbers].map((number) => ({ page: 'category', category, number }))
}

/** Every page of the site, in the order of a delivery; articles are read in pages, so that no size is too much. */
export async function* everyPage(site: Site): AsyncGenerator<PageName> {
  const { reader, upTo, press } = site
  for (const { name } of themeAssets) yield { page: 'asset', name }
  for (const hash of await everyPicture(site)) if (await isPictureShown(site, hash)) yield { page: 'picture', hash }
  for (let after = 0; ; ) {
    const entries = await standingEntries(reader, upTo).where('r.number', '>', after).orderBy('r.number').limit(500).execute()
    if (entries.length === 0) break
    for (const { article, address, edition, number } of entries) {
      after = number
      yield { page: 'article', article, address }
      if (edition === 1) yield { page: 'pointer', article, address: shortAddress(number) }
      else {
        const editions = await editionsOf(reader, upTo, article)
        yield* leadingTo({ article, address, number }, editions)
        yield* earlierPages(editions)
      }
    }
  }
  const months = (await archiveMonths(reader, upTo)).map(({ month }) => month)
  const { categories, policies } = press.house.settings
  for (const { slug } of policies) yield { page: 'policy', slug }
  for (const page of standingPages) yield { page }
  for (const { slug } of categories) {
    for (const { number } of await categoryPages(reader, upTo, slug)) yield { page: 'category', category: slug, number }
  }
  for (const month of months) yield { page: 'archiveMonth', month }
  for (const { number } of await registerPages(reader, upTo)) yield { page: 'corrections', number }
  for (const page of always) if (stageOf({ page }) === 3) yield { page }
  for (const month of months) yield { page: 'sitemapMonth', month }
  for (const page of always) if (stageOf({ page }) === 4) yield { page }
}
