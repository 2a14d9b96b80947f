/** Following the cursor with the least that can be asked of the page: a key in a line that is in sight scrolls nothing. */
import type { EditorView } from '@tiptap/pm/view'

/** Pixels above and below the line that have to be in sight too, as the editor's own following has it. */
const margin = 5

/** True when the cursor is where it can be seen; false: the editor goes through everything around it that may scroll, as it does by itself. */
export function isInSight(view: EditorView): boolean {
  const pane = view.dom.closest('[data-scroller]')
  if (!pane) return false
  const line = view.coordsAtPos(view.state.selection.head, 1)
  const room = pane.getBoundingClientRect()
  return (
    line.top - margin >= Math.max(room.top, 0) &&
    line.bottom + margin <= Math.min(room.bottom, window.innerHeight) &&
    line.left >= room.left &&
    line.right <= room.right
  )
}
