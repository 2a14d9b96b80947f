/** Long texts: blocks that nobody sees are not laid out. What they will measure is guessed from their words, so that the scroll bar is nearly right. */
import { type Extensions, Node as TipTapNode } from '@tiptap/core'
import type { XmlFragment } from 'yjs'

/** Blocks of a body from which on it is long: below that, laying all of it out is quick. */
const longFrom = 80

/** Of the measure that is set, and as in `WritingBox.module.css`. */
const letters = 66
const lineHeight = 1.58

export function isLong(body: XmlFragment): boolean {
  return body.length >= longFrom
}

/** The node of paragraphs with a guess of their height, any other extension as it is. */
export function guessHeights(extension: Extensions[number]): Extensions[number] {
  if (!(extension instanceof TipTapNode) || extension.name !== 'paragraph') return extension
  return extension.extend({
    addNodeView:
      () =>
      ({ node }) => {
        const dom = document.createElement('p')
        const lines = Math.max(1, Math.ceil(node.content.size / letters))
        // `auto`: what it measured when it was last seen, once it was.
        dom.style.containIntrinsicBlockSize = `auto ${(lines * lineHeight).toFixed(2)}em`
        return { dom, contentDOM: dom }
      },
  })
}
