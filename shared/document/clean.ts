/** The clean document: one form for one text, which versions, pages, counts and hashes are made from. [DO4] */
import { joinedText, ranked } from './inline.ts'
import type { DocumentJson, InlineJson, MarkJson, NodeJson } from './json.ts'
import { type DocumentMarkSpec, markSpecs } from './marks.ts'
import { type DocumentNodeSpec, nodeSpecs } from './nodes.ts'
import { evenRows, isCell } from './tables.ts'

/** Characters that XML cannot hold and paper cannot show; line ends and tabs inside a run are spaces, as a browser shows them. */
const unprintable = /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufffe\uffff]/g
const lineEnds = /[\t\n\v\f\r\u0085\u2028\u2029]/g

/**
 * The same text in its one form: equal neighbours joined, marks in the schema's order, attributes explicit, strings well-formed and
 * NFC, empty lists and quotations and trailing empty paragraphs gone, a paragraph at the head of each list item and in each cell, the rows of a table of one length. Unknown nodes and
 * marks stay as they are. Cleaning twice changes nothing.
 */
export function cleanDocument(document: DocumentJson): DocumentJson {
  const body = cleanNodes(document.body)
  const last = body.findLastIndex((node) => node.type !== 'paragraph' || node.content !== undefined)
  return { headline: cleanNodes(document.headline), standfirst: cleanNodes(document.standfirst), body: body.slice(0, last + 1) }
}

function cleanNodes(nodes: readonly NodeJson[]): InlineJson {
  const runs = nodes.map(cleanNode).filter((node): node is NodeJson => node !== undefined)
  // Only a joined run can be judged: half a character, or an accent, may stand at the end of the one before.
  return joinedText(runs).map((node) => (node.text === undefined ? node : { ...node, text: node.text.toWellFormed().normalize('NFC') }))
}

function cleanNode(node: NodeJson): NodeJson | undefined {
  if (node.text !== undefined) {
    const text = node.text.replace(lineEnds, ' ').replace(unprintable, '')
    const marks = ranked((node.marks ?? []).map(cleanMark))
    return text === '' ? undefined : { type: 'text', text, ...(marks.length === 0 ? {} : { marks }) }
  }
  const inside = cleanNodes(node.content ?? [])
  const content = node.type === 'listItem' || isCell(node) ? withFirstParagraph(inside) : node.type === 'table' ? evenRows(inside) : inside
  if (content.length === 0 && needsContent(node.type)) return undefined
  const attrs = wellFormed(explicit(node, nodeSpecs))
  // Marks on anything but text are not stored by Yjs, so no two readings would agree on them.
  return { type: node.type, ...(attrs === undefined ? {} : { attrs }), ...(content.length === 0 ? {} : { content }) }
}

/** Words in attributes, such as those said of a picture, are in the form of all others. */
function wellFormed(attrs: NodeJson['attrs']): NodeJson['attrs'] {
  if (attrs === undefined) return undefined
  const formed = Object.entries(attrs).map(([name, value]) => [
    name,
    typeof value === 'string' ? value.toWellFormed().normalize('NFC') : value,
  ])
  return Object.fromEntries(formed)
}

function cleanMark(mark: MarkJson): MarkJson {
  const attrs = explicit(mark, markSpecs)
  return attrs === undefined ? { type: mark.type } : { type: mark.type, attrs }
}

function withFirstParagraph(content: readonly NodeJson[]): readonly NodeJson[] {
  return content[0]?.type === 'paragraph' ? content : [{ type: 'paragraph' }, ...content]
}

function needsContent(type: string): boolean {
  if (!Object.hasOwn(nodeSpecs, type)) return false
  const spec: DocumentNodeSpec = nodeSpecs[type as keyof typeof nodeSpecs]
  return spec.content?.endsWith('+') === true
}

/** All attributes of a known type, defaults written out, nothing else; undefined for none. Unknown types keep what they carry. */
function explicit(part: NodeJson | MarkJson, specs: Readonly<Record<string, DocumentNodeSpec | DocumentMarkSpec>>): NodeJson['attrs'] {
  const spec = Object.hasOwn(specs, part.type) ? specs[part.type] : undefined
  if (spec === undefined) return part.attrs
  const entries = Object.entries(spec.attrs ?? {}).map(([name, attr]) => [name, part.attrs?.[name] ?? attr.default])
  return entries.length === 0 ? undefined : Object.fromEntries(entries)
}
