/** The Atom feed: whole articles, in RFC 4287. */
import { absolute, addresses, machineLink, type Place } from './address.ts'
import { instant } from './dates.ts'
import { type Channel, feedTitle, paperChannel } from './feedTitle.ts'
import { html, type Markup } from './markup.ts'
import type { FeedItem, PageText, PageSpec } from './model.ts'
import { xmlPage } from './sheet.ts'
import { categoryName } from './stories.ts'

/** Atom demands a time of change; a feed in which nothing has been printed yet has none to give. */
const beforePrinting = '1970-01-01T00:00:00+00:00'

export function atomFeed({ items }: Extract<PageSpec, { page: 'atom' }>, place: Place): PageText {
  return atomOf(paperChannel(place.house, addresses.atom), items, place)
}

export function atomOf({ title, description, id, home, self }: Channel, items: readonly FeedItem[], place: Place): PageText {
  const { publication, baseUrl, languages } = place.house.settings
  const newest = items[0]?.listed.publishedAt
  const feed = html`<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${languages[0] ?? 'en-GB'}">
<id>${id}</id>
<title>${title}</title>
<subtitle>${description}</subtitle>
<updated>${newest === undefined ? beforePrinting : instant(newest)}</updated>
<author><name>${publication}</name></author>
<link rel="alternate" type="text/html" href="${machineLink(place, home)}"/>
${
  baseUrl !== '' &&
  html`<link rel="self" type="application/atom+xml" href="${absolute(baseUrl, self)}"/>
`
}${items.map((item) => entry(item, place))}</feed>
`
  return xmlPage(place, 'application/atom+xml', feed)
}

function entry({ listed, bodyHtml }: FeedItem, place: Place): Markup {
  const category = categoryName(listed.category, place)
  return html`<entry>
<id>urn:uuid:${listed.feedId}</id>
<title>${feedTitle(listed)}</title>
<link rel="alternate" type="text/html" href="${machineLink(place, listed.address)}"/>
<published>${instant(listed.firstPublishedAt)}</published>
<updated>${instant(listed.publishedAt)}</updated>
<author><name>${listed.credit || place.house.settings.publication}</name></author>
${
  category !== '' &&
  html`<category term="${listed.category}" label="${category}"/>
`
}${
  listed.standfirst !== '' &&
  html`<summary>${listed.standfirst}</summary>
`
}${
  bodyHtml !== '' &&
  html`<content type="html">${bodyHtml}</content>
`
}</entry>
`
}
