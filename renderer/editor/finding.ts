/** Finding words in the three boxes of an article, in the order they are read, and putting others in their place. */
import type { Editor } from '@tiptap/core'
import { TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { SearchQuery, setSearchState } from 'prosemirror-search'
import { type Box, boxes } from './openDocument.ts'

export type Editors = Partial<Record<Box, Editor>>

export interface Wanted {
  readonly words: string
  readonly matchCase: boolean
  readonly wholeWords: boolean
}

export interface Match {
  readonly box: Box
  readonly from: number
  readonly to: number
}

/** Straight quotation marks and plain spaces find the printed ones as well: nobody types those into a search. */
const printed: Readonly<Record<string, string>> = { "'": "['’‘]", '"': '["“”]', ' ': '[ \\u00a0\\u202f]' }

/** As an expression, so that a match has the length it has in the text whatever its capitals fold to. */
function queryOf({ words, matchCase, wholeWords }: Wanted): SearchQuery {
  const search = words.replaceAll(/[\\^$.*+?()[\]{}|/]/gu, String.raw`\$&`).replaceAll(/['" ]/gu, (sign) => printed[sign] ?? sign)
  return new SearchQuery({ search, regexp: true, caseSensitive: matchCase, wholeWord: wholeWords })
}

/** Marks what is found in every box; nothing wanted takes the marks away. */
export function markMatches(editors: Editors, wanted: Wanted): void {
  const query = queryOf(wanted)
  for (const { view } of present(editors)) view.dispatch(setSearchState(view.state.tr, query).setMeta('addToHistory', false))
}

export function matchesOf(editors: Editors, wanted: Wanted): readonly Match[] {
  const query = queryOf(wanted)
  if (!query.valid) return []
  return boxes.flatMap((box) => {
    const state = editors[box]?.view.state
    if (!state) return []
    const found: Match[] = []
    let next = query.findNext(state)
    while (next) {
      found.push({ box, from: next.from, to: next.to })
      next = query.findNext(state, Math.max(next.to, next.from + 1))
    }
    return found
  })
}

/** The first match at or behind a place, or the first of all; -1 where there is none. */
export function firstFrom(matches: readonly Match[], place: Pick<Match, 'box' | 'from'>): number {
  const index = matches.findIndex(
    ({ box, from }) => boxes.indexOf(box) > boxes.indexOf(place.box) || (box === place.box && from >= place.from),
  )
  return index < 0 && matches.length > 0 ? 0 : index
}

/** Selects a match and brings it into view, wherever the focus is. */
export function showMatch(editors: Editors, match: Match): void {
  const view = editors[match.box]?.view
  if (!view) return
  view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, match.from, match.to)))
  bringIntoView(editors, match)
}

/** Scrolls as far as a match needs to be seen; selects nothing. */
export function bringIntoView(editors: Editors, { box, from }: Match): void {
  const view = editors[box]?.view
  const scroller = view?.dom.closest<HTMLElement>('[data-scroller]')
  if (view && scroller) bringInto(view, from, scroller)
}

/** Twice more in a long text, where what is around the place takes its true height only when it comes near. */
function bringInto(view: EditorView, at: number, scroller: HTMLElement, times = 3): void {
  if (view.isDestroyed || at > view.state.doc.content.size) return
  const { top, bottom } = view.coordsAtPos(at)
  const room = scroller.getBoundingClientRect()
  if (top < room.top || bottom > room.bottom) scroller.scrollTop += top - room.top - room.height / 3
  if (times > 1 && 'long' in view.dom.dataset) requestAnimationFrame(() => bringInto(view, at, scroller, times - 1))
}

/** Puts `replacement` in the place of matches, each as marked as the words it stands for. One box, one step. */
export function replaceMatches(editors: Editors, matches: readonly Match[], replacement: string): void {
  for (const box of boxes) {
    const view = editors[box]?.view
    const here = matches.filter((match) => match.box === box)
    if (!view || here.length === 0) continue
    const { tr, doc, schema } = view.state
    for (const { from, to } of here.toReversed()) {
      const marks = doc.resolve(from).marksAcross(doc.resolve(to)) ?? []
      if (replacement === '') tr.delete(from, to)
      else tr.replaceWith(from, to, schema.text(replacement, marks))
    }
    view.dispatch(tr)
  }
}

function present(editors: Editors): readonly Editor[] {
  return boxes.flatMap((box) => editors[box] ?? [])
}
