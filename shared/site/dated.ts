/** The date a page is of, from the record alone, and the thanks that are due on it. [SI11] */
import { unreachable } from '../result.ts'
import type { House, PageSpec } from './model.ts'

/** `YYYY-MM-DD` of the edition whose masthead the page carries; empty for a page that carries none. */
export function dateOf(spec: PageSpec): string {
  switch (spec.page) {
    case 'article':
    case 'edition':
      return spec.released.envelope.masthead.date
    case 'front':
    case 'category':
    case 'notices':
    case 'series':
    case 'reports':
    case 'archive':
    case 'archiveMonth':
    case 'record':
      return spec.newest?.masthead.date ?? ''
    case 'corrections':
      return spec.paging.number === 0 ? (spec.items[0]?.listed.publishedAt.at.slice(0, 10) ?? '') : ''
    case 'pointer':
    case 'policy':
    case 'recordHead':
    case 'notFound':
    case 'robots':
    case 'security':
    case 'sectionFeed':
    case 'rss':
    case 'atom':
    case 'jsonFeed':
    case 'sitemap':
    case 'sitemapMonth':
    case 'sitemapLists':
    case 'ninjs':
    case 'newsSitemap':
    case 'asset':
    case 'picture':
      return ''
    default:
      return unreachable(spec)
  }
}

/**
 * The house as it stands on a page of `date`: sponsors and patrons whose time has come and not passed, both days included.
 * A page without a date thanks those without dates. Never asked of a clock, so the same record gives the same page.
 */
export function houseOn(house: House, date: string): House {
  const { sponsors } = house.settings
  const isDue = sponsors.map(({ from, until }) =>
    date === '' ? from === '' && until === '' : from <= date && (until === '' || date <= until),
  )
  if (isDue.every(Boolean)) return house
  const known = houses.get(house) ?? new Map<string, House>()
  houses.set(house, known)
  const key = isDue.join()
  const found = known.get(key) ?? { ...house, settings: { ...house.settings, sponsors: sponsors.filter((_, index) => isDue[index]) } }
  known.set(key, found)
  return found
}

/** The same object for the same thanks, so that what is made once a house is made once. */
const houses = new WeakMap<House, Map<string, House>>()
