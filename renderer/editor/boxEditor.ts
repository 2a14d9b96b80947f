/** The editor of one of the three boxes, in an element, under its name. */
import { Editor } from '@tiptap/core'
import { boxExtensions, type Surroundings } from './extensions.ts'
import { isLong } from './longText.ts'
import type { Box, OpenDocument } from './openDocument.ts'
import { keepOwnSelection } from './ownSelection.ts'
import styles from './WritingBox.module.css'

const names = { headline: 'Headline', standfirst: 'Standfirst', body: 'Body' } as const
const hints = { headline: 'Headline', standfirst: 'Standfirst, in a sentence', body: 'The body begins here' } as const

export interface BoxEditorOptions {
  readonly isEditable: boolean
  /** Of the words, as a language tag. */
  readonly lang: string
  readonly around: Surroundings
  readonly onFocus: () => void
}

/** Whoever opens it destroys it. */
export function openBox(element: HTMLElement, box: Box, document: OpenDocument, options: BoxEditorOptions): Editor {
  const { isEditable, lang, around, onFocus } = options
  const editor = new Editor({
    element,
    extensions: boxExtensions(box, document, around),
    injectCSS: false,
    editable: isEditable,
    enableInputRules: false,
    enablePasteRules: false,
    // Tells with each key what was deleted; nobody asks.
    enableCoreExtensions: { delete: false },
    editorProps: {
      attributes: {
        'aria-label': names[box],
        'aria-multiline': box === 'body' ? 'true' : 'false',
        'aria-readonly': String(!isEditable),
        'data-hint': hints[box],
        lang,
        tabindex: '0',
        class: `${styles.text} ${styles[box]}`,
        spellcheck: 'false',
        // Words that run from the right do so from their first letter on, whatever language the article is said to be in.
        dir: 'auto',
        ...(box === 'body' && isLong(document.doc.getXmlFragment(box)) ? { 'data-long': '' } : {}),
      },
    },
    onFocus,
  })
  keepOwnSelection(editor.view.dom)
  return editor
}
