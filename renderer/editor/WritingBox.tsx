/** One of the three boxes of an article: a text box with its name, bound to its fragment. It never renders because of a key. */
import { EditorContent, useEditor } from '@tiptap/react'
import type { Editor } from '@tiptap/core'
import { useEffect, useRef } from 'react'
import { boxExtensions, type Surroundings } from './extensions.ts'
import type { Box, OpenDocument } from './openDocument.ts'
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
  const latest = useRef(around)
  latest.current = around
  const editor = useEditor(
    {
      extensions: boxExtensions(box, document, {
        toNext: () => latest.current.toNext(),
        toPrevious: () => latest.current.toPrevious(),
        askForLink: () => latest.current.askForLink(),
        askForNote: () => latest.current.askForNote(),
        takePictures: (view, files, at) => latest.current.takePictures(view, files, at),
      }),
      injectCSS: false,
      shouldRerenderOnTransaction: false,
      immediatelyRender: true,
      editable: isEditable,
      enableInputRules: false,
      enablePasteRules: false,
      editorProps: {
        attributes: {
          'aria-label': names[box],
          'aria-multiline': box === 'body' ? 'true' : 'false',
          'data-hint': hints[box],
          class: `${styles.text} ${styles[box]}`,
          spellcheck: 'false',
          // Words that run from the right do so from their first letter on, whatever language the article is said to be in.
          dir: 'auto',
        },
      },
      onFocus: () => onFocus(box),
    },
    [document],
  )
  useEffect(() => {
    onReady(box, editor)
    return () => onReady(box, null)
  }, [editor, box, onReady])
  useEffect(() => {
    editor.setEditable(isEditable, false)
    editor.view.dom.setAttribute('aria-readonly', String(!isEditable))
    editor.view.dom.setAttribute('tabindex', '0')
    editor.view.dom.lang = lang
  }, [editor, isEditable, lang])
  return <EditorContent editor={editor} />
}
