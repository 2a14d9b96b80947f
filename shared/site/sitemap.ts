/** The sitemap: an index, and a file for each month, so that one new article rewrites two small files. [SI2] */
import { addresses, machineLink, type Place, sitemapAddress } from './address.ts'
import { html } from './markup.ts'
import type { PageText, PageSpec } from './model.ts'
import { xmlPage } from './sheet.ts'

const type = 'application/xml'

export function sitemapIndex({ months }: Extract<PageSpec, { page: 'sitemap' }>, place: Place): PageText {
  const index = html`<?xml version="1.0" encoding="utf-8"?>
<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<sitemap><loc>${machineLink(place, addresses.sitemapLists)}</loc></sitemap>
${months.map(
  ({
    month,
    lastChanged,
  }) => html`<sitemap><loc>${machineLink(place, sitemapAddress(month))}</loc>${lastChanged !== '' && html`<lastmod>${lastChanged}</lastmod>`}</sitemap>
`,
)}</sitemapindex>
`
  return xmlPage(place, type, index)
}

export function sitemapOfLists({ addresses: listed }: Extract<PageSpec, { page: 'sitemapLists' }>, place: Place): PageText {
  const list = html`<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${listed.map(
  (address) => html`<url><loc>${machineLink(place, address)}</loc></url>
`,
)}</urlset>
`
  return xmlPage(place, type, list)
}

export function sitemapOfMonth({ items }: Extract<PageSpec, { page: 'sitemapMonth' }>, place: Place): PageText {
  const list = html`<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${items.map(
  ({
    address,
    lastChanged,
  }) => html`<url><loc>${machineLink(place, address)}</loc>${lastChanged !== '' && html`<lastmod>${lastChanged}</lastmod>`}</url>
`,
)}</urlset>
`
  return xmlPage(place, type, list)
}
