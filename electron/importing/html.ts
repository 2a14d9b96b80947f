/** HTML files: an allow-list walk over what the parser of browsers would have made of them. */
import { type DefaultTreeAdapterTypes, parse } from 'parse5'
import type { MarkJson, NodeJson } from '../../shared/document/json.ts'
import { textblocks } from '../../shared/document/text.ts'
import { safeUrl } from '../../shared/document/safeUrl.ts'
import { lineOf, textLine, withHeadline } from './headline.ts'
import { BlockSink } from './htmlBlocks.ts'
import { Losses } from './losses.ts'
import type { Imported, ImportOptions } from './outcome.ts'
import { type BroughtPictures, figureOf } from './pictures.ts'

type Node = DefaultTreeAdapterTypes.Node
type Element = DefaultTreeAdapterTypes.Element

/** Not text of the page, or not its own: nothing inside is read. */
const dropped: ReadonlySet<string> = new Set(
  'script style noscript template nav head svg math iframe object embed canvas audio video button input select textarea datalist dialog'.split(
    ' ',
  ),
)

const blocks: ReadonlySet<string> = new Set(
  'p div section article main header footer aside address figure figcaption details summary dl dt dd table caption tr td th form fieldset legend body html center'.split(
    ' ',
  ),
)

const markTags: Readonly<Record<string, string>> = {
  strong: 'strong',
  b: 'strong',
  em: 'em',
  i: 'em',
  cite: 'em',
  sub: 'sub',
  sup: 'sup',
  code: 'code',
  kbd: 'code',
  samp: 'code',
  tt: 'code',
}

/** Walking deeper would end in a stack overflow; from here on only words are taken. */
const deepest = 300

interface Walk {
  readonly losses: Losses
  readonly brought: BroughtPictures
  /** Figures stand between blocks of the page: those of a list, a table or a line come below it. */
  readonly figures: NodeJson[]
  readonly page: BlockSink
  /** The first `h1`, when it is to be the headline. */
  title: readonly NodeJson[] | undefined
  readonly takesTitle: boolean
}

/** The document of an HTML text. Its first `h1`, else its `title`, is the headline when none is given; other `h1` become level 2. */
export function importedHtml(text: string, options: ImportOptions): Imported {
  const tree = parse(text)
  const sink = new BlockSink()
  const walk: Walk = {
    losses: new Losses(),
    brought: options.pictures ?? new Map(),
    figures: [],
    page: sink,
    title: undefined,
    takesTitle: options.headline === undefined,
  }
  walkInto(tree, [], sink, walk, 0)
  setFigures(sink, walk)
  const body = sink.end()
  const title = walk.title ?? (walk.takesTitle ? textLine(titleText(tree)) : [])
  const document = title.length > 0 ? { headline: title, standfirst: [], body } : withHeadline(body, options.headline)
  return { document, notes: walk.losses.notes(), pictures: walk.losses.pictures() }
}

function walkInto(node: Node, marks: readonly MarkJson[], sink: BlockSink, walk: Walk, depth: number): void {
  for (const child of childrenOf(node)) {
    if ('value' in child) sink.text(child.value, marks)
    else if ('tagName' in child) walkElement(child, marks, sink, walk, depth)
  }
}

function walkElement(element: Element, marks: readonly MarkJson[], sink: BlockSink, walk: Walk, depth: number): void {
  const tag = element.tagName
  if (tag === 'img' || tag === 'picture') return picture(element, [], walk)
  if (dropped.has(tag) || isHidden(element)) return
  if (depth > deepest) return sink.text(` ${textOf(element)} `, marks)
  const inside = (into: BlockSink, carried = marks): void => walkInto(element, carried, into, walk, depth + 1)
  if (tag === 'br') return sink.lineBreak()
  if (tag === 'hr') return sink.block({ type: 'horizontalRule' })
  if (/^h[1-6]$/.test(tag)) return heading(element, sink, walk, inside)
  if (tag === 'blockquote' || tag === 'ul' || tag === 'ol' || tag === 'menu') {
    container(element, sink, inside)
    return setFigures(sink, walk)
  }
  if (tag === 'li') return item(sink, inside)
  if (tag === 'aside' && classesOf(element).includes('pull-quote')) return pullQuote(sink, inside)
  if (tag === 'pre') return sink.preformatted(textOf(element))
  if (tag === 'table') {
    table(element, sink, walk, depth)
    return setFigures(sink, walk)
  }
  if (tag === 'figure' && isBroughtFigure(element, walk)) return figure(element, sink, walk, depth)
  if (!blocks.has(tag)) return inside(sink, marksOf(element, marks, walk.losses))
  setFigures(sink, walk)
  inside(sink, marksOf(element, marks, walk.losses))
  setFigures(sink, walk)
}

