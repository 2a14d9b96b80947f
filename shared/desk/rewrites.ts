/** How much of the site a change of the settings rewrites, as it is counted and as it is said. [HS2] */

/** Files that differ; null: too many to be made only to be counted, the Queue tells when they are written. */
export type Rewrites = {
  /** What readers open. */
  readonly pages: number
  /** Feeds, sitemaps and what else programs read. */
  readonly others: number
  /** Nothing was published yet: there is no page to rewrite, and those to come are made with what stands then. */
  readonly isUnpublished?: true
} | null

/** `This rewrites 12 pages and 7 files that programs read.` */
export function rewritesWords(rewrites: Rewrites, what = 'This'): string {
  if (!rewrites) return 'How many pages this rewrites is told in the Queue when they are written.'
  if (rewrites.isUnpublished) return `${what} rewrites no page: nothing is published yet.`
  const { pages, others } = rewrites
  const counted = [
    ...(pages > 0 ? [pages === 1 ? '1 page' : `${pages} pages`] : []),
    ...(others > 0 ? [others === 1 ? '1 file that programs read' : `${others} files that programs read`] : []),
  ]
  return `${what} rewrites ${counted.join(' and ') || 'no page'}.`
}
