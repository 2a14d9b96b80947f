/** Turns the document's pure specs into TipTap's extensions, so that the schema is written once. */
import { Mark, Node } from '@tiptap/core'
import type { AttributeSpec, MarkSpec, NodeSpec } from 'prosemirror-model'

/** The TipTap node whose schema entry equals `spec`. */
export function nodeFromSpec(name: string, spec: NodeSpec): Node {
  const { attrs, toDOM, parseDOM, tableRole, ...rest } = spec
  return Node.create({
    ...rest,
    name,
    topNode: name === 'doc',
    addAttributes: () => attributes(attrs),
    // TipTap hands on the parts of a spec it knows; what a table's nodes are known by is not among them.
    ...(tableRole === undefined ? {} : { extendNodeSchema: (extension) => (extension.name === name ? { tableRole } : {}) }),
    ...(parseDOM ? { parseHTML: () => parseDOM } : {}),
    ...(toDOM ? { renderHTML: ({ node }) => toDOM(node) } : {}),
  })
}

/** The TipTap mark whose schema entry equals `spec`. */
export function markFromSpec(name: string, spec: MarkSpec): Mark {
  const { attrs, toDOM, parseDOM, ...rest } = spec
  return Mark.create({
    ...rest,
    name,
    addAttributes: () => attributes(attrs),
    ...(parseDOM ? { parseHTML: () => parseDOM } : {}),
    ...(toDOM ? { renderHTML: ({ mark }) => toDOM(mark, true) } : {}),
  })
}

/** `parseDOM` and `toDOM` deal with attributes themselves; TipTap's own reading and writing of them is switched off. */
function attributes(attrs: Readonly<Record<string, AttributeSpec>> | undefined): Record<string, object> {
  return Object.fromEntries(
    Object.entries(attrs ?? {}).map(([name, { default: initial }]) => [name, { default: initial, parseHTML: () => null, rendered: false }]),
  )
}
