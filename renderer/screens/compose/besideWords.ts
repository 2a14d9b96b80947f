/** An article beside its words: what each save of words moves is left out, so that nothing else is drawn again for it. */
import { useRef } from 'react'
import type { ArticleRow, ArticleView } from '../../../shared/contract/articles.ts'

/** Told by the bar and by the status line; asked again by whoever acts on them. */
const moved: ReadonlySet<string> = new Set(['draftVersion', 'editsSinceVersion'] satisfies (keyof ArticleView)[])
const movedInRow: ReadonlySet<string> = new Set(['words', 'lastEditedAt'] satisfies (keyof ArticleRow)[])

/** Undefined: not yet. */
type Fetched = ArticleView | undefined

/** The view that was answered before while nothing but its words differs; parts that are equal are the same parts in both. */
export function useBesideWords(view: Fetched): Fetched {
  return useHeld(view, isSameBesideWords)
}

/** The same while nothing differs that Compose shows: edits are counted beside a version that stands. */
export function useShown(view: Fetched): Fetched {
  return useHeld(view, isShownSame)
}

function useHeld(view: Fetched, isSame: (one: ArticleView, other: ArticleView) => boolean): Fetched {
  const held = useRef(view)
  const isHeld = view !== undefined && held.current !== undefined && isSame(held.current, view)
  if (!isHeld) held.current = view
  return held.current
}

export function isShownSame(one: ArticleView, other: ArticleView): boolean {
  return isSameBesideWords(one, other) && (one.standingVersion === '' || one.editsSinceVersion === other.editsSinceVersion)
}

export function isSameBesideWords(one: ArticleView, other: ArticleView): boolean {
  const { row, ...parts } = one
  const { row: otherRow, ...otherParts } = other
  return isSame(parts, otherParts, moved) && isSame(row, otherRow, movedInRow)
}

function isSame(one: object, other: object, except: ReadonlySet<string>): boolean {
  const values = new Map<string, unknown>(Object.entries(other))
  return Object.entries(one).every(([name, value]) => except.has(name) || values.get(name) === value)
}
