/** The schemas: strict at the borders, bound inside the editor, for bodies and for single lines. */
import { type MarkSpec, type NodeSpec, Schema } from 'prosemirror-model'
import { type DocumentMarkSpec, lineMarks, type MarkName, markSpecs } from './marks.ts'
import { type DocumentNodeSpec, type NodeName, nodeSpecs } from './nodes.ts'

/** Refuses what it does not know: paste, import, append and versions go through it. [DO1] */
export const strictSchema = new Schema<NodeName, MarkName>({ nodes: { ...nodeSpecs }, marks: { ...markSpecs } })

/**
 * The specs the editor binds a Y.Doc with. Building a node from them never throws: a binding answers a throw by deleting the words,
 * so counts and orders of children are free, every attribute has a default and none is judged. [DO7]
 */
export const boundNodeSpecs: Readonly<Record<NodeName, NodeSpec>> = mapped(nodeSpecs, boundNode)
export const boundMarkSpecs: Readonly<Record<MarkName, MarkSpec>> = mapped(markSpecs, boundMark)

export const boundSchema = new Schema<NodeName, MarkName>({ nodes: { ...boundNodeSpecs }, marks: { ...boundMarkSpecs } })

type LineNode = 'doc' | 'paragraph' | 'text'

/** A headline or standfirst as a ProseMirror document: one paragraph, no breaks, no links. */
export const lineNodeSpecs: Readonly<Record<LineNode, DocumentNodeSpec>> = {
  doc: { content: 'paragraph' },
  paragraph: nodeSpecs.paragraph,
  text: nodeSpecs.text,
}
export const boundLineNodeSpecs: Readonly<Record<LineNode, NodeSpec>> = mapped(lineNodeSpecs, boundNode)

export const strictLineSchema = new Schema<LineNode, string>({
  nodes: { ...lineNodeSpecs },
  marks: Object.fromEntries(lineMarks.map((name) => [name, markSpecs[name]])),
})
export const boundLineSchema = new Schema<LineNode, string>({
  nodes: { ...boundLineNodeSpecs },
  marks: Object.fromEntries(lineMarks.map((name) => [name, boundMarkSpecs[name]])),
})

function boundNode(spec: DocumentNodeSpec): NodeSpec {
  return { ...spec, ...boundAttrs(spec.attrs), ...(spec.content === undefined ? {} : { content: boundContent(spec.content) }) }
}

function boundMark(spec: DocumentMarkSpec): MarkSpec {
  return { ...spec, ...boundAttrs(spec.attrs) }
}

/** `paragraph block*` and `listItem+` become `block*` and `listItem*`: merges can leave any number of children, in any order. */
function boundContent(content: string): string {
  const names: readonly string[] = content.match(/[A-Za-z]+/g) ?? []
  return `${names.includes('block') ? 'block' : `(${[...new Set(names)].join(' | ')})`}*`
}

function boundAttrs(attrs: DocumentNodeSpec['attrs']): Pick<NodeSpec, 'attrs'> {
  if (attrs === undefined) return {}
  return { attrs: mapped(attrs, (attr) => ({ default: attr.default ?? '' })) }
}

function mapped<K extends string, From, To>(record: Readonly<Record<K, From>>, change: (value: From) => To): Record<K, To> {
  return Object.fromEntries(Object.entries<From>(record).map(([key, value]) => [key, change(value)])) as Record<K, To>
}
