/** Makes a document say what an earlier version said, touching only the blocks that differ: what stays keeps its authors. */
import * as Y from 'yjs'
import { canonicalText } from '../canonical.ts'
import { cleanDocument } from './clean.ts'
import type { DocumentJson, NodeJson } from './json.ts'
import { readDocument } from './read.ts'
import { newTypes } from './write.ts'

/**
 * Changes `doc` in one transaction so that its clean form is `target`. Blocks that are equal at the head and at the foot stay as they are.
 * Call it on a document that was read without a problem; throws on one that holds what this program does not know. [DO7]
 */
export function rewriteDocument(doc: Y.Doc, target: DocumentJson): void {
  const reading = readDocument(doc)
  if (reading.problems.length > 0) throw new Error('rewriteDocument: the document holds parts that are not known, and must not be changed')
  const [before, after] = [cleanDocument(reading.document), cleanDocument(target)]
  doc.transact(() => {
    for (const box of ['headline', 'standfirst'] as const) {
      if (canonicalText(before[box]) === canonicalText(after[box])) continue
      const content = after[box].length === 0 ? [] : [{ type: 'paragraph', content: after[box] }]
      replace(doc.getXmlFragment(box), 0, doc.getXmlFragment(box).length, content)
    }
    rewriteBody(doc.getXmlFragment('body'), after.body)
  })
}

function rewriteBody(body: Y.XmlFragment, target: readonly NodeJson[]): void {
  // Each block is read on its own, so that one of the fragment answers to one of the list.
  const standing = body.toArray().map((type) => formOf(type))
  const wanted = target.map((block) => canonicalText(block))
  let head = 0
  while (head < standing.length && head < wanted.length && standing[head] === wanted[head]) head += 1
  let foot = 0
  while (foot < standing.length - head && foot < wanted.length - head && standing.at(-1 - foot) === wanted.at(-1 - foot)) foot += 1
  replace(body, head, standing.length - foot - head, target.slice(head, target.length - foot))
}

/** The clean form of one block as it stands; empty for one that leaves nothing when it is cleaned. */
function formOf(type: Y.XmlElement | Y.XmlText | Y.XmlHook): string {
  const alone = new Y.Doc()
  try {
    alone.getXmlFragment('body').insert(0, [type.clone() as Y.XmlElement])
    const [block, ...others] = cleanDocument(readDocument(alone).document).body
    return block && others.length === 0 ? canonicalText(block) : ''
  } finally {
    alone.destroy()
  }
}

function replace(fragment: Y.XmlFragment, from: number, count: number, content: readonly NodeJson[]): void {
  if (count > 0) fragment.delete(from, count)
  if (content.length > 0) fragment.insert(from, newTypes(content))
}
