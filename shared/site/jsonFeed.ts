/** The JSON feed: whole articles, in JSON Feed 1.1. */
import { absolute, addresses, machineLink, type Place } from './address.ts'
import { instant } from './dates.ts'
import { type Channel, feedTitle, paperChannel } from './feedTitle.ts'
import type { FeedItem, PageText, PageSpec } from './model.ts'
import { textPage } from './sheet.ts'
import { categoryName } from './stories.ts'

export function jsonFeed({ items }: Extract<PageSpec, { page: 'jsonFeed' }>, place: Place): PageText {
  return jsonFeedOf(paperChannel(place.house, addresses.jsonFeed), items, place)
}

export function jsonFeedOf({ title, description, home, self }: Channel, items: readonly FeedItem[], place: Place): PageText {
  const { publication, baseUrl, languages } = place.house.settings
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title,
    description,
    language: languages[0] ?? 'en-GB',
    home_page_url: machineLink(place, home),
    ...(baseUrl !== '' && { feed_url: absolute(baseUrl, self) }),
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
    ...(bodyHtml === '' ? { content_text: listed.standfirst || listed.headline } : { content_html: bodyHtml }),
    date_published: instant(listed.firstPublishedAt),
    date_modified: instant(listed.publishedAt),
    authors: [{ name: listed.credit || place.house.settings.publication }],
    tags,
  }
}
