/** Puts cursor and scroll where they were when the article was last open, and remembers them when it is left. */
import type { Editor } from '@tiptap/core'
import { type RefObject, useEffect, useRef } from 'react'
import { type Box, boxes } from '../../editor/openDocument.ts'
import { type Place, placeOf, rememberPlace } from '../../state/places.ts'

type Editors = Partial<Record<Box, Editor>>

export function usePlace(article: string, editors: Editors, scroller: RefObject<HTMLDivElement | null>, focused: RefObject<Box>): void {
  const latest = useRef(editors)
  latest.current = editors
  const isReady = boxes.every((box) => editors[box])
  useEffect(() => {
    if (!isReady) return
    restore(article, latest.current, scroller.current)
    const remember = () => {
      const place = placeNow(latest.current, focused.current, scroller.current)
      if (place) rememberPlace(article, place)
    }
    window.addEventListener('pagehide', remember)
    return () => {
      window.removeEventListener('pagehide', remember)
      remember()
    }
  }, [article, isReady, scroller, focused])
}

function restore(article: string, editors: Editors, scroller: HTMLDivElement | null): void {
  const place = placeOf(article)
  const editor = editors[place?.box ?? 'headline']
  if (!editor) return
  if (!place) {
    editor.commands.focus('start')
    return
  }
  const end = editor.state.doc.content.size
  editor.commands.setTextSelection({ from: Math.min(place.anchor, end), to: Math.min(place.head, end) })
  editor.view.dom.focus({ preventScroll: true })
  if (scroller) scroller.scrollTop = place.scroll
}

function placeNow(editors: Editors, box: Box, scroller: HTMLDivElement | null): Place | undefined {
  const editor = editors[box]
  if (!editor || editor.isDestroyed || !scroller) return undefined
  const { anchor, head } = editor.state.selection
  return { box, anchor, head, scroll: scroller.scrollTop }
}
