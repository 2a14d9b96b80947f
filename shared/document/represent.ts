/** Brings nodes of any origin into the form of a schema, keeping every word and telling what did not fit. [DO6] */
import type { ContentMatch, MarkType, NodeType, Schema } from 'prosemirror-model'
import { joinedText, ranked } from './inline.ts'
import type { BlocksJson, InlineJson, MarkJson, NodeJson } from './json.ts'
import { type DocumentMarkSpec, markSpecs } from './marks.ts'
import { type DocumentNodeSpec, nodeSpecs } from './nodes.ts'

export type FragmentName = 'headline' | 'standfirst' | 'body'

/** Something in a document that this program does not know or may not accept. */
export interface DocumentProblem {
  readonly fragment: FragmentName
  /** Indexes of children, from the fragment inwards. */
  readonly path: readonly number[]
  readonly kind: 'unknownNode' | 'unknownMark' | 'badAttribute' | 'badContent' | 'pending'
  /** All of what stands there, as text: offered to people, so that nothing is lost to sight. */
  readonly raw: string
}

/** Something that is no node at all; `text` is whatever words it holds. */
export interface Foreign {
  readonly foreign: true
  readonly text: string
  readonly raw: string
}

/** A node as found: nothing about it has been checked. */
export interface FoundNode {
  readonly type: string
  readonly attrs?: Readonly<Record<string, unknown>>
  readonly content?: readonly Found[]
  readonly marks?: readonly { readonly type: string; readonly attrs?: unknown }[]
  readonly text?: string
}

/** A text type without words: nothing to show, but no binding survives one among blocks. */
export interface EmptyText {
  readonly emptyText: true
}

export type Found = FoundNode | Foreign | EmptyText

export interface Place {
  readonly fragment: FragmentName
  /** Decides which children may stand where; attributes are always judged strictly. */
  readonly schema: Schema
  readonly problems: DocumentProblem[]
}

/** Nesting deeper than this is no text anybody wrote; a walk without a limit would end in a stack overflow. */
export const deepest = 64

/** The body in schema form. What does not fit stands there as a paragraph of its words and is told in `place.problems`. */
export function representedBlocks(nodes: readonly Found[], place: Place): BlocksJson {
  return children(nodes, place.schema.topNodeType, [], 0, place)
}

/** The runs of one line. `path` leads to the node that holds them. */
export function representedInline(nodes: readonly Found[], path: readonly number[], place: Place): InlineJson {
  return children(nodes, nodeType(place, 'paragraph'), path, 1, place)
}

/** Adds a problem. */
export function report(place: Place, path: readonly number[], kind: DocumentProblem['kind'], raw: string): void {
  place.problems.push({ fragment: place.fragment, path, kind, raw })
}

/** JSON text of anything, however deep or strange; the words alone where JSON gives up. */
export function rawText(value: unknown, words: string): string {
  try {
    return JSON.stringify(value, (_key, entry: unknown) => (typeof entry === 'bigint' ? String(entry) : entry)) ?? words
  } catch {
    return words
  }
}

/** Every word inside, blocks parted by a space; a walk without recursion, so that no depth is too deep. */
export function wordsOf(node: Found): string {
  const words: string[] = []
  const waiting: (Found | ' ')[] = [node]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next === ' ') words.push(' ')
    else if ('emptyText' in next) continue
    else if ('foreign' in next) words.push(next.text)
    else if (typeof next.text === 'string') words.push(next.text)
    else {
      const inside = Array.isArray(next.content) ? (next.content as readonly Found[]) : []
      waiting.push(' ')
      for (let index = inside.length - 1; index >= 0; index--) waiting.push(inside[index] as Found)
      waiting.push(' ')
    }
  }
  return words.join('').replace(/ {2,}/g, ' ').trim()
}

function children(nodes: readonly Found[], parent: NodeType, path: readonly number[], depth: number, place: Place): NodeJson[] {
  const fitting: NodeJson[] = []
  let match: ContentMatch = parent.contentMatch
  nodes.forEach((node, index) => {
    const here = [...path, index]
    if ('emptyText' in node) {
      if (!parent.inlineContent) report(place, here, 'badContent', '')
      return
    }
    const type = 'foreign' in node ? undefined : place.schema.nodes[node.type]
    const next = type === undefined ? null : match.matchType(type)
    if ('foreign' in node) {
      report(place, here, 'badContent', node.raw)
      fitting.push(...asWords(node.text, parent, place))
    } else if (type === undefined || next === null || !isSound(node, type, depth)) {
      report(place, here, type === undefined ? 'unknownNode' : 'badContent', rawText(node, wordsOf(node)))
      fitting.push(...asWords(wordsOf(node), parent, place))
    } else {
      match = next
      const made = represented(node, type, parent, here, depth, place)
      fitting.push(...(made ? [made] : asWords(wordsOf(node), parent, place)))
    }
  })
  if (!match.validEnd) report(place, path, 'badContent', rawText(nodes, nodes.map(wordsOf).join(' ')))
  return parent.inlineContent ? [...joinedText(fitting)] : fitting
}

