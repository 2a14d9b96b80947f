/** The one function that makes a page: preview, publisher and command line all call it. [SI1] */
import { unreachable } from '../result.ts'
import { archiveMonthPage, archivePage } from './archive.ts'
import { articlePage, editionPage } from './article.ts'
import { atomFeed } from './atom.ts'
import { categoryPage, noticesPage } from './category.ts'
import { correctionsPage } from './corrections.ts'
import { dateOf, houseOn } from './dated.ts'
import { frontPage } from './front.ts'
import { jsonFeed } from './jsonFeed.ts'
import type { House, Page, PageSpec, PageText } from './model.ts'
import { newsSitemap } from './newsSitemap.ts'
import { ninjsFile } from './ninjs.ts'
import { notFoundPage } from './notFound.ts'
import { pointerPage } from './pointer.ts'
import { policyPage } from './policy.ts'
import { recordHeadPage, recordPage } from './record.ts'
import { reportsPage } from './reports.ts'
import { robotsFile } from './robots.ts'
import { rssFeed } from './rss.ts'
import { sectionFeed } from './sectionFeed.ts'
import { securityFile } from './securityText.ts'
import { seriesPage } from './series.ts'
import { placeOf } from './sheet.ts'
import { sitemapIndex, sitemapOfLists, sitemapOfMonth } from './sitemap.ts'

const encoder = new TextEncoder()

/** The file of a page: a function of its arguments and nothing else. Throws for files of the theme and pictures, whose bytes are copied, not made. */
export function renderPage(spec: PageSpec, house: House): Page {
  const { path, type, parts } = pageText(spec, house)
  return { path, type, bytes: encoder.encode(parts.map((part) => part.html).join('')) }
}

/** The same as text. */
export function pageText(spec: PageSpec, house: House): PageText {
  const place = placeOf(spec, houseOn(house, dateOf(spec)))
  switch (spec.page) {
    case 'article':
      return articlePage(spec, place)
    case 'edition':
      return editionPage(spec, place)
    case 'pointer':
      return pointerPage(spec, place)
    case 'front':
      return frontPage(spec, place)
    case 'category':
      return categoryPage(spec, place)
    case 'sectionFeed':
      return sectionFeed(spec, place)
    case 'notices':
      return noticesPage(spec, place)
    case 'series':
      return seriesPage(spec, place)
    case 'reports':
      return reportsPage(spec, place)
    case 'archive':
      return archivePage(spec, place)
    case 'archiveMonth':
      return archiveMonthPage(spec, place)
    case 'corrections':
      return correctionsPage(spec, place)
    case 'policy':
      return policyPage(spec, place)
    case 'record':
      return recordPage(spec, place)
    case 'recordHead':
      return recordHeadPage(spec, place)
    case 'notFound':
      return notFoundPage(place)
    case 'robots':
      return robotsFile(place)
    case 'security':
      return securityFile(spec, place)
    case 'rss':
      return rssFeed(spec, place)
    case 'atom':
      return atomFeed(spec, place)
    case 'jsonFeed':
      return jsonFeed(spec, place)
    case 'sitemap':
      return sitemapIndex(spec, place)
    case 'sitemapLists':
      return sitemapOfLists(spec, place)
    case 'sitemapMonth':
      return sitemapOfMonth(spec, place)
    case 'ninjs':
      return ninjsFile(spec, place)
    case 'newsSitemap':
      return newsSitemap(spec, place)
    case 'asset':
    case 'picture':
      throw new Error(`pageText: ${spec.page === 'asset' ? spec.name : spec.hash} is a file that is copied`)
    default:
      return unreachable(spec)
  }
}
