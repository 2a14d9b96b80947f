/** One of the three boxes of an article: a text box with its name, bound to its fragment. It never renders because of a key. */
import type { Editor } from '@tiptap/core'
import { useEffect, useRef, useState } from 'react'
import { openBox } from './boxEditor.ts'
import { endTypingAt } from './endTyping.ts'
import type { Surroundings } from './extensions.ts'
import type { Box, OpenDocument } from './openDocument.ts'
import { shownWords } from './shownWords.ts'

export interface WritingBoxProps {
  readonly box: Box
  readonly document: OpenDocument
  readonly isEditable: boolean
  readonly lang: string
  readonly around: Surroundings
  readonly onReady: (box: Box, editor: Editor | null) => void
  readonly onFocus: (box: Box) => void
}

export function WritingBox({ box, document, isEditable, lang, around, onReady, onFocus }: WritingBoxProps) {
  // The editor keeps its extensions for life; what surrounds it is read when a key asks.
  const latest = useRef({ around, onFocus, isEditable, lang })
  latest.current = { around, onFocus, isEditable, lang }
  const holder = useRef<HTMLDivElement>(null)
  const [editor, setEditor] = useState<Editor>()
  useEffect(() => {
    let made: Editor | undefined
    let isWanted = true
    // After the panes around it have found their widths: they measure the page, which is quick while the words are not in it yet.
    queueMicrotask(() => {
      if (!isWanted || !holder.current) return
      const editor = openBox(holder.current, box, document, {
        isEditable: latest.current.isEditable,
        lang: latest.current.lang,
        around: {
          toNext: () => latest.current.around.toNext(),
          toPrevious: () => latest.current.around.toPrevious(),
          askForLink: () => latest.current.around.askForLink(),
          askForNote: () => latest.current.around.askForNote(),
          takePictures: (view, files, at) => latest.current.around.takePictures(view, files, at),
        },
        onFocus: () => latest.current.onFocus(box),
      })
      made = editor
      if (box === 'body') document.shownWords = () => shownWords(editor.state.doc)
      setEditor(editor)
      onReady(box, editor)
    })
    return () => {
      isWanted = false
      onReady(box, null)
      if (box === 'body') document.shownWords = undefined
      made?.destroy()
    }
  }, [document, box, onReady])
  useEffect(() => (holder.current ? endTypingAt(holder.current) : undefined), [])
  useEffect(() => {
    if (!editor || editor.isDestroyed) return
    // Said again, each of the two would have the whole box drawn again.
    if (editor.options.editable !== isEditable) editor.setEditable(isEditable, false)
    const { dom } = editor.view
    dom.setAttribute('aria-readonly', String(!isEditable))
    if (dom.lang !== lang) dom.lang = lang
  }, [editor, isEditable, lang])
  return <div ref={holder} />
}
