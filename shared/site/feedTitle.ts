/** What the three feeds agree on: the title of an item, and the identity of the feed itself. [SI13] */
import { hashOf } from '../canonical.ts'
import { addresses } from './address.ts'
import type { House, Listed } from './model.ts'
import { capital, kindWords } from './notices.ts'

/** The headline, with the kind of notice before it where the edition puts something right. [SI8] */
export function feedTitle({ headline, kind, status }: Listed): string {
  if (status === 'taken_down') return headline
  const isNotice = status !== 'live' || kind === 'correction' || kind === 'clarification' || kind === 'editors_note'
  return isNotice ? `${capital(kindWords[kind])}: ${headline}` : headline
}

/** A feed as its items do not tell it: of the whole paper, or of a section. */
export interface Channel {
  readonly title: string
  readonly description: string
  /** `urn:uuid:…`. */
  readonly id: string
  /** Addresses of the page for readers, and of the feed. */
  readonly home: string
  readonly self: string
}

export function paperChannel(house: House, self: string): Channel {
  const { publication, description } = house.settings
  return { title: publication, description, id: feedIdentity(house), home: addresses.front, self }
}

/** A UUID (version 8, RFC 9562) of the publication, or of a section of it: the same wherever the site comes to stand. */
export function feedIdentity({ settings }: House, section = ''): string {
  const hash = hashOf('chancery/feed/1\n', settings.publication, section === '' ? '' : `\n${section}`)
  const variant = ((Number.parseInt(hash.slice(16, 17), 16) & 0b0011) | 0b1000).toString(16)
  return `urn:uuid:${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-${variant}${hash.slice(17, 20)}-${hash.slice(20, 32)}`
}
