/** Following the cursor with the least that can be asked of the page: a key in a line that is in sight scrolls nothing. */
import type { Node } from '@tiptap/pm/model'
import { Plugin } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'

/** Pixels above and below the line that have to be in sight too, as the editor's own following has it. */
const margin = 5

/** Lines between the cursor and the edge of the pane, and letters, for which a place once found in sight holds: a line takes twenty letters and more in the narrowest pane. */
const safe = { lines: 3, keys: 40 } as const

/** Whether the cursor is where it can be seen, and further from the edges than a few keys could take it. */
function isInSight(view: EditorView): { readonly isSeen: boolean; readonly isSafe: boolean } {
  const pane = view.dom.closest('[data-scroller]')
  if (!pane) return { isSeen: false, isSafe: false }
  const line = view.coordsAtPos(view.state.selection.head, 1)
  const room = pane.getBoundingClientRect()
  const above = line.top - Math.max(room.top, 0)
  const below = Math.min(room.bottom, window.innerHeight) - line.bottom
  const isSeen = above >= margin && below >= margin && line.left >= room.left && line.right <= room.right
  const distance = safe.lines * (line.bottom - line.top)
  return { isSeen, isSafe: isSeen && above >= distance && below >= distance }
}

/** Asks the page where the cursor is with one key in forty while somebody writes on in the same block, and nothing has been scrolled. */
export function keepInSight(): Plugin {
  let block: Node['type'] | undefined
  let blockStart = -1
  let keys = 0
  const forget = () => {
    keys = 0
  }
  return new Plugin({
    props: {
      /** False: the editor goes through everything around the cursor that may scroll, as it does by itself. */
      handleScrollToSelection(view) {
        const { $head, empty } = view.state.selection
        const isSame = empty && $head.parent.type === block && $head.start() === blockStart
        if (isSame && keys > 0) {
          keys -= 1
          return true
        }
        const { isSeen, isSafe } = isInSight(view)
        block = $head.parent.type
        blockStart = $head.start()
        keys = isSafe && empty ? safe.keys : 0
        return isSeen
      },
    },
    view: (view) => {
      const pane = view.dom.closest('[data-scroller]')
      const grown = new ResizeObserver(forget)
      grown.observe(view.dom)
      if (pane) grown.observe(pane)
      pane?.addEventListener('scroll', forget, { passive: true })
      return {
        update: ({ state }, before) => {
          // Anything but a letter typed or deleted moves the cursor by as much as it likes.
          const moved = Math.abs(state.selection.head - before.selection.head)
          const grew = Math.abs(state.doc.content.size - before.doc.content.size)
          if (state.doc === before.doc || moved > 1 || grew > 1) forget()
        },
        destroy: () => {
          grown.disconnect()
          pane?.removeEventListener('scroll', forget)
        },
      }
    },
  })
}
