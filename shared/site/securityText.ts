/** Where to report a weakness of the site, as RFC 9116 wants it: only where the house says where to write. */
import { absolute, addresses, type Place } from './address.ts'
import { isMail } from './contact.ts'
import type { PageText, PageSpec } from './model.ts'
import { houseLanguage, textPage } from './sheet.ts'

/** Good until the end of the year after that of the newest edition, so that it changes once a year and asks no clock. */
export function securityFile({ year }: Extract<PageSpec, { page: 'security' }>, place: Place): PageText {
  const { contact = '', baseUrl } = place.house.settings
  const lines = [
    `Contact: ${isMail(contact) ? `mailto:${contact}` : contact}`,
    `Expires: ${year + 1}-12-31T23:59:59Z`,
    `Preferred-Languages: ${houseLanguage(place.house).split('-')[0] ?? 'en'}`,
    ...(baseUrl === '' ? [] : [`Canonical: ${absolute(baseUrl, addresses.security)}`]),
  ]
  return textPage(place, 'text/plain; charset=utf-8', `${lines.join('\n')}\n`)
}
