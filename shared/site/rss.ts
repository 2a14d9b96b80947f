/** The RSS feed: whole articles, in RSS 2.0; when a piece last changed, for which it has no word, in Atom’s. */
import { absolute, addresses, machineLink, type Place } from './address.ts'
import { instant, mailDate } from './dates.ts'
import { type Channel, feedTitle, paperChannel } from './feedTitle.ts'
import { html, type Markup } from './markup.ts'
import type { FeedItem, PageText, PageSpec } from './model.ts'
import { xmlPage } from './sheet.ts'
import { categoryName } from './stories.ts'

export function rssFeed({ items }: Extract<PageSpec, { page: 'rss' }>, place: Place): PageText {
  return rssOf(paperChannel(place.house, addresses.rss), items, place)
}

export function rssOf({ title, description, home, self }: Channel, items: readonly FeedItem[], place: Place): PageText {
  const { baseUrl, languages } = place.house.settings
  const newest = items[0]?.listed.publishedAt
  const feed = html`<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel>
<title>${title}</title>
<link>${machineLink(place, home)}</link>
<description>${description}</description>
<language>${languages[0] ?? 'en-GB'}</language>
${
  baseUrl !== '' &&
  html`<atom:link rel="self" type="application/rss+xml" href="${absolute(baseUrl, self)}"/>
`
}${
  newest !== undefined &&
  html`<lastBuildDate>${mailDate(newest)}</lastBuildDate>
`
}${items.map((item) => entry(item, place))}</channel>
</rss>
`
  return xmlPage(place, 'application/rss+xml', feed)
}

function entry({ listed, bodyHtml }: FeedItem, place: Place): Markup {
  const category = categoryName(listed.category, place)
  return html`<item>
<title>${feedTitle(listed)}</title>
<link>${machineLink(place, listed.address)}</link>
<guid isPermaLink="false">urn:uuid:${listed.feedId}</guid>
<pubDate>${mailDate(listed.firstPublishedAt)}</pubDate>
<atom:updated>${instant(listed.publishedAt)}</atom:updated>
<dc:creator>${listed.credit || place.house.settings.publication}</dc:creator>
${
  category !== '' &&
  html`<category>${category}</category>
`
}<description>${listed.standfirst}</description>
${
  bodyHtml !== '' &&
  html`<content:encoded>${bodyHtml}</content:encoded>
`
}</item>
`
}
