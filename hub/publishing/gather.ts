/** What a page is made from: first what names it, cheap to compare, and only then, if it must be made, the words themselves. */
import type { Envelope } from '../../shared/desk/record.ts'
import { EditionKind } from '../../shared/desk/edition.ts'
import { articlesOn } from '../../shared/desk/front.ts'
import { seriesSlug } from '../../shared/desk/series.ts'
import { statusAfter } from '../../shared/desk/publicStatus.ts'
import { unreachable } from '../../shared/result.ts'
import { correctionEntryOf, feedItemOf } from '../../shared/site/listed.ts'
import type { Arranged, CorrectionEntry, FeedItem, PageSpec, RecordHead } from '../../shared/site/model.ts'
import { articlePage, editionPage, ninjsPage, pointerPage } from './articlePages.ts'
import { type Entry, entriesUpTo, readReleased } from './entries.ts'
import {
  feedItems,
  isLive,
  liveEntries,
  newestArticles,
  newestInCategory,
  newestCorrections,
  newestReleases,
  type RegisterEntry,
  registerPageOf,
} from './lists.ts'
import {
  archive,
  archiveMonth,
  category,
  digests,
  newsSitemap,
  notices,
  reports,
  sectionFeed,
  series,
  sitemapLists,
} from './gatherLists.ts'
import { Kept } from './kept.ts'
import { listedFor } from './listedOn.ts'
import { entriesOfMonth, monthsOf } from './months.ts'
import type { PageName } from './pageName.ts'
import { isPictureShown } from './pictures.ts'
import { partsOf } from './reports.ts'
import type { Gathered, Site } from './site.ts'

/** Newest articles on the front, and newest of a section there. */
const frontItems = 30
const sectionItems = 8
const frontCorrections = 2

/** Undefined when the site, as it stands, has no such page. */
export async function gather(site: Site, name: PageName): Promise<Gathered | undefined> {
  switch (name.page) {
    case 'article':
      return articlePage(site, name.article)
    case 'edition':
      return editionPage(site, name.article, name.edition)
    case 'ninjs':
      return ninjsPage(site, name.article, name.address)
    case 'pointer':
      return pointerPage(site, name.article, name.address)
    case 'front':
      return front(site)
    case 'category':
      return category(site, name.category, name.number)
    case 'sectionFeed':
      return sectionFeed(site, name.category, name.feed)
    case 'notices':
      return notices(site, name.number)
    case 'series':
      return series(site, name.slug)
    case 'reports':
      return reports(site)
    case 'archive':
      return archive(site)
    case 'archiveMonth':
      return archiveMonth(site, name.month)
    case 'corrections':
      return corrections(site, name.number)
    case 'policy':
      return site.press.house.settings.policies.some(({ slug }) => slug === name.slug)
        ? fixed({ page: 'policy', slug: name.slug })
        : undefined
    case 'record':
      return withHead(site, async (head) => ({ page: 'record', head, newest: await envelopeAt(site, site.upTo) }))
    case 'recordHead':
      return withHead(site, async (head) => ({ page: 'recordHead', head }))
    case 'notFound':
    case 'robots':
      return fixed({ page: name.page })
    case 'security':
      return security(site)
    case 'rss':
    case 'atom':
    case 'jsonFeed':
      return feed(site, name.page)
    case 'sitemap':
      return sitemap(site)
    case 'newsSitemap':
      return newsSitemap(site)
    case 'sitemapLists':
      return sitemapLists(site)
    case 'sitemapMonth':
      return sitemapMonth(site, name.month)
    case 'picture':
      return (await isPictureShown(site, name.hash)) ? fixed({ page: 'picture', hash: name.hash }) : undefined
    case 'asset':
      return site.press.theme.has(name.name) ? fixed({ page: 'asset', name: name.name }) : undefined
    default:
      return unreachable(name)
  }
}

function fixed(spec: PageSpec): Gathered {
  return { inputs: [], spec: async () => spec }
}

async function security({ reader, upTo, press }: Site): Promise<Gathered | undefined> {
  if (!press.house.settings.contact) return undefined
  const newest = await reader.selectFrom('record').select('published_at').where('place', '=', upTo).executeTakeFirst()
  if (!newest) return undefined
  const year = Number(newest.published_at.slice(0, 4))
  return { inputs: [year], spec: async () => ({ page: 'security', year }) }
}

async function front(site: Site): Promise<Gathered> {
  const { reader, upTo, press } = site
  const items = await newestArticles(reader, upTo, frontItems)
  const sections: { readonly slug: string; readonly entries: readonly Entry[] }[] = []
  for (const { slug } of press.house.settings.categories)
    sections.push({ slug, entries: await newestInCategory(reader, upTo, slug, sectionItems) })
  const arranged = await arrangedFront(site)
  const head = await headAt(site)
  const putRight = await newestCorrections(reader, upTo, frontCorrections)
  return {
    inputs: [
      head.digest,
      ...arranged.inputs,
      ...registerInputs(putRight),
      ...digests(items),
      ...sections.flatMap(({ slug, entries }) => [slug, ...digests(entries)]),
    ],
    async spec() {
      const byCategory = []
      for (const { slug, entries } of sections) byCategory.push({ slug, items: await listedFor(site, entries) })
      return {
        page: 'front',
        items: await listedFor(site, items),
        byCategory,
        corrections: await registered(site, putRight),
        arranged: await arranged.shown(),
        head,
        newest: await envelopeAt(site, upTo),
      }
    },
  }
}

