/** One of the three boxes of an article: a text box with its name, bound to its fragment. It never renders because of a key. */
import { Editor } from '@tiptap/core'
import { useEffect, useRef, useState } from 'react'
import { endTypingAt } from './endTyping.ts'
import { boxExtensions, type Surroundings } from './extensions.ts'
import { isLong } from './longText.ts'
import type { Box, OpenDocument } from './openDocument.ts'
import { keepOwnSelection } from './ownSelection.ts'
import { shownWords } from './shownWords.ts'
import styles from './WritingBox.module.css'

const names = { headline: 'Headline', standfirst: 'Standfirst', body: 'Body' } as const
const hints = { headline: 'Headline', standfirst: 'Standfirst, in a sentence', body: 'The body begins here' } as const

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
  const latest = useRef({ around, onFocus, isEditable })
  latest.current = { around, onFocus, isEditable }
  const holder = useRef<HTMLDivElement>(null)
  const [editor, setEditor] = useState<Editor>()
  useEffect(() => {
    let made: Editor | undefined
    let isWanted = true
    // After the panes around it have found their widths: they measure the page, which is quick while the words are not in it yet.
    queueMicrotask(() => {
      if (!isWanted) return
      const editor = open()
      made = editor
      keepOwnSelection(editor.view.dom)
      if (box === 'body') document.shownWords = () => shownWords(editor.state.doc)
      setEditor(made)
      onReady(box, made)
    })
    return () => {
      isWanted = false
      onReady(box, null)
      if (box === 'body') document.shownWords = undefined
      made?.destroy()
    }

    function open(): Editor {
      return new Editor({
        element: holder.current,
        extensions: boxExtensions(box, document, {
          toNext: () => latest.current.around.toNext(),
          toPrevious: () => latest.current.around.toPrevious(),
          askForLink: () => latest.current.around.askForLink(),
          askForNote: () => latest.current.around.askForNote(),
          takePictures: (view, files, at) => latest.current.around.takePictures(view, files, at),
        }),
        injectCSS: false,
        editable: latest.current.isEditable,
        enableInputRules: false,
        enablePasteRules: false,
        // Tells with each key what was deleted; nobody asks.
        enableCoreExtensions: { delete: false },
        editorProps: {
          attributes: {
            'aria-label': names[box],
            'aria-multiline': box === 'body' ? 'true' : 'false',
            'data-hint': hints[box],
            class: `${styles.text} ${styles[box]}`,
            spellcheck: 'false',
            // Words that run from the right do so from their first letter on, whatever language the article is said to be in.
            dir: 'auto',
            ...(box === 'body' && isLong(document.doc.getXmlFragment(box)) ? { 'data-long': '' } : {}),
          },
        },
        onFocus: () => latest.current.onFocus(box),
      })
    }
  }, [document, box, onReady])
  useEffect(() => (holder.current ? endTypingAt(holder.current) : undefined), [])
  useEffect(() => {
    if (!editor || editor.isDestroyed) return
    editor.setEditable(isEditable, false)
    editor.view.dom.setAttribute('aria-readonly', String(!isEditable))
    editor.view.dom.setAttribute('tabindex', '0')
    editor.view.dom.lang = lang
  }, [editor, isEditable, lang])
  return <div ref={holder} />
}
