/** What lists of articles are made from: sections with their feeds, notices, special reports, the archive. */
import type { Envelope } from '../../shared/desk/record.ts'
import { addresses, categoryAddress, monthAddress, policyAddress, seriesAddress } from '../../shared/site/address.ts'
import type { FeedKind, ReportLine } from '../../shared/site/model.ts'
import { editionsOf, type Entry, readReleased } from './entries.ts'
import { listedFor, listing } from './listedOn.ts'
import { feedItems, isLive, newestArticles, newestInCategory } from './lists.ts'
import { entriesOfMonth, monthsOf } from './months.ts'
import { newestOf, partsOf, standingReports } from './reports.ts'
import { shelfPage, shelfPages } from './shelves.ts'
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
    ...listing(site, entries, async () => ({
      page: 'category',
      category: slug,
      list: { items: [], older, newer, number },
      newest: await firstEnvelope(site, entries[0]),
    })),
  }
}

export async function notices(site: Site, number: number): Promise<Gathered | undefined> {
  const page = await shelfPage(site, 'notices', number)
  if (!page) return undefined
  const { entries, older, newer } = page
  return {
    inputs: [older, newer, ...digests(entries)],
    ...listing(site, entries, async () => ({
      page: 'notices',
      list: { items: [], older, newer, number },
      newest: await firstEnvelope(site, entries[0]),
    })),
  }
}

/** The name is that of the part that was released last. */
export async function series(site: Site, slug: string): Promise<Gathered | undefined> {
  const parts = await partsOf(site, slug)
  const newest = newestOf(parts)
  if (!newest) return undefined
  const entries = parts.map(({ entry }) => entry)
  return {
    inputs: [newest.report, ...digests(entries)],
    ...listing(site, entries, async () => ({
      page: 'series',
      name: newest.report,
      items: [],
      newest: await firstEnvelope(site, newest.entry),
    })),
  }
}

export async function reports(site: Site): Promise<Gathered | undefined> {
  const standing = await standingReports(site)
  const [first] = standing
  if (!first) return undefined
  return {
    inputs: standing.flatMap(({ parts, newest }) => [newest.report, parts.length, newest.entry.digest]),
    async spec() {
      const lines: ReportLine[] = []
      for (const { parts, newest } of standing)
        for (const listed of await listedFor(site, [newest.entry])) lines.push({ name: newest.report, parts: parts.length, newest: listed })
      return { page: 'reports', reports: lines, newest: await firstEnvelope(site, first.newest.entry) }
    },
  }
}

/** Pages that lead to others; articles stand in the file of their month. */
export async function sitemapLists(site: Site): Promise<Gathered> {
  const { categories, policies } = site.press.house.settings
  const standing = await standingReports(site)
  const hasNotices = (await shelfPages(site.reader, site.upTo, 'notices')).length > 0
  const months = (await monthsOf(site)).map(({ month }) => month)
  const listed = [
    addresses.front,
    ...categories.map(({ slug }) => categoryAddress(slug)),
    ...(hasNotices ? [addresses.notices] : []),
    ...(standing.length > 0 ? [addresses.reports] : []),
    ...standing.map(({ newest }) => seriesAddress(newest.report)),
    addresses.archive,
    ...months.toSorted().map(monthAddress),
    addresses.corrections,
    addresses.record,
    ...policies.map(({ slug }) => policyAddress(slug)),
  ]
  return { inputs: listed, spec: async () => ({ page: 'sitemapLists', addresses: listed }) }
}

export async function sectionFeed(site: Site, slug: string, kind: FeedKind): Promise<Gathered | undefined> {
  if (!site.press.house.settings.categories.some((known) => known.slug === slug)) return undefined
  const entries = await newestInCategory(site.reader, site.upTo, slug, feedItems)
  return {
    inputs: digests(entries),
    ...listing(site, entries, async () => ({ page: 'sectionFeed', category: slug, feed: kind, items: [] })),
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
  const hasReports = (await standingReports(site)).length > 0
  return {
    inputs: [hasReports ? 'reports' : '', ...digests(entries), ...months.flatMap(({ month, count }) => [month, count])],
    ...listing(site, entries, async () => ({
      page: 'archive',
      months,
      hasReports,
      items: [],
      newest: await firstEnvelope(site, entries[0]),
    })),
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
    ...listing(site, entries, async () => ({
      page: 'archiveMonth',
      month,
      items: [],
      previous,
      next,
      newest: await firstEnvelope(site, entries[0]),
    })),
  }
}

/**
 * The envelope a list is dated by: the first edition of the newest article on it. A later edition of it changes no list,
 * or each small change would rewrite every list that names the article. [SI11] [SI2]
 */
async function firstEnvelope({ reader, upTo }: Site, newest: Entry | undefined): Promise<Envelope | null> {
  if (!newest) return null
  const [first] = newest.edition === 1 ? [newest] : await editionsOf(reader, upTo, newest.article)
  return first ? (await readReleased(reader, first.place)).envelope : null
}

export function digests(entries: readonly Entry[]): readonly string[] {
  return entries.map(({ digest }) => digest)
}
