/** The plan of a long list: which articles stand on which of its pages, so that a full page is written once and for good. [SI2] */

export interface PlannedPage {
  /** 0 for the newest, unnumbered page; otherwise 1 for the oldest. */
  readonly number: number
  /** The slice of the articles, counted from the oldest: `from` inclusive, `to` exclusive. */
  readonly from: number
  readonly to: number
  /** As in `ListPage`. */
  readonly older: number
  readonly newer: number
}

/**
 * The pages of a list of `total` articles, the newest first. The unnumbered page grows from `size` to twice `size` less
 * one, then gives its oldest `size` articles to a new numbered page; numbered pages link to the newest page and the next
 * older one, never to the next newer one, which would have to be written into them later. Throws when `size` is below 1.
 */
export function listPages(total: number, size: number): readonly PlannedPage[] {
  if (!Number.isInteger(size) || size < 1) throw new Error(`listPages: a page of ${size} articles`)
  const numbered = Math.max(0, Math.floor(total / size) - 1)
  const pages: PlannedPage[] = [{ number: 0, from: numbered * size, to: total, older: numbered, newer: -1 }]
  for (let number = numbered; number >= 1; number -= 1) {
    pages.push({ number, from: (number - 1) * size, to: number * size, older: number - 1, newer: 0 })
  }
  return pages
}
