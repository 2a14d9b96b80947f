/** Every page of the small newspaper, planned as a publisher would. */
import type { PublicArticle } from '../../shared/desk/record.ts'
import { shortAddress } from '../../shared/site/address.ts'
import { listPages } from '../../shared/site/lists.ts'
import { earlierOf } from '../../shared/site/earlier.ts'
import { correctionEntryOf, feedItemOf, listedOf } from '../../shared/site/listed.ts'
import type { House, Named, Page, PageSpec, Paging, Released } from '../../shared/site/model.ts'
import { renderPage } from '../../shared/site/page.ts'
import { bell, bellBefore } from './bell.ts'
import { cellars, cellarsBefore, keys, lighthouse } from './newspaper.ts'

const pageSize = 2

/** What stood before the edition that stands. */
const before = new Map([
  [bell, bellBefore],
  [cellars, cellarsBefore],
])

function replacedBy(article: Released): readonly Released[] {
  const released = before.get(article)
  return released ? [released] : []
}

/** The specs of a whole site of these articles, newest first. */
export function siteOf(articles: readonly Released[], house: House): readonly PageSpec[] {
  const byDate = articles.toSorted((one, other) => (one.envelope.firstPublishedAt.at < other.envelope.firstPublishedAt.at ? 1 : -1))
  const items = byDate.map((article) => listedOf(article, house))
  const newest = byDate[0]?.envelope ?? null
  const months = [...new Set(items.map(({ firstPublishedAt }) => firstPublishedAt.at.slice(0, 7)))]
  const head = { number: newest?.number ?? 0, entries: articles.length, digest: byDate[0]?.digest ?? '' }
  const corrected = (kinds: readonly PublicArticle['kind'][]) => byDate.filter(({ article }) => kinds.includes(article.kind))
  const register = corrected(['correction', 'clarification', 'withdrawal', 'retraction', 'takedown']).map((article) =>
    correctionEntryOf(article, house),
  )
  const feed = articles
    .toSorted((one, other) => (one.envelope.publishedAt.at < other.envelope.publishedAt.at ? 1 : -1))
    .slice(0, 20)
    .map((article) => feedItemOf(article, house))
  return [
    ...byDate.map(
      (article): PageSpec => ({
        page: 'article',
        released: article,
        earlier: earlierOf([...replacedBy(article), article]),
        named: namedOn(article, articles, house),
      }),
    ),
    ...byDate.map(
      ({ envelope }): PageSpec => ({
        page: 'pointer',
        address: shortAddress(envelope.number),
        to: envelope.address,
        number: envelope.number,
      }),
    ),
    ...articles.flatMap((article) =>
      replacedBy(article).map((released): PageSpec => ({ page: 'edition', released, replacedBy: article.envelope })),
    ),
    {
      page: 'front',
      items,
      byCategory: house.settings.categories.map(({ slug }) => ({ slug, items: items.filter(({ category }) => category === slug) })),
      corrections: register.slice(0, 2),
      head,
      newest,
    },
    ...house.settings.categories.flatMap(({ slug }) =>
      categoryPages(
        slug,
        items.filter(({ category }) => category === slug),
        newest,
      ),
    ),
    ...house.settings.categories.flatMap(({ slug }) =>
      (['rss', 'atom', 'jsonFeed'] as const).map(
        (kind): PageSpec => ({ page: 'sectionFeed', category: slug, feed: kind, items: items.filter(({ category }) => category === slug) }),
      ),
    ),
    ...noticesPages(
      items.filter(({ pieceKind }) => pieceKind === 'notice'),
      newest,
    ),
    ...[...new Set(items.map(({ series }) => series.name))]
      .filter((name) => name !== '')
      .map(
        (name): PageSpec => ({
          page: 'series',
          name,
          items: items
            .filter(({ series }) => series.name === name)
            .toSorted((one, other) => one.series.number - other.series.number || one.number - other.number),
          newest,
        }),
      ),
    ...reportsPages(items, newest),
    {
      page: 'archive',
      items,
      hasReports: items.some(({ series }) => series.name !== ''),
      months: months.map((month) => ({
        month,
        count: items.filter(({ firstPublishedAt }) => firstPublishedAt.at.startsWith(month)).length,
      })),
      newest,
    },
    ...months.map(
      (month, index): PageSpec => ({
        page: 'archiveMonth',
        month,
        items: items.filter(({ firstPublishedAt }) => firstPublishedAt.at.startsWith(month)),
        previous: months[index + 1] ?? '',
        next: months[index - 1] ?? '',
        newest,
      }),
    ),
    ...pagesOf(register).map(({ items: shown, paging }): PageSpec => ({ page: 'corrections', items: shown, paging })),
    ...house.settings.policies.map(({ slug }): PageSpec => ({ page: 'policy', slug })),
    { page: 'record', head, newest },
    { page: 'recordHead', head },
    { page: 'notFound' },
    { page: 'robots' },
    ...(house.settings.contact ? [{ page: 'security', year: 2026 } as const] : []),
    { page: 'rss', items: feed },
    { page: 'atom', items: feed },
    { page: 'jsonFeed', items: feed },
    { page: 'sitemap', months: months.map((month) => ({ month, lastChanged: newest?.publishedAt.at ?? '' })) },
    { page: 'sitemapLists', addresses: ['/', '/notices/', '/series/', '/archive/'] },
    ...months.map(
      (month): PageSpec => ({
        page: 'sitemapMonth',
        month,
        items: items.map(({ address, publishedAt }) => ({ address, lastChanged: publishedAt.at })),
      }),
    ),
  ]
}

