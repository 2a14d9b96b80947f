/** Reads the three fragments of a Y.Doc without touching it: always the first reader, before any binding. [DO7] */
import * as Y from 'yjs'
import { joinedText } from './inline.ts'
import type { BlocksJson, DocumentJson, InlineJson, NodeJson } from './json.ts'
import { type DocumentMarkSpec, markSpecs } from './marks.ts'
import {
  deepest,
  type DocumentProblem,
  type Found,
  type Foreign,
  type FragmentName,
  type Place,
  rawText,
  report,
  representedBlocks,
  representedInline,
  wordsOf,
} from './represent.ts'
import { boundLineSchema, boundSchema } from './schema.ts'

export type { DocumentProblem } from './represent.ts'

/** What a Y.Doc says. With no problems, `document` is exactly what the editor would show; otherwise every word of it still. */
export interface Reading {
  readonly document: DocumentJson
  readonly problems: readonly DocumentProblem[]
}

/** Reads `doc`, whatever it holds; never throws, never changes its state. [DO6] [DO7] */
export function readDocument(doc: Y.Doc): Reading {
  const problems: DocumentProblem[] = []
  const document = {
    headline: line(doc, { fragment: 'headline', schema: boundLineSchema, problems }),
    standfirst: line(doc, { fragment: 'standfirst', schema: boundLineSchema, problems }),
    body: blocks(doc, { fragment: 'body', schema: boundSchema, problems }),
  }
  if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null) {
    problems.push({ fragment: 'body', path: [], kind: 'pending', raw: '' })
  }
  return { document, problems }
}

/** Whether an editor may be bound to the Y.Doc: only when nothing in it is unknown, invalid or still missing. [DO7] */
export function isBindable(reading: Reading): boolean {
  return reading.problems.length === 0
}

function blocks(doc: Y.Doc, place: Place): BlocksJson {
  return representedBlocks(fragmentNodes(doc, place), place)
}

/** One line; several paragraphs, as two people's first words can leave them, are joined by a space. */
function line(doc: Y.Doc, place: Place): InlineJson {
  const runs: NodeJson[] = []
  fragmentNodes(doc, place).forEach((node, index) => {
    const isParagraph = 'type' in node && node.type === 'paragraph'
    if (!isParagraph) report(place, [index], 'badContent', 'foreign' in node ? node.raw : rawText(node, wordsOf(node)))
    else if (Object.values(node.attrs ?? {}).some((value) => value !== null && value !== undefined)) {
      report(place, [index], 'badAttribute', rawText(node.attrs, ''))
    }
    const words = isParagraph ? '' : wordsOf(node)
    const inline = isParagraph ? representedInline(node.content ?? [], [index], place) : words === '' ? [] : [{ type: 'text', text: words }]
    if (runs.length > 0 && inline.length > 0) runs.push({ type: 'text', text: ' ' })
    runs.push(...inline)
  })
  return joinedText(runs)
}

function fragmentNodes(doc: Y.Doc, place: Place): readonly Found[] {
  const root = fragmentOf(doc, place.fragment)
  if (root === undefined) return []
  if ('foreign' in root) return [root]
  const entries = [...root._map.values()].filter((item) => !item.deleted)
  // A fragment has no attributes; whatever was set there is told, and left alone by any binding.
  if (entries.length > 0)
    report(
      place,
      [],
      'badContent',
      rawText(
        entries.flatMap((item) => item.content.getContent().map(plain)),
        '',
      ),
    )
  return foundNodes(root.toArray(), 0)
}

/** The fragment, undefined when the document has none, or something foreign standing under its name. */
function fragmentOf(doc: Y.Doc, name: FragmentName): Y.XmlFragment | Foreign | undefined {
  const root = doc.share.get(name)
  if (root === undefined) return undefined
  if (root instanceof Y.XmlFragment && !(root instanceof Y.XmlElement)) return root
  // Known only from updates so far: naming its type changes nothing that is stored or sent.
  return root.constructor === Y.AbstractType ? doc.getXmlFragment(name) : foreign(root)
}

function foundNodes(items: readonly unknown[], depth: number): readonly Found[] {
  return items.flatMap((item): readonly Found[] => {
    if (item instanceof Y.XmlText) return runs(item)
    if (!(item instanceof Y.XmlElement) || depth > deepest) return [foreign(item)]
    if (typeof item.nodeName !== 'string' || item.nodeName === 'text') return [foreign(item)]
    return [{ type: item.nodeName, attrs: item.getAttributes(), content: foundNodes(item.toArray(), depth + 1) }]
  })
}

function runs(text: Y.XmlText): readonly Found[] {
  const attrs = text.getAttributes()
  const found: Found[] = Object.keys(attrs).length === 0 ? [] : [{ foreign: true, text: '', raw: rawText(attrs, '') }]
  for (const { insert, attributes } of text.toDelta() as readonly { insert: unknown; attributes?: Readonly<Record<string, unknown>> }[]) {
    if (typeof insert !== 'string') found.push(foreign(insert))
    else
      found.push({
        type: 'text',
        text: insert,
        marks: Object.entries(attributes ?? {}).map(([name, value]) => ({ type: markName(name), attrs: value ?? true })),
      })
  }
  return found.length === 0 ? [{ emptyText: true }] : found
}

/** Marks that may stand several times on one word carry a hash in Yjs: `comment--Ab3dEf9h`. Others never do. */
function markName(name: string): string {
  const plainName = /^(.+)--[a-zA-Z0-9+/=]{8}$/.exec(name)?.[1]
  if (plainName === undefined || !Object.hasOwn(markSpecs, plainName)) return name
  const spec: DocumentMarkSpec = markSpecs[plainName as keyof typeof markSpecs]
  return spec.excludes === '' ? plainName : name
}

function foreign(value: unknown): Foreign {
  const text = wordsInside(value)
  return { foreign: true, text, raw: rawText(plain(value), text) || text }
}

/** Every string inside a Yjs type or value; a walk without recursion. */
function wordsInside(value: unknown): string {
  const words: string[] = []
  const waiting: unknown[] = [value]
  while (waiting.length > 0) {
    const next = waiting.pop()
    const inside = insideOf(next)
    if (typeof next === 'string') words.push(next)
    else for (let index = inside.length - 1; index >= 0; index--) waiting.push(inside[index])
  }
  return words.join(' ')
}

function insideOf(value: unknown): readonly unknown[] {
  if (value instanceof Y.Text) return (value.toDelta() as readonly { insert: unknown }[]).map((part) => part.insert)
  if (value instanceof Y.XmlFragment || value instanceof Y.Array) return value.toArray() as readonly unknown[]
  if (value instanceof Y.Map) return [...value.values()]
  if (value instanceof Y.Doc || ArrayBuffer.isView(value) || value === null || typeof value !== 'object') return []
  return Array.isArray(value) ? (value as readonly unknown[]) : Object.values(value)
}

/** A value that JSON can show; Yjs types give their own. Deep ones give nothing, and their words stand in for them. */
function plain(value: unknown): unknown {
  if (value instanceof Y.Doc) return { document: value.guid }
  if (!(value instanceof Y.AbstractType)) return value
  try {
    return value.toJSON() as unknown
  } catch {
    return undefined
  }
}
