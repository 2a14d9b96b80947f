/** The JSON feed: whole articles, in JSON Feed 1.1. */
import { absolute, addresses, machineLink, type Place } from './address.ts'
import { instant } from './dates.ts'
import { feedTitle } from './feedTitle.ts'
import type { FeedItem, Page, PageSpec } from './model.ts'
import { textPage } from './sheet.ts'
import { categoryName } from './stories.ts'

export function jsonFeed({ items }: Extract<PageSpec, { page: 'jsonFeed' }>, place: Place): Page {
  const { publication, description, baseUrl, languages } = place.house.settings
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title: publication,
    description,
    language: languages[0] ?? 'en-GB',
    home_page_url: machineLink(place, addresses.front),
    ...(baseUrl !== '' && { feed_url: absolute(baseUrl, addresses.jsonFeed) }),
    authors: [{ name: publication }],
    items: items.map((item) => entry(item, place)),
  }
  return textPage(place, 'application/feed+json', `${JSON.stringify(feed, null, 1)}\n`)
}

function entry({ listed, bodyHtml }: FeedItem, place: Place): object {
  const category = categoryName(listed.category, place)
  const tags = category === '' ? [] : [category]
  return {
    id: `urn:uuid:${listed.feedId}`,
    url: machineLink(place, listed.address),
    title: feedTitle(listed),
    ...(listed.standfirst !== '' && { summary: listed.standfirst }),
    content_html: bodyHtml,
    date_published: instant(listed.firstPublishedAt),
    date_modified: instant(listed.publishedAt),
    authors: [{ name: listed.credit || place.house.settings.publication }],
    tags,
  }
}
