/** From a sheet back to the words, the cursor where it was, before the next key comes. */
import type { Editor } from '@tiptap/core'
import { flushSync } from 'react-dom'

export function backToText(editor: Editor, close: () => void): void {
  // The sheet gives the focus to what opened it, which may be a button; it belongs to the words.
  flushSync(close)
  if (!editor.isDestroyed) editor.view.focus()
}
