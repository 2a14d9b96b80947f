/** Bare editors of the same document, each with nothing around it: what a page of the workstation is compared with. */
import { registerPlainText } from '@lexical/plain-text'
import { Editor, Extension, Node } from '@tiptap/core'
import { ySyncPlugin } from '@tiptap/y-tiptap'
import { $createParagraphNode, $createTextNode, $getRoot, createEditor } from 'lexical'
import * as Y from 'yjs'

type Kind = 'tiptap' | 'lexical' | 'plain'

declare global {
  interface Window {
    /** Fetches the document, opens it, and resolves when it can be written in. */
    openBare(kind: Kind): Promise<void>
  }
}

let update = new Uint8Array()

window.openBare = async (kind) => {
  update = new Uint8Array(await (await fetch('/document')).arrayBuffer())
  const place = document.getElementById('place')
  if (!place) throw new Error('the page has no place for an editor')
  const doc = new Y.Doc()
  Y.applyUpdate(doc, update)
  const body = doc.getXmlFragment('body')
  if (kind === 'tiptap') openTipTap(place, body)
  else if (kind === 'lexical') openLexical(place, textsOf(body))
  else openPlain(place, textsOf(body))
}

function openTipTap(place: HTMLElement, body: Y.XmlFragment): void {
  const paragraph = Node.create({ name: 'paragraph', group: 'block', content: 'inline*', renderHTML: () => ['p', 0] })
  const heading = Node.create({
    name: 'heading',
    group: 'block',
    content: 'inline*',
    addAttributes: () => ({ level: { default: 2 } }),
    renderHTML: () => ['h2', 0],
  })
  const binding = Extension.create({ name: 'binding', addProseMirrorPlugins: () => [ySyncPlugin(body)] })
  new Editor({
    element: place,
    extensions: [
      Node.create({ name: 'doc', topNode: true, content: 'block+' }),
      Node.create({ name: 'text', group: 'inline' }),
      paragraph,
      heading,
      binding,
    ],
  })
}

function openLexical(place: HTMLElement, texts: readonly string[]): void {
  place.contentEditable = 'true'
  const editor = createEditor({
    onError(error) {
      throw error
    },
  })
  editor.setRootElement(place)
  registerPlainText(editor)
  editor.update(() => {
    $getRoot()
      .clear()
      .append(...texts.map((text) => $createParagraphNode().append($createTextNode(text))))
  })
}

function openPlain(place: HTMLElement, texts: readonly string[]): void {
  place.contentEditable = 'true'
  place.append(
    ...texts.map((text) => {
      const paragraph = document.createElement('p')
      paragraph.textContent = text
      return paragraph
    }),
  )
}

function textsOf(body: Y.XmlFragment): readonly string[] {
  return body.toArray().flatMap((block) =>
    block instanceof Y.XmlElement
      ? [
          block
            .toArray()
            .map((text) => (text instanceof Y.XmlText ? text.toString() : ''))
            .join(''),
        ]
      : [],
  )
}
