/** The names of the site's files: what each page is about, where it stands, and when in a delivery its turn comes. */
import { unreachable } from '../../shared/result.ts'
import {
  addresses,
  categoryAddress,
  correctionsAddress,
  editionAddress,
  monthAddress,
  ninjsAddress,
  noticesAddress,
  pictureAddress,
  policyAddress,
  sectionFeedAddress,
  seriesSlugAddress,
  sitemapAddress,
} from '../../shared/site/address.ts'
import type { FeedKind } from '../../shared/site/model.ts'

export type PageName =
  | { readonly page: 'article'; readonly article: string; readonly address: string }
  | { readonly page: 'edition'; readonly article: string; readonly address: string; readonly edition: number }
  /** An address that leads to the article: its short one, or one it had. */
  | { readonly page: 'pointer'; readonly article: string; readonly address: string }
  | { readonly page: 'ninjs'; readonly article: string; readonly address: string }
  | { readonly page: 'category'; readonly category: string /** As in `ListPage`. */; readonly number: number }
  | { readonly page: 'sectionFeed'; readonly category: string; readonly feed: FeedKind }
  | { readonly page: 'notices' /** As in `ListPage`. */; readonly number: number }
  | { readonly page: 'series'; readonly slug: string }
  | { readonly page: 'corrections' /** As in `ListPage`. */; readonly number: number }
  | { readonly page: 'archiveMonth' | 'sitemapMonth'; readonly month: string }
  | { readonly page: 'policy'; readonly slug: string }
  | { readonly page: 'asset'; readonly name: string }
  | { readonly page: 'picture'; readonly hash: string }
  | { readonly page: SinglePage }

/** Pages of which a site has one. */
export type SinglePage =
  | 'front'
  | 'archive'
  | 'reports'
  | 'record'
  | 'recordHead'
  | 'notFound'
  | 'robots'
  | 'security'
  | 'rss'
  | 'atom'
  | 'jsonFeed'
  | 'sitemap'
  | 'sitemapLists'
  | 'newsSitemap'

/** The file of a page, relative to the site's root: equal to the path of the page that is rendered for it. */
export function pathOfName(name: PageName): string {
  const address = addressOfName(name).slice(1)
  return address === '' || address.endsWith('/') ? `${address}index.html` : address
}

function addressOfName(name: PageName): string {
  switch (name.page) {
    case 'article':
    case 'pointer':
      return name.address
    case 'ninjs':
      return ninjsAddress(name.address)
    case 'edition':
      return editionAddress(name.address, name.edition)
    case 'category':
      return categoryAddress(name.category, name.number)
    case 'sectionFeed':
      return sectionFeedAddress(name.category, name.feed)
    case 'notices':
      return noticesAddress(name.number)
    case 'series':
      return seriesSlugAddress(name.slug)
    case 'corrections':
      return correctionsAddress(name.number)
    case 'archiveMonth':
      return monthAddress(name.month)
    case 'sitemapMonth':
      return sitemapAddress(name.month)
    case 'policy':
      return policyAddress(name.slug)
    case 'picture':
      return pictureAddress(name.hash)
    case 'asset':
      return `/theme/${name.name}`
    case 'notFound':
      return '/404.html'
    case 'robots':
      return '/robots.txt'
    case 'front':
    case 'archive':
    case 'reports':
    case 'record':
    case 'recordHead':
    case 'security':
    case 'rss':
    case 'atom':
    case 'jsonFeed':
    case 'sitemap':
    case 'sitemapLists':
    case 'newsSitemap':
      return addresses[name.page]
    default:
      return unreachable(name)
  }
}

/** 1 theme and pictures, 2 articles, 3 lists and standing pages, 4 front, feeds and sitemap: nothing is named before it can be opened. [SI3] */
export function stageOf(name: PageName): 1 | 2 | 3 | 4 {
  switch (name.page) {
    case 'asset':
    case 'picture':
      return 1
    case 'article':
    case 'edition':
    case 'pointer':
    case 'ninjs':
      return 2
    case 'front':
    case 'recordHead':
    case 'sectionFeed':
    case 'rss':
    case 'atom':
    case 'jsonFeed':
    case 'sitemap':
    case 'sitemapLists':
    case 'newsSitemap':
    case 'sitemapMonth':
      return 4
    default:
      return 3
  }
}
