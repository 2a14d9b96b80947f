/** Pieces of a document, as tests write them. */
import type { NodeJson } from '../../shared/document/json.ts'

export function paragraph(...content: readonly (string | NodeJson)[]): NodeJson {
  return { type: 'paragraph', content: content.map(run) }
}

export function run(piece: string | NodeJson): NodeJson {
  return typeof piece === 'string' ? { type: 'text', text: piece } : piece
}

export function marked(text: string, type: string, attrs?: Readonly<Record<string, unknown>>): NodeJson {
  return { type: 'text', text, marks: [attrs === undefined ? { type } : { type, attrs }] }
}

export function line(text: string): readonly NodeJson[] {
  return [{ type: 'text', text }]
}

export function heading(level: 2 | 3 | 4, text: string): NodeJson {
  return { type: 'heading', attrs: { level }, content: line(text) }
}

export function list(type: 'bulletList' | 'orderedList', ...items: readonly string[]): NodeJson {
  return { type, content: items.map((item) => ({ type: 'listItem', content: [paragraph(item)] })) }
}
