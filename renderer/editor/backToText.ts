/** From a sheet back to the words, the cursor where it was: the sheet gives the focus back first, and the browser's cursor with it. */
import type { Editor } from '@tiptap/core'
import { TextSelection } from '@tiptap/pm/state'

export function backToText(editor: Editor, close: () => void): void {
  const { anchor, head } = editor.state.selection
  close()
  requestAnimationFrame(() => {
    if (editor.isDestroyed) return
    const { tr, doc, storedMarks } = editor.state
    // Others may have written meanwhile: a place that is gone is the end.
    const place = (at: number) => doc.resolve(Math.min(at, doc.content.size))
    editor.view.dispatch(tr.setSelection(TextSelection.between(place(anchor), place(head))).setStoredMarks(storedMarks))
    editor.view.focus()
  })
}
