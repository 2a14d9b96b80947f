/** Addresses: where each page stands, and how one page names another. [SI4] [SI13] */
import { seriesSlug } from '../desk/series.ts'
import { unreachable } from '../result.ts'
import type { FeedKind, House, PageSpec } from './model.ts'

/** A page being made: the file it goes to, and the house it belongs to. */
export interface Place {
  readonly path: string
  readonly house: House
}

/** Addresses of the house's own pages, from the site's root. */
export const addresses = {
  front: '/',
  archive: '/archive/',
  corrections: '/corrections/',
  record: '/record/',
  recordHead: '/record/head.json',
  rss: '/feed.xml',
  atom: '/atom.xml',
  jsonFeed: '/feed.json',
  sitemap: '/sitemap.xml',
  sitemapLists: '/sitemaps/lists.xml',
  newsSitemap: '/news-sitemap.xml',
  security: '/.well-known/security.txt',
  notices: '/notices/',
  reports: '/series/',
  styles: '/theme/site.css',
  mark: '/theme/mark.svg',
} as const

/** `/category/SLUG/`, or `/category/SLUG/N/` for a numbered (older) page. [SI2] */
export function categoryAddress(slug: string, number = 0): string {
  return number > 0 ? `/category/${slug}/${number}/` : `/category/${slug}/`
}

/** `/YYYY/MM/SLUG/ninjs.json`, beside the page of the article at `address`. */
export function ninjsAddress(address: string): string {
  return `${address}ninjs.json`
}

/** `/category/SLUG/feed.xml`: the section's own feeds are named as those of the whole paper. */
export function sectionFeedAddress(slug: string, feed: FeedKind): string {
  return `${categoryAddress(slug)}${addresses[feed].slice(1)}`
}

/** `/notices/`, or `/notices/N/` for a numbered (older) page. [SI2] */
export function noticesAddress(number = 0): string {
  return number > 0 ? `${addresses.notices}${number}/` : addresses.notices
}

/** `/series/SLUG/`: a special report by its name. */
export function seriesAddress(name: string): string {
  return seriesSlugAddress(seriesSlug(name))
}

export function seriesSlugAddress(slug: string): string {
  return `/series/${slug}/`
}

/** `/corrections/`, or `/corrections/N/` for a numbered (older) page. [SI2] */
export function correctionsAddress(number = 0): string {
  return number > 0 ? `${addresses.corrections}${number}/` : addresses.corrections
}

/** `/archive/2026/11/` for the month `2026-11`. */
export function monthAddress(month: string): string {
  return `/archive/${month.slice(0, 4)}/${month.slice(5, 7)}/`
}

export function policyAddress(slug: string): string {
  return `/policies/${slug}/`
}

/** `/media/HASH.webp`: named by its bytes, so that what stands there never changes. */
export function pictureAddress(hash: string): string {
  return `/media/${hash}.webp`
}

/** `/YYYY/MM/SLUG/editions/N/` of the article at `address`: an edition that another has replaced. [SI13] */
export function editionAddress(address: string, edition: number): string {
  return `${address}editions/${edition}/`
}

/** `/n/41/`: the short address of an article, by its place in the record; it leads to wherever the article stands. [SI14] */
export function shortAddress(number: number): string {
  return `/n/${number}/`
}

/** `/sitemaps/2026-11.xml` for the month `2026-11`. */
export function sitemapAddress(month: string): string {
  return `/sitemaps/${month}.xml`
}