/** Ends the paragraph; on the page itself its pictures follow. */
function setFigures(sink: BlockSink, walk: Walk): void {
  sink.endParagraph()
  if (sink === walk.page) for (const node of walk.figures.splice(0)) sink.block(node)
}

function picture(element: Element, caption: readonly NodeJson[], walk: Walk): void {
  const image = element.tagName === 'img' ? element : elementsIn(element, 'img')[0]
  const source = image === undefined ? '' : attribute(image, 'src').trim()
  const node = image && figureOf(walk.brought, source, attribute(image, 'alt'), caption)
  if (node) walk.figures.push(node)
  else walk.losses.picture(source)
}

/** Only what came with its picture is a figure; the words of any other stay as paragraphs. */
function isBroughtFigure(element: Element, walk: Walk): boolean {
  const image = elementsIn(element, 'img')[0]
  return image !== undefined && walk.brought.has(attribute(image, 'src').trim())
}

/** Its first picture with its caption; further ones are figures of their own. */
function figure(element: Element, sink: BlockSink, walk: Walk, depth: number): void {
  setFigures(sink, walk)
  const [words] = elementsIn(element, 'figcaption')
  const own = new BlockSink()
  if (words) walkInto(words, [], own, walk, depth + 1)
  for (const [index, image] of elementsIn(element, 'img').entries()) picture(image, index === 0 ? own.endAsLine() : [], walk)
  setFigures(sink, walk)
}

type Inside = (into: BlockSink) => void

function heading(element: Element, sink: BlockSink, walk: Walk, inside: Inside): void {
  const own = new BlockSink()
  inside(own)
  const inline = own.endAsLine()
  const level = Math.min(4, Math.max(2, Number(element.tagName.slice(1))))
  if (element.tagName === 'h1' && walk.takesTitle && walk.title === undefined && inline.length > 0) walk.title = lineOf(inline)
  else if (inline.length > 0) sink.block({ type: 'heading', attrs: { level }, content: inline })
}

function container(element: Element, sink: BlockSink, inside: Inside): void {
  const own = new BlockSink()
  inside(own)
  const content = own.end()
  if (content.length === 0) return
  if (element.tagName === 'blockquote') return sink.block({ type: 'blockquote', content })
  const items = content.map((node) => (node.type === 'listItem' ? node : { type: 'listItem', content: [node] }))
  if (element.tagName !== 'ol') return sink.block({ type: 'bulletList', content: items })
  sink.block({ type: 'orderedList', attrs: { start: Number.parseInt(attribute(element, 'start') || '1', 10) }, content: items })
}

function item(sink: BlockSink, inside: Inside): void {
  const own = new BlockSink()
  inside(own)
  const content = own.end()
  if (content.length > 0) sink.block({ type: 'listItem', content })
}

/** Rows and cells as they stand; whatever else a cell holds comes as its paragraphs. A table within a table is its words. */
function table(element: Element, sink: BlockSink, walk: Walk, depth: number): void {
  const caption = elementsIn(element, 'caption')[0]
  const title = caption && textOf(caption).replaceAll(/\s+/g, ' ').trim()
  if (title) sink.block({ type: 'paragraph', content: [{ type: 'text', text: title }] })
  const rows = elementsIn(element, 'tr').map((row) => ({
    type: 'tableRow',
    content: cellsOf(row).map((cell) => tableCell(cell, walk, depth)),
  }))
  const filled = rows.filter(({ content }) => content.length > 0)
  if (filled.length > 0) sink.block({ type: 'table', content: filled })
}

