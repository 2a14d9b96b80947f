/** The news sitemap: what was first published in the two days before the newest edition, where the house offers it. [SI11] */
import { absolute, type Place } from './address.ts'
import { instant } from './dates.ts'
import { html } from './markup.ts'
import type { PageText, PageSpec } from './model.ts'
import { houseLanguage, xmlPage } from './sheet.ts'

export function newsSitemap({ items }: Extract<PageSpec, { page: 'newsSitemap' }>, place: Place): PageText {
  const { publication, baseUrl } = place.house.settings
  const language = houseLanguage(place.house).split('-')[0] ?? 'en'
  const list = html`<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
${items.map(
  ({ address, headline, firstPublishedAt }) => html`<url>
<loc>${absolute(baseUrl, address)}</loc>
<news:news>
<news:publication><news:name>${publication}</news:name><news:language>${language}</news:language></news:publication>
<news:publication_date>${instant(firstPublishedAt)}</news:publication_date>
<news:title>${headline}</news:title>
</news:news>
</url>
`,
)}</urlset>
`
  return xmlPage(place, 'application/xml', list)
}
