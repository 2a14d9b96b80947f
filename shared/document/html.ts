/** The one serialiser to HTML: walks the schema's `toDOM` arrays to an escaped string, equal to what the editor would give. [DO3] */
import type { DOMOutputSpec } from 'prosemirror-model'
import { equalMark, ranked } from './inline.ts'
import type { BlocksJson, InlineJson, MarkJson, NodeJson } from './json.ts'
import { type Attributed, type DocumentMarkSpec, markSpecs } from './marks.ts'
import { type DocumentNodeSpec, nodeSpecs } from './nodes.ts'

const voidTags: ReadonlySet<string> = new Set(['br', 'hr', 'img', 'wbr', 'col'])

/** Text made safe for HTML and XML, between tags and inside double-quoted attributes. */
export function escapeHtml(text: string): string {
  // Most texts hold none of them, and looking once is four times as fast as replacing nothing.
  if (!/[&<>"]/u.test(text)) return text
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}

/** A headline or standfirst as HTML. Marks enclose as few tags as they can, in the schema's order. */
export function inlineHtml(inline: InlineJson): string {
  let html = ''
  let open: readonly { readonly mark: MarkJson; readonly end: string }[] = []
  for (const node of inline) {
    // As most runs are.
    if (node.marks === undefined && open.length === 0) {
      html += nodeHtml(node)
      continue
    }
    const marks = ranked(node.marks ?? []).filter((mark) => Object.hasOwn(markSpecs, mark.type))
    let kept = 0
    while (kept < open.length && kept < marks.length && equalMark(open[kept]?.mark as MarkJson, marks[kept])) kept += 1
    html += ends(open.slice(kept))
    const opened = marks.slice(kept).map((mark) => ({ mark, ...tags(markSpec(mark).toDOM(attributed(mark, markSpec(mark)))) }))
    html += opened.map(({ start }) => start).join('')
    open = [...open.slice(0, kept), ...opened]
    html += nodeHtml(node)
  }
  return html + ends(open)
}

/** A body as HTML. Unknown nodes appear as their text; nothing is dropped. [DO6] */
export function blocksHtml(blocks: BlocksJson): string {
  return blocks.map((block) => (isInline(block) ? `<p>${inlineHtml([block])}</p>` : nodeHtml(block))).join('')
}

function nodeHtml(node: NodeJson): string {
  if (node.text !== undefined) return escapeText(node.text)
  const inside = contentHtml(node.content ?? [])
  if (!Object.hasOwn(nodeSpecs, node.type))
    return inside === '' || (node.content ?? []).some((child) => !isInline(child)) ? inside : `<p>${inside}</p>`
  const spec: DocumentNodeSpec = nodeSpecs[node.type as keyof typeof nodeSpecs]
  const { start, end } = node.attrs === undefined ? plainTags(node.type, spec) : nodeTags(node, spec)
  return start + inside + end
}

function nodeTags(node: NodeJson, spec: DocumentNodeSpec): Tags {
  return spec.toDOM === undefined ? { start: '', end: '' } : tags(spec.toDOM(attributed(node, spec)))
}

const tagsOfPlain = new Map<string, Tags>()

/** Of a node of this type without attributes of its own, as nearly all are: the same each time. */
function plainTags(type: string, spec: DocumentNodeSpec): Tags {
  const known = tagsOfPlain.get(type)
  if (known) return known
  const made = nodeTags({ type }, spec)
  tagsOfPlain.set(type, made)
  return made
}

function contentHtml(content: readonly NodeJson[]): string {
  return content.every(isInline) ? inlineHtml(content) : blocksHtml(content)
}

function isInline(node: NodeJson): boolean {
  if (node.text !== undefined) return true
  if (!Object.hasOwn(nodeSpecs, node.type)) return false
  const spec: DocumentNodeSpec = nodeSpecs[node.type as keyof typeof nodeSpecs]
  return spec.inline === true
}

/** JSON may leave attributes out where the schema has a default. */
function attributed(part: NodeJson | MarkJson, spec: DocumentNodeSpec | DocumentMarkSpec): Attributed {
  const defaults = Object.entries(spec.attrs ?? {}).map(([name, attr]) => [name, attr.default] as const)
  return { attrs: { ...Object.fromEntries(defaults), ...part.attrs } }
}

function markSpec(mark: MarkJson): DocumentMarkSpec {
  return markSpecs[mark.type as keyof typeof markSpecs]
}

function ends(open: readonly { readonly end: string }[]): string {
  return open
    .map(({ end }) => end)
    .reverse()
    .join('')
}

interface Tags {
  readonly start: string
  readonly end: string
}

/** The HTML before and after the hole (`0`) of a `toDOM` array. */
function tags(output: DOMOutputSpec): Tags {
  if (!Array.isArray(output)) throw new Error('toDOM gives arrays only [DO2]')
  const { start, end } = parts(output)
  return { start, end: end ?? '' }
}

/** `end` is undefined when there is no hole, and everything stands in `start`. */
function parts(output: readonly unknown[]): { readonly start: string; readonly end: string | undefined } {
  const [tag, ...rest] = output
  const attrs = isAttributes(rest[0]) ? Object.entries(rest[0]) : []
  let start = `<${String(tag)}${attrs.map(attribute).join('')}>`
  if (voidTags.has(String(tag))) return { start, end: undefined }
  let end: string | undefined
  for (const child of rest.slice(isAttributes(rest[0]) ? 1 : 0)) {
    const inside =
      child === 0 ? { start: '', end: '' } : Array.isArray(child) ? parts(child) : { start: escapeText(String(child)), end: undefined }
    if (end !== undefined) end += inside.start
    else {
      start += inside.start
      end = inside.end
    }
  }
  return end === undefined ? { start: `${start}</${String(tag)}>`, end } : { start, end: `${end}</${String(tag)}>` }
}

function isAttributes(value: unknown): value is Readonly<Record<string, unknown>> {
  return value !== null && typeof value === 'object' && !Array.isArray(value)
}

function attribute([name, value]: readonly [string, unknown]): string {
  if (value === null || value === undefined) return ''
  if (typeof value !== 'string' && typeof value !== 'number') throw new Error(`toDOM gave ${name} a value that is no text`)
  return ` ${name}="${escapeHtml(String(value))}"`
}

/** Between tags quotation marks may stand as they are, and pages stay readable. */
function escapeText(text: string): string {
  if (!/[&<>]/u.test(text)) return text
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