/** The address of a page, from the site's root; folders end in a slash. */
export function addressOfPage(spec: PageSpec): string {
  switch (spec.page) {
    case 'article':
      return spec.released.envelope.address
    case 'edition':
      return editionAddress(spec.released.envelope.address, spec.released.envelope.edition)
    case 'pointer':
      return spec.address
    case 'front':
      return addresses.front
    case 'category':
      return categoryAddress(spec.category, spec.list.number)
    case 'sectionFeed':
      return sectionFeedAddress(spec.category, spec.feed)
    case 'notices':
      return noticesAddress(spec.list.number)
    case 'series':
      return seriesAddress(spec.name)
    case 'reports':
    case 'archive':
      return addresses[spec.page]
    case 'archiveMonth':
      return monthAddress(spec.month)
    case 'corrections':
      return correctionsAddress(spec.paging.number)
    case 'policy':
      return policyAddress(spec.slug)
    case 'record':
      return addresses.record
    case 'recordHead':
      return addresses.recordHead
    case 'notFound':
      return '/404.html'
    case 'robots':
      return '/robots.txt'
    case 'security':
      return addresses.security
    case 'rss':
      return addresses.rss
    case 'atom':
      return addresses.atom
    case 'jsonFeed':
      return addresses.jsonFeed
    case 'sitemap':
    case 'sitemapLists':
      return addresses[spec.page]
    case 'ninjs':
      return ninjsAddress(spec.released.envelope.address)
    case 'newsSitemap':
      return addresses.newsSitemap
    case 'sitemapMonth':
      return sitemapAddress(spec.month)
    case 'picture':
      return pictureAddress(spec.hash)
    case 'asset':
      return `/theme/${spec.name}`
    default:
      return unreachable(spec)
  }
}

/** The file of a page, relative to the site's root, without a leading slash. */
export function pathOf(spec: PageSpec): string {
  const address = addressOfPage(spec).slice(1)
  return address === '' || address.endsWith('/') ? `${address}index.html` : address
}

/** The page that was linked from last, the first folder on its way, and the way back from it: a page has some forty links, a list a thousand. */
let from = ''
let branch = ''
let back = ''

/** From the file `fromPath` (`2026/11/a-page/index.html`) to the address `toAddress` (`/archive/`): `../../../archive/`. */
export function relative(fromPath: string, toAddress: string): string {
  if (from !== fromPath) {
    from = fromPath
    branch = fromPath.slice(0, fromPath.indexOf('/') + 1)
    back = wayBack(fromPath)
  }
  // Nearly all pages link to another branch of the tree, where only the way back counts.
  if (branch !== '' && toAddress.length > 1 && !toAddress.startsWith(branch, 1)) return `${back}${toAddress.slice(1)}`
  const folders = fromPath.split('/').slice(0, -1)
  const to = toAddress.slice(1).split('/')
  const name = to.pop() ?? ''
  let shared = 0
  while (shared < folders.length && shared < to.length && folders[shared] === to[shared]) shared += 1
  const steps = [...folders.slice(shared).map(() => '..'), ...to.slice(shared)]
  return steps.length === 0 ? name || './' : `${steps.join('/')}/${name}`
}

function wayBack(fromPath: string): string {
  let back = ''
  for (let at = fromPath.indexOf('/'); at >= 0; at = fromPath.indexOf('/', at + 1)) back += '../'
  return back
}

/** `address` at the house's public address; the address itself while there is none. */
export function absolute(baseUrl: string, address: string): string {
  return baseUrl === '' ? address : `${baseUrl.replace(/\/+$/u, '')}${address}`
}

/**
 * How the page at `place` links to `address`. The page for what is not found is the one that is served under any
 * address whatever, so it alone counts from the root of the host. [SI13]
 */
export function linkFrom(place: Place, address: string): string {
  return place.path === '404.html' ? `${rootOf(place.house.settings.baseUrl)}${address}` : relative(place.path, address)
}

/** How a file for machines links: absolute once the house has an address, until then relative to the file. [SI13] */
export function machineLink(place: Place, address: string): string {
  const { baseUrl } = place.house.settings
  return baseUrl === '' ? relative(place.path, address) : absolute(baseUrl, address)
}

/** `https://paper.example` of `https://paper.example/edition/`: what a content policy calls an origin. */
export function originOf(url: string): string {
  return /^[a-z][a-z0-9+.-]*:\/\/[^/?#]+/iu.exec(url)?.[0] ?? ''
}

function rootOf(baseUrl: string): string {
  return baseUrl
    .slice(originOf(baseUrl).length)
    .replace(/[?#].*$/u, '')
    .replace(/\/+$/u, '')
}