/** What was given a place by hand and is live at this place of the record; anything else leaves its slot to the newest. */
async function arrangedFront(site: Site): Promise<{ readonly inputs: readonly string[]; shown(): Promise<Arranged> }> {
  const { lead, seconds, notices, report } = site.press.front.slots
  const found = await liveEntries(site.reader, site.upTo, articlesOn(site.press.front.slots))
  const parts = report === '' ? [] : (await partsOf(site, seriesSlug(report))).map(({ entry }) => entry).filter(isLive)
  const digestIn = (id: string) => found.get(id)?.digest ?? ''
  const listed = async (id: string) => {
    const entry = found.get(id)
    return entry ? ((await listedFor(site, [entry]))[0] ?? null) : null
  }
  return {
    inputs: ['arranged', digestIn(lead), ...seconds.map(digestIn), ...notices.map(digestIn), report, ...digests(parts)],
    async shown() {
      const row = async (ids: readonly string[]) => Promise.all(ids.map(listed))
      return { lead: await listed(lead), seconds: await row(seconds), notices: await row(notices), report: await listedFor(site, parts) }
    },
  }
}

async function corrections(site: Site, number: number): Promise<Gathered | undefined> {
  const page = await registerPageOf(site.reader, site.upTo, number)
  if (!page) return undefined
  const { entries, older, newer } = page
  return {
    inputs: [older, newer, ...registerInputs(entries)],
    spec: async () => ({ page: 'corrections', items: await registered(site, entries), paging: { older, newer, number } }),
  }
}

function registerInputs(entries: readonly RegisterEntry[]): readonly string[] {
  return entries.flatMap(({ entry, standingKind }) => [entry.digest, standingKind])
}

async function registered(site: Site, entries: readonly RegisterEntry[]): Promise<readonly CorrectionEntry[]> {
  const items: CorrectionEntry[] = []
  for (const { entry, standingKind } of entries)
    items.push(
      correctionEntryOf(await readReleased(site.reader, entry.place, statusAfter(EditionKind.parse(standingKind))), site.press.house),
    )
  return items
}

/** The newest releases, of whatever article: a correction of an old piece is news to those who follow. [SI8] */
async function feed(site: Site, page: 'rss' | 'atom' | 'jsonFeed'): Promise<Gathered> {
  const entries = await newestReleases(site.reader, site.upTo, feedItems)
  return {
    inputs: digests(entries),
    async spec() {
      const items: FeedItem[] = []
      for (const entry of entries) items.push(await feedItemAt(site, entry))
      return { page, items }
    },
  }
}

/** Those of the paper's three feeds, and some that left them. */
const fed = new Kept<FeedItem>(2 * feedItems)

async function feedItemAt(site: Site, { place, digest }: Entry): Promise<FeedItem> {
  const known = fed.get(site, digest)
  if (known) return known
  const item = feedItemOf(await readReleased(site.reader, place), site.press.house)
  fed.set(site, digest, item)
  return item
}

/** Addresses only: when a page last changed is told by the feeds, so that a new edition rewrites no sitemap. [SI2] */
async function sitemap(site: Site): Promise<Gathered> {
  const months = (await monthsOf(site)).map(({ month }) => ({ month, lastChanged: '' }))
  return { inputs: months.map(({ month }) => month), spec: async () => ({ page: 'sitemap', months }) }
}

async function sitemapMonth(site: Site, month: string): Promise<Gathered | undefined> {
  const entries = (await entriesOfMonth(site, month)).filter(({ kind }) => kind !== 'takedown')
  if (entries.length === 0) return undefined
  return {
    inputs: entries.map(({ address }) => address),
    spec: async () => ({ page: 'sitemapMonth', month, items: entries.map(({ address }) => ({ address, lastChanged: '' })) }),
  }
}

async function withHead(site: Site, spec: (head: RecordHead) => Promise<PageSpec>): Promise<Gathered> {
  const head = await headAt(site)
  return { inputs: [head.digest], spec: () => spec(head) }
}

async function headAt({ reader, upTo }: Site): Promise<RecordHead> {
  const [newest] = await newestArticles(reader, upTo, 1)
  const entry = await entriesUpTo(reader, upTo).orderBy('r.place', 'desc').limit(1).executeTakeFirst()
  return { number: newest?.number ?? 0, entries: upTo, digest: entry?.digest ?? '0'.repeat(64) }
}

async function envelopeAt({ reader }: Site, place: number): Promise<Envelope | null> {
  return place === 0 ? null : (await readReleased(reader, place)).envelope
}
