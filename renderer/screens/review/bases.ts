/** What a version under review is compared with: what this person last read, first; then what readers have, then each version before. */
import { useEffect } from 'react'
import type { ArticleView } from '../../../shared/contract/articles.ts'
import { leaveReading, reads } from '../../state/reading.ts'

export interface Base {
  readonly hash: string
  /** As on its button. */
  readonly words: string
}

/** Bases offered at once; older ones are in the history. */
const most = 4

export function comparisonBases(view: ArticleView, shown: string): readonly Base[] {
  const at = view.versions.findIndex(({ hash }) => hash === shown)
  const earlier = at < 0 ? view.versions : view.versions.slice(0, at)
  const number = (hash: string) => view.versions.find((version) => version.hash === hash)?.n ?? 0
  const here = number(shown)
  const bases: Base[] = []
  const offer = (hash: string, words: string) => {
    if (hash !== '' && hash !== shown && !bases.some((base) => base.hash === hash)) bases.push({ hash, words })
  }
  if (number(view.lastRead) > 0) offer(view.lastRead, `Changed since you last read (version ${number(view.lastRead)} → ${here})`)
  const live = view.editions.findLast(({ publication }) => publication)?.publication
  const submitted = earlier.at(-1)
  if (submitted) offer(submitted.hash, `Changed since version ${submitted.n}`)
  if (live) offer(live.version, 'Changed since what readers have')
  for (const version of earlier.toReversed()) offer(version.hash, `Changed since version ${version.n}`)
  return bases.slice(0, most)
}

/** The version counts as read when it is left: coming back, the person finds what changed since. */
export function useReadMark(view: ArticleView, shown: string): void {
  const { id } = view.row
  const isKept = view.versions.some(({ hash }) => hash === shown)
  useEffect(() => reads(isKept ? { id, version: shown } : undefined), [id, shown, isKept])
  useEffect(() => () => void leaveReading(), [])
}
