/** What of an article is open to everybody: the one rule that decides it for pages, feeds, JSON-LD and lists. [SI6] [SI5] */
import type { PublicArticle } from '../desk/record.ts'
import type { Released } from './model.ts'

export type Openness =
  | 'whole'
  | 'whole under a notice' // withdrawn: kept to be read, no longer relied on
  | 'summary' // for registered readers: headline, standfirst, first caption
  | 'headline' // retracted
  | 'notice' // taken down: not even the headline

/** Reads the status first: a notice outranks the access the piece once had, but never opens a registered text. */
export function openness(access: PublicArticle['access'], status: Released['status']): Openness {
  if (status === 'taken_down') return 'notice'
  if (status === 'retracted') return 'headline'
  if (access === 'registered') return 'summary'
  return status === 'withdrawn' ? 'whole under a notice' : 'whole'
}

/** True when the words of the body may stand in a public file. */
export function isTextOpen(open: Openness): boolean {
  return open === 'whole' || open === 'whole under a notice'
}

/** True when the standfirst may. */
export function isSummaryOpen(open: Openness): boolean {
  return open === 'summary' || isTextOpen(open)
}