function tableCell(cell: Element, walk: Walk, depth: number): NodeJson {
  const own = new BlockSink()
  walkInto(cell, [], own, walk, depth + 1)
  const content = textblocks(own.end()).map(({ content: words = [] }) => ({ type: 'paragraph', content: words }))
  const span = (name: string) => Math.min(50, Math.max(1, Number.parseInt(attribute(cell, name) || '1', 10) || 1))
  return {
    type: cell.tagName === 'th' ? 'tableHeader' : 'tableCell',
    attrs: { colspan: span('colspan'), rowspan: span('rowspan') },
    content: content.length === 0 ? [{ type: 'paragraph' }] : content,
  }
}

function cellsOf(row: Element): readonly Element[] {
  return childrenOf(row).filter((node): node is Element => 'tagName' in node && (node.tagName === 'td' || node.tagName === 'th'))
}

/** Elements of this name inside, none of a table within. */
function elementsIn(element: Element, tag: string): readonly Element[] {
  return childrenOf(element).flatMap((node): readonly Element[] => {
    if (!('tagName' in node) || node.tagName === 'table') return []
    return node.tagName === tag ? [node] : elementsIn(node, tag)
  })
}

function pullQuote(sink: BlockSink, inside: Inside): void {
  const own = new BlockSink()
  inside(own)
  const content = own.endAsLine()
  if (content.length > 0) sink.block({ type: 'pullQuote', content })
}

function marksOf(element: Element, marks: readonly MarkJson[], losses: Losses): readonly MarkJson[] {
  const style = attribute(element, 'style')
  const added: (MarkJson | undefined)[] = []
  const tagMark = markTags[element.tagName]
  // Google Docs wraps a whole page in <b style="font-weight:normal">.
  if (tagMark !== undefined && !/font-(weight|style)\s*:\s*normal/i.test(style)) added.push({ type: tagMark })
  if (/font-weight\s*:\s*(bold|[6-9]00)/i.test(style)) added.push({ type: 'strong' })
  if (/font-style\s*:\s*italic/i.test(style)) added.push({ type: 'em' })
  if (/font-variant(-caps)?\s*:\s*small-caps/i.test(style) || classesOf(element).includes('small-caps')) added.push({ type: 'smallCaps' })
  if (element.tagName === 'a') added.push(linkOf(element, losses))
  return [...marks, ...added.filter((mark): mark is MarkJson => mark !== undefined && !marks.some((other) => other.type === mark.type))]
}

function linkOf(element: Element, losses: Losses): MarkJson | undefined {
  const href = attribute(element, 'href').trim()
  if (href === '') return undefined
  const address = safeUrl(href)
  if (address === undefined) losses.link(href)
  return address === undefined ? undefined : { type: 'link', attrs: { href: address } }
}

function isHidden(element: Element): boolean {
  const hides = /(display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)/i.test(attribute(element, 'style'))
  return hides || element.attrs.some(({ name }) => name === 'hidden') || attribute(element, 'aria-hidden') === 'true'
}

function titleText(tree: Node): string {
  const html = childrenOf(tree).find((node) => 'tagName' in node && node.tagName === 'html')
  const head = html && childrenOf(html).find((node) => 'tagName' in node && node.tagName === 'head')
  const title = head && childrenOf(head).find((node) => 'tagName' in node && node.tagName === 'title')
  return title === undefined ? '' : textOf(title).replace(/\s+/g, ' ')
}

/** The words inside, without recursion. */
function textOf(node: Node): string {
  const words: string[] = []
  const waiting: Node[] = [node]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if ('value' in next) words.push(next.value)
    else if ('tagName' in next && next.tagName === 'br') words.push('\n')
    else if (next === node || !('tagName' in next) || (!dropped.has(next.tagName) && !isHidden(next)))
      for (const child of childrenOf(next).toReversed()) waiting.push(child)
  }
  return words.join('')
}

function childrenOf(node: Node): readonly Node[] {
  return 'childNodes' in node ? node.childNodes : []
}

function attribute(element: Element, name: string): string {
  return element.attrs.find((attr) => attr.name === name)?.value ?? ''
}

function classesOf(element: Element): readonly string[] {
  return attribute(element, 'class').split(/\s+/)
}
