/** What crawlers may read: everything once the paper has an address, nothing before. */
import { absolute, addresses, type Place } from './address.ts'
import type { PageText } from './model.ts'
import { textPage } from './sheet.ts'

export function robotsFile(place: Place): PageText {
  const { baseUrl, machineFiles } = place.house.settings
  const news = machineFiles?.newsSitemap === true ? [`Sitemap: ${absolute(baseUrl, addresses.newsSitemap)}`] : []
  const lines =
    baseUrl === ''
      ? ['User-agent: *', 'Disallow: /']
      : ['User-agent: *', 'Allow: /', '', `Sitemap: ${absolute(baseUrl, addresses.sitemap)}`, ...news]
  return textPage(place, 'text/plain; charset=utf-8', `${lines.join('\n')}\n`)
}