export function render(specs: readonly PageSpec[], house: House): readonly Page[] {
  return specs.map((spec) => renderPage(spec, house))
}

export function textOf(page: Page): string {
  return new TextDecoder().decode(page.bytes)
}

function categoryPages(slug: string, newestFirst: ReturnType<typeof listedOf>[], newest: Released['envelope'] | null): readonly PageSpec[] {
  return pagesOf(newestFirst).map(({ items, paging }) => ({ page: 'category', category: slug, list: { items, ...paging }, newest }))
}

function reportsPages(items: ReturnType<typeof listedOf>[], newest: Released['envelope'] | null): readonly PageSpec[] {
  const names = [...new Set(items.map(({ series }) => series.name))].filter((name) => name !== '')
  if (names.length === 0) return []
  const reports = names.flatMap((name) => {
    const parts = items.filter(({ series }) => series.name === name)
    const [last] = parts.toSorted((one, other) => other.number - one.number)
    return last ? [{ name, parts: parts.length, newest: last }] : []
  })
  return [{ page: 'reports', reports, newest }]
}

function noticesPages(newestFirst: ReturnType<typeof listedOf>[], newest: Released['envelope'] | null): readonly PageSpec[] {
  if (newestFirst.length === 0) return []
  return pagesOf(newestFirst).map(({ items, paging }) => ({ page: 'notices', list: { items, ...paging }, newest }))
}

/** The bell names two pieces before it; a part of a report, those beside it. */
function namedOn(article: Released, articles: readonly Released[], house: House): Named {
  const listed = (other: Released | undefined) => (other === undefined ? null : listedOf(other, house))
  const { series } = article.article
  const parts = articles
    .filter((other) => other.article.series.name === series.name && series.name !== '')
    .toSorted((one, other) => one.article.series.number - other.article.series.number || one.envelope.number - other.envelope.number)
  const index = parts.indexOf(article)
  return {
    previously: articles
      .filter((other) => article === bell && [lighthouse, keys, cellars].includes(other))
      .map((other) => listedOf(other, house)),
    before: index < 0 ? null : listed(parts[index - 1]),
    after: index < 0 ? null : listed(parts[index + 1]),
  }
}

/** A list cut into pages, the newest first. */
function pagesOf<T>(newestFirst: readonly T[]): readonly { readonly items: readonly T[]; readonly paging: Paging }[] {
  const oldestFirst = newestFirst.toReversed()
  return listPages(oldestFirst.length, pageSize).map(({ from, to, older, newer, number }) => ({
    items: oldestFirst.slice(from, to).toReversed(),
    paging: { older, newer, number },
  }))
}
