/** A page that names articles and little else: what it is without them, and which they are. */
import type { Listed, PageSpec } from '../../shared/site/model.ts'

/** Sections and notices, a month, the archive’s own page, special reports by part, and the feeds of sections. */
export type ListSpec = Extract<PageSpec, { readonly page: 'category' | 'notices' | 'archiveMonth' | 'archive' | 'series' | 'sectionFeed' }>

/** An article as lists name it, or its place in the record where whoever makes the list has listed it already. */
export type Item = Listed | number

export interface Listing {
  /** The page without what it lists. */
  readonly list: ListSpec
  readonly items: readonly Item[]
}

/** The page with what it lists. */
export function withItems(list: ListSpec, items: readonly Listed[]): PageSpec {
  return list.page === 'category' || list.page === 'notices' ? { ...list, list: { ...list.list, items } } : { ...list, items }
}

/** `at`: what was listed at a place of the record. */
export function fullListing({ list, items }: Listing, at: (place: number) => Listed | undefined): PageSpec {
  return withItems(
    list,
    items.map((item) => {
      if (typeof item !== 'number') return item
      const listed = at(item)
      // What it listed is gone with it, and a new one has begun since.
      if (!listed) throw new Error(`the thread that listed place ${item} of the record ended before this list was made`)
      return listed
    }),
  )
}
