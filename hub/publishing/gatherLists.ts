/** What lists of articles are made from: sections with their feeds, notices, special reports, the archive. */
import type { Envelope } from '../../shared/desk/record.ts'
import type { FeedKind } from '../../shared/site/model.ts'
import { editionsOf, type Entry, readReleased } from './entries.ts'
import { listedFor } from './listedOn.ts'
import { feedItems, isLive, newestArticles, newestInCategory } from './lists.ts'
import { entriesOfMonth, monthsOf } from './months.ts'
import { partsOf } from './reports.ts'
import { shelfPage } from './shelves.ts'
import type { Gathered, Site } from './site.ts'

/** Articles in the ledger of the archive's own page. */
const archiveItems = 40

/** A news sitemap is of the last two days, and of no more than so many articles. */
const newsDays = 2
const newsItems = 200

export async function category(site: Site, slug: string, number: number): Promise<Gathered | undefined> {
  if (!site.press.house.settings.categories.some((known) => known.slug === slug)) return undefined
  const page = await shelfPage(site, { section: slug }, number)
  if (!page) return undefined
  const { entries, older, newer } = page
  return {
    inputs: [older, newer, ...digests(entries)],
    spec: async () => ({
      page: 'category',
      category: slug,
      list: { items: await listedFor(site, entries), older, newer, number },
      newest: await firstEnvelope(site, entries[0]),
    }),
  }
}

export async function notices(site: Site, number: number): Promise<Gathered | undefined> {
  const page = await shelfPage(site, 'notices', number)
  if (!page) return undefined
  const { entries, older, newer } = page
  return {
    inputs: [older, newer, ...digests(entries)],
    spec: async () => ({
      page: 'notices',
      list: { items: await listedFor(site, entries), older, newer, number },
      newest: await firstEnvelope(site, entries[0]),
    }),
  }
}

/** The name is that of the part that was released last. */
export async function series(site: Site, slug: string): Promise<Gathered | undefined> {
  const parts = await partsOf(site, slug)
  const newest = parts.toSorted((one, other) => other.entry.number - one.entry.number)[0]
  if (!newest) return undefined
  const entries = parts.map(({ entry }) => entry)
  return {
    inputs: [newest.report, ...digests(entries)],
    spec: async () => ({
      page: 'series',
      name: newest.report,
      items: await listedFor(site, entries),
      newest: await firstEnvelope(site, newest.entry),
    }),
  }
}

export async function sectionFeed(site: Site, slug: string, kind: FeedKind): Promise<Gathered | undefined> {
  if (!site.press.house.settings.categories.some((known) => known.slug === slug)) return undefined
  const entries = await newestInCategory(site.reader, site.upTo, slug, feedItems)
  return {
    inputs: digests(entries),
    spec: async () => ({ page: 'sectionFeed', category: slug, feed: kind, items: await listedFor(site, entries) }),
  }
}

/** Articles first published in the two days before the newest edition; none while the paper has no address. */
export async function newsSitemap(site: Site): Promise<Gathered | undefined> {
  const { machineFiles, baseUrl } = site.press.house.settings
  if (machineFiles?.newsSitemap !== true || baseUrl === '') return undefined
  const newest = await site.reader.selectFrom('record').select('published_at').where('place', '=', site.upTo).executeTakeFirst()
  const since = Date.parse(newest?.published_at ?? '') - newsDays * 86_400_000
  const entries = (await newestArticles(site.reader, site.upTo, newsItems)).filter(isLive)
  const items = async () => (await listedFor(site, entries)).filter(({ firstPublishedAt }) => Date.parse(firstPublishedAt.at) >= since)
  return {
    inputs: [newest?.published_at.slice(0, 10) ?? '', ...digests(entries)],
    spec: async () => ({ page: 'newsSitemap', items: await items() }),
  }
}

export async function archive(site: Site): Promise<Gathered> {
  const months = await monthsOf(site)
  const entries = await newestArticles(site.reader, site.upTo, archiveItems)
  return {
    inputs: [...digests(entries), ...months.flatMap(({ month, count }) => [month, count])],
    spec: async () => ({
      page: 'archive',
      months,
      items: await listedFor(site, entries),
      newest: await firstEnvelope(site, entries[0]),
    }),
  }
}

export async function archiveMonth(site: Site, month: string): Promise<Gathered | undefined> {
  const entries = await entriesOfMonth(site, month)
  if (entries.length === 0) return undefined
  const months = (await monthsOf(site)).map((known) => known.month).toSorted()
  const index = months.indexOf(month)
  const [previous, next] = [months[index - 1] ?? '', months[index + 1] ?? '']
  return {
    inputs: [previous, next, ...digests(entries)],
    spec: async () => ({
      page: 'archiveMonth',
      month,
      items: await listedFor(site, entries),
      previous,
      next,
      newest: await firstEnvelope(site, entries[0]),
    }),
  }
}

/**
 * The envelope a list is dated by: the first edition of the newest article on it. A later edition of it changes no list,
 * or each small change would rewrite every list that names the article. [SI11] [SI2]
 */
async function firstEnvelope({ reader, upTo }: Site, newest: Entry | undefined): Promise<Envelope | null> {
  if (!newest) return null
  const [first] = await editionsOf(reader, upTo, newest.article)
  return first ? (await readReleased(reader, first.place)).envelope : null
}

export function digests(entries: readonly Entry[]): readonly string[] {
  return entries.map(({ digest }) => digest)
}
