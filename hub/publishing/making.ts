/** Pages that need no more of the record than what is asked with: articles that stand alone, their short addresses, lists that are gathered. Most of a large site is such. */
import type { Hash } from '../../shared/canonical.ts'
import { listedOf } from '../../shared/site/listed.ts'
import type { Markup } from '../../shared/site/markup.ts'
import type { House, Listed, Named, PageSpec } from '../../shared/site/model.ts'
import { pageText } from '../../shared/site/page.ts'
import { contentHash } from './contentHash.ts'
import { type ReleasedRow, releasedFrom } from './entries.ts'
import { fullListing, type Listing } from './listing.ts'
import type { Pack } from './pack.ts'

export interface Asked {
  readonly path: string
  /** Of an article its row of the record; of another page what it is made from. */
  readonly from: { readonly row: ReleasedRow } | { readonly spec: PageSpec } | Listing
  /** Name of the bytes that stand at the destination; a page that has the same needs no room. Empty: none, or not known. */
  readonly stands: Hash
}

export interface Made {
  readonly content: Hash
  /** In the pack or beside it; undefined where the same stand at the destination. */
  readonly bytes: Uint8Array | undefined
}

/** Where whoever makes pages keeps the articles as lists name them. */
export interface Names {
  keep(row: ReleasedRow, listed: Listed): void
  at(place: number): Listed | undefined
}

/** The parts of the page that is planned at this path. */
export function partsOf(path: string, spec: PageSpec, house: House): readonly Markup[] {
  const page = pageText(spec, house)
  if (page.path !== path) throw new Error(`the page planned at ${path} was made for ${page.path}`)
  return page.parts
}

/** Makes pages in their order until the pack is full; at least one where it is not full already. Throws `DeliveryFailure` on damage. */
export function makePages(house: House, asked: readonly Asked[], pack: Pack, names: Names): readonly Made[] {
  const made: Made[] = []
  for (const page of asked) {
    if (pack.isFull) break
    made.push(makePage(house, page, pack, names))
  }
  return made
}

function makePage(house: House, { path, from, stands }: Asked, pack: Pack, names: Names): Made {
  const bytes = pack.write(partsOf(path, specOf(house, from, names), house))
  const content = contentHash(bytes)
  const isThere = content === stands
  if (isThere) pack.giveBack(bytes)
  return { content, bytes: isThere ? undefined : bytes }
}

const alone: Named = { previously: [], before: null, after: null }

function specOf(house: House, from: Asked['from'], names: Names): PageSpec {
  if ('spec' in from) return from.spec
  if ('list' in from) return fullListing(from, (place) => names.at(place))
  const released = releasedFrom(from.row)
  names.keep(from.row, listedOf(released, house))
  return { page: 'article', released, earlier: [], named: alone }
}