/** True when the node's own parts have the shape of its type: words in text alone, no children in leaves, not too deep. */
function isSound(node: FoundNode, type: NodeType, depth: number): boolean {
  if (type.isText) return typeof node.text === 'string' && node.text !== '' && node.content === undefined
  if (node.text !== undefined) return false
  if (type.isLeaf) return node.content === undefined || node.content.length === 0
  return depth < deepest && (node.content === undefined || Array.isArray(node.content))
}

/** Undefined, and told, when it lacks what it cannot be without. */
function represented(
  node: FoundNode,
  type: NodeType,
  parent: NodeType,
  path: readonly number[],
  depth: number,
  place: Place,
): NodeJson | undefined {
  if (type.isText) {
    const kept = marks(node, parent, path, place)
    return kept.length === 0 ? { type: 'text', text: node.text ?? '' } : { type: 'text', text: node.text ?? '', marks: kept }
  }
  if (!type.isInline && node.marks !== undefined && node.marks.length > 0) report(place, path, 'badContent', rawText(node.marks, ''))
  const attrs = attributes(node.attrs, nodeSpecs[type.name as keyof typeof nodeSpecs], path, place)
  if (!attrs.complete) return undefined
  const inside = children(node.content ?? [], type, path, depth + 1, place)
  return {
    type: type.name,
    ...(Object.keys(attrs.values).length === 0 ? {} : { attrs: attrs.values }),
    ...(inside.length === 0 ? {} : { content: inside }),
  }
}

function marks(node: FoundNode, parent: NodeType, path: readonly number[], place: Place): readonly MarkJson[] {
  const kept: MarkJson[] = []
  for (const mark of Array.isArray(node.marks) ? (node.marks as NonNullable<FoundNode['marks']>) : []) {
    const type: MarkType | undefined = place.schema.marks[mark.type]
    if (type === undefined) {
      report(place, path, 'unknownMark', rawText(mark, mark.type))
    } else if (!parent.allowsMarkType(type) || kept.some((other) => other.type === mark.type)) {
      report(place, path, 'badContent', rawText(mark, mark.type))
    } else {
      const attrs = attributes(mark.attrs, markSpecs[type.name as keyof typeof markSpecs], path, place)
      if (attrs.complete) kept.push(Object.keys(attrs.values).length === 0 ? { type: mark.type } : { type: mark.type, attrs: attrs.values })
    }
  }
  return ranked(kept)
}

/** Explicit attributes in the spec's order; a bad value gives way to the default. `complete` is false where there is none. */
function attributes(
  found: unknown,
  spec: DocumentNodeSpec | DocumentMarkSpec,
  path: readonly number[],
  place: Place,
): { readonly values: Readonly<Record<string, unknown>>; readonly complete: boolean } {
  const isObject = found !== null && typeof found === 'object' && !Array.isArray(found)
  if (found !== undefined && !isObject) report(place, path, 'badAttribute', rawText(found, typeof found))
  const given = isObject ? (found as Readonly<Record<string, unknown>>) : {}
  const known = spec.attrs ?? {}
  for (const [name, value] of Object.entries(given)) {
    // A null is how Yjs and ProseMirror write "not set".
    if (!Object.hasOwn(known, name) && value !== null && value !== undefined)
      report(place, path, 'badAttribute', rawText({ [name]: value }, name))
  }
  const values: Record<string, unknown> = {}
  let complete = true
  for (const [name, attr] of Object.entries(known)) {
    const value = given[name] ?? attr.default
    if (isValid(value, attr.validate)) {
      values[name] = value
    } else {
      report(place, path, 'badAttribute', rawText({ [name]: value }, name))
      if (attr.default === undefined) complete = false
      else values[name] = attr.default
    }
  }
  return { values, complete }
}

function isValid(value: unknown, validate: string | ((value: unknown) => void) | undefined): boolean {
  if (typeof validate !== 'function') throw new Error('every attribute of the document has a function that judges it')
  try {
    validate(value)
    return true
  } catch {
    return false
  }
}

/** Words without a home, in the nearest form that `parent` may hold. */
function asWords(text: string, parent: NodeType, place: Place): readonly NodeJson[] {
  if (text.trim() === '') return []
  const run: NodeJson = { type: 'text', text }
  if (parent.inlineContent) return [run]
  const paragraph: NodeJson = { type: 'paragraph', content: [run] }
  const { listItem } = place.schema.nodes
  return listItem !== undefined && parent.contentMatch.defaultType === listItem ? [{ type: 'listItem', content: [paragraph] }] : [paragraph]
}

function nodeType(place: Place, name: string): NodeType {
  const type = place.schema.nodes[name]
  if (type === undefined) throw new Error(`the schema has no ${name}`)
  return type
}
