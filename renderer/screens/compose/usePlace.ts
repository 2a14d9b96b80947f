/** Puts cursor and scroll where they were when the article was last open, and remembers them when it is left. */
import type { Editor } from '@tiptap/core'
import { Selection, TextSelection } from '@tiptap/pm/state'
import { type RefObject, useLayoutEffect, useRef } from 'react'
import { type Box, boxes } from '../../editor/openDocument.ts'
import { type Place, placeOf, rememberPlace } from '../../state/places.ts'

type Editors = Partial<Record<Box, Editor>>

export function usePlace(article: string, editors: Editors, scroller: RefObject<HTMLDivElement | null>, focused: RefObject<Box>): void {
  const latest = useRef(editors)
  latest.current = editors
  const isReady = boxes.every((box) => editors[box])
  // Before the words are painted: nobody sees them jump, and the page is laid out and drawn once.
  useLayoutEffect(() => {
    const ready = boxes.flatMap((box) => latest.current[box] ?? [])
    const pane = scroller.current
    if (!isReady || !pane) return
    focused.current = restore(article, latest.current, pane)
    // Noted as it moves: when the screen is left, editors and pane are gone before anybody can ask them.
    let place = { ...placeNow(latest.current, focused.current), scroll: pane.scrollTop }
    const moved = () => {
      place = { ...place, ...placeNow(latest.current, focused.current) }
    }
    const scrolled = () => {
      const top = topOf(latest.current.body, pane)
      place = { ...place, scroll: pane.scrollTop, ...(top ? { top } : {}) }
    }
    const remember = () => rememberPlace(article, place)
    for (const editor of ready) editor.on('selectionUpdate', moved)
    for (const editor of ready) editor.on('focus', moved)
    pane.addEventListener('scroll', scrolled, { passive: true })
    window.addEventListener('pagehide', remember)
    return () => {
      for (const editor of ready) editor.off('selectionUpdate', moved)
      for (const editor of ready) editor.off('focus', moved)
      pane.removeEventListener('scroll', scrolled)
      window.removeEventListener('pagehide', remember)
      remember()
    }
  }, [article, isReady, scroller, focused])
}

function restore(article: string, editors: Editors, scroller: HTMLDivElement): Box {
  const place = placeOf(article)
  const box = place?.box ?? 'headline'
  const editor = editors[box]
  if (!editor) return box
  const { doc } = editor.state
  const at = (position: number) => doc.resolve(Math.min(position, doc.content.size))
  select(editor, place ? TextSelection.between(at(place.anchor), at(place.head)) : Selection.atStart(doc))
  // With its cursor, at once: a browser puts one at the head of the text, and the editor might take that for where one wants to be.
  editor.view.focus()
  // A locked text that is opened for the first time takes no cursor: the heading keeps the focus, and F6 begins at what is done next.
  if (!place) return box
  if (!editor.view.hasFocus()) editor.view.dom.focus({ preventScroll: true })
  scroller.scrollTop = place.scroll
  const first = place.top && editors.body?.view.dom.children[place.top.block]
  if (place.top && first) bringTo(first, place.top.below, scroller)
  return box
}

/** Nothing is told to the editor where it stands already. */
function select({ view }: Editor, selection: Selection): void {
  if (!view.state.selection.eq(selection)) view.dispatch(view.state.tr.setSelection(selection))
}

/** The block at the upper edge of the pane; undefined where the text is not long, and pixels say enough. */
function topOf(body: Editor | undefined, scroller: HTMLDivElement): Place['top'] {
  const dom = body && !body.isDestroyed ? body.view.dom : undefined
  if (!dom || !('long' in dom.dataset)) return undefined
  const edge = scroller.getBoundingClientRect().top
  const { children } = dom
  let [from, to] = [0, children.length - 1]
  while (from < to) {
    const middle = (from + to) >> 1
    if ((children[middle]?.getBoundingClientRect().bottom ?? 0) > edge) to = middle
    else from = middle + 1
  }
  return { block: from, below: Math.round((children[from]?.getBoundingClientRect().top ?? edge) - edge) }
}

/** Twice more while what is around it takes its true height. */
function bringTo(block: Element, below: number, scroller: HTMLDivElement, times = 3): void {
  if (!block.isConnected || times === 0) return
  scroller.scrollTop += block.getBoundingClientRect().top - scroller.getBoundingClientRect().top - below
  requestAnimationFrame(() => bringTo(block, below, scroller, times - 1))
}

/** Asks nothing that would lay the page out: it is called with every key. */
function placeNow(editors: Editors, box: Box): Omit<Place, 'scroll'> {
  const { anchor = 1, head = 1 } = editors[box]?.state.selection ?? {}
  return { box, anchor, head }
}
