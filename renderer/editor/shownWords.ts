/** Words of a body as its editor holds it: a block that was not written in is not counted again. */
import type { Node } from '@tiptap/pm/model'
import type { NodeJson } from '../../shared/document/json.ts'
import { wordCount } from '../../shared/document/text.ts'

const counts = new WeakMap<Node, number>()

/** The same as of the document that is read from it: words never reach from one block into the next. */
export function shownWords(body: Node): number {
  let words = 0
  body.forEach((block) => {
    const known = counts.get(block)
    const found = known ?? wordCount({ headline: [], standfirst: [], body: [block.toJSON() as NodeJson] })
    if (known === undefined) counts.set(block, found)
    words += found
  })
  return words
}
