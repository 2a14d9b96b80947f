/** What the three feeds agree on: the title of an item, and the identity of the feed itself. [SI13] */
import { hashOf } from '../canonical.ts'
import type { House, Listed } from './model.ts'
import { capital, kindWords } from './notices.ts'

/** The headline, with the kind of notice before it where the edition puts something right. [SI8] */
export function feedTitle({ headline, kind, status }: Listed): string {
  if (status === 'taken_down') return headline
  const isNotice = status !== 'live' || kind === 'correction' || kind === 'clarification' || kind === 'editors_note'
  return isNotice ? `${capital(kindWords[kind])}: ${headline}` : headline
}

/** A UUID (version 8, RFC 9562) of the publication: the same wherever the site comes to stand. */
export function feedIdentity({ settings }: House): string {
  const hash = hashOf('chancery/feed/1\n', settings.publication)
  const variant = ((Number.parseInt(hash.slice(16, 17), 16) & 0b0011) | 0b1000).toString(16)
  return `urn:uuid:${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-${variant}${hash.slice(17, 20)}-${hash.slice(20, 32)}`
}
