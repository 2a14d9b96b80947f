/** Gives a new Y.Doc its first words, in the structure the editor's binding would have made. */
import * as Y from 'yjs'
import type { DocumentJson, InlineJson, NodeJson } from './json.ts'

const atOnce = 10_000

/**
 * Writes `document` into the empty `doc` in one transaction. Throws when `doc` holds anything at all, deleted words included:
 * seeding twice would double the text as soon as two copies meet. [SY12]
 */
export function seedDocument(doc: Y.Doc, document: DocumentJson): void {
  if (doc.store.clients.size > 0 || doc.store.pendingStructs !== null || doc.store.pendingDs !== null) {
    throw new Error('seedDocument: the document has a history already and must not be seeded again [SY12]')
  }
  doc.transact(() => {
    seedLine(doc.getXmlFragment('headline'), document.headline)
    seedLine(doc.getXmlFragment('standfirst'), document.standfirst)
    fill(doc.getXmlFragment('body'), children(document.body))
  })
}

/** An empty line is left without its paragraph: the editor gives it one when somebody writes there. */
function seedLine(fragment: Y.XmlFragment, inline: InlineJson): void {
  if (inline.length > 0) fragment.insert(0, children([{ type: 'paragraph', content: inline }]))
}

/** Yjs types for these blocks or runs, not yet part of a document. At most as many as one insertion can take. */
export function newTypes(nodes: readonly NodeJson[]): (Y.XmlElement | Y.XmlText)[] {
  return children(nodes)
}

/** Neighbouring text nodes share one XmlText; every other node is an element. */
function children(nodes: readonly NodeJson[]): (Y.XmlElement | Y.XmlText)[] {
  const types: (Y.XmlElement | Y.XmlText)[] = []
  let run: NodeJson[] = []
  for (const node of nodes) {
    if (node.text !== undefined) {
      run.push(node)
      continue
    }
    types.push(...textType(run), elementType(node))
    run = []
  }
  return [...types, ...textType(run)]
}

function textType(run: readonly NodeJson[]): readonly Y.XmlText[] {
  if (run.length === 0) return []
  const type = new Y.XmlText()
  type.applyDelta(
    run.map((node) => ({
      insert: node.text,
      attributes: Object.fromEntries((node.marks ?? []).map((mark) => [mark.type, mark.attrs ?? {}])),
    })),
  )
  return [type]
}

function elementType(node: NodeJson): Y.XmlElement {
  const type = new Y.XmlElement(node.type)
  for (const [name, value] of Object.entries(node.attrs ?? {})) {
    // Yjs stores numbers and truth values as they are; only its types say string.
    if (value !== null && value !== undefined) type.setAttribute(name, value as string)
  }
  fill(type, children(node.content ?? []))
  return type
}

/** In pieces: Yjs hands a list on as the arguments of one call, and those have a limit. */
function fill(type: Y.XmlFragment, content: readonly (Y.XmlElement | Y.XmlText)[]): void {
  for (let from = 0; from < content.length; from += atOnce) type.insert(from, content.slice(from, from + atOnce))
}
