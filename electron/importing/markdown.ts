/** Markdown files: CommonMark's tokens become the document's nodes. HTML in them stays words. */
import MarkdownIt, { type Token } from 'markdown-it'
import { joinedText } from '../../shared/document/inline.ts'
import type { MarkJson, NodeJson } from '../../shared/document/json.ts'
import { isCell } from '../../shared/document/tables.ts'
import { safeUrl } from '../../shared/document/safeUrl.ts'
import { lineOf, withHeadline } from './headline.ts'
import { Losses } from './losses.ts'
import type { Imported, ImportOptions } from './outcome.ts'
import { type BroughtPictures, figureOf } from './pictures.ts'
import { importedText } from './text.ts'

const containers: Readonly<Record<string, string>> = {
  blockquote_open: 'blockquote',
  bullet_list_open: 'bulletList',
  ordered_list_open: 'orderedList',
  list_item_open: 'listItem',
  paragraph_open: 'paragraph',
  heading_open: 'heading',
  table_open: 'table',
  tr_open: 'tableRow',
  th_open: 'tableHeader',
  td_open: 'tableCell',
}

/** The parser calls itself for each level, and drops what lies deeper than this. */
const deepest = 100

const parser = commonMark()

const markNames: Readonly<Record<string, string>> = { strong_open: 'strong', em_open: 'em' }

/** The document of a Markdown text. Its first `# ` line is the headline when none is given; other such lines become level 2. */
export function importedMarkdown(text: string, options: ImportOptions): Imported {
  const losses = new Losses()
  const parsed = parser.parse(text.replace(/^\ufeff/, ''), {})
  if (parsed.some((token) => token.level >= deepest - 1)) {
    const { document, notes } = importedText(text, options)
    return {
      document,
      pictures: [],
      notes: [...notes, `The Markdown is nested more than ${deepest} levels deep and was brought as plain text; every word is there.`],
    }
  }
  const { tokens, isTitle } = withTitle(parsed, options.headline)
  const pictures: Pictures = { brought: options.pictures ?? new Map(), losses, figures: [] }
  const title = isTitle ? lineOf(inlineNodes(tokens.title, pictures)) : undefined
  const blocks = blockNodes(tokens.rest, pictures)
  const document = title === undefined ? withHeadline(blocks, options.headline) : { headline: title, standfirst: [], body: blocks }
  return { document, notes: losses.notes(), pictures: losses.pictures() }
}

/** Figures stand between blocks: those of a paragraph, a list or a table come below it. */
interface Pictures {
  readonly brought: BroughtPictures
  readonly losses: Losses
  readonly figures: NodeJson[]
}

function commonMark(): ReturnType<typeof MarkdownIt> {
  const markdown = new MarkdownIt('commonmark', { html: false, maxNesting: deepest }).enable('table')
  // Addresses are judged by `safeUrl` alone, and kept as they were written.
  markdown.validateLink = () => true
  markdown.normalizeLink = (address: string) => address
  return markdown
}

interface Titled {
  readonly tokens: { readonly title: readonly Token[]; readonly rest: readonly Token[] }
  readonly isTitle: boolean
}

function withTitle(tokens: readonly Token[], headline: string | undefined): Titled {
  const at =
    headline === undefined ? tokens.findIndex((token) => token.type === 'heading_open' && token.tag === 'h1' && token.level === 0) : -1
  if (at < 0) return { tokens: { title: [], rest: tokens }, isTitle: false }
  return { tokens: { title: tokens[at + 1]?.children ?? [], rest: [...tokens.slice(0, at), ...tokens.slice(at + 3)] }, isTitle: true }
}

function blockNodes(tokens: readonly Token[], pictures: Pictures): readonly NodeJson[] {
  const top: NodeJson[] = []
  const open: { readonly node: NodeJson; readonly content: NodeJson[] }[] = []
  for (const token of tokens) {
    const content = open.at(-1)?.content ?? top
    const container = containers[token.type]
    if (open.length === 0) top.push(...pictures.figures.splice(0))
    if (container !== undefined) open.push({ node: { type: container, ...attrsOf(token) }, content: [] })
    // Head and body of a table are told by their cells.
    else if (/^t(head|body)_/.test(token.type)) continue
    else if (token.type.endsWith('_close')) {
      close(open, top)
      if (open.length === 0) top.push(...pictures.figures.splice(0))
    } else if (token.type === 'inline' && isCellOpen(open.at(-1)?.node)) {
      content.push({ type: 'paragraph', content: inlineNodes(token.children ?? [], pictures) })
    } else if (token.type === 'inline') {
      for (const node of inlineNodes(token.children ?? [], pictures)) content.push(node)
    } else if (token.type === 'hr') content.push({ type: 'horizontalRule' })
    else if (token.type === 'fence' || token.type === 'code_block') content.push(codeParagraph(token.content))
    else if (token.content !== '') content.push({ type: 'paragraph', content: [{ type: 'text', text: token.content }] })
  }
  return top
}

function isCellOpen(node: NodeJson | undefined): boolean {
  return node !== undefined && isCell(node)
}

function close(open: { readonly node: NodeJson; readonly content: NodeJson[] }[], top: NodeJson[]): void {
  const closed = open.pop()
  if (closed === undefined) throw new Error('the Markdown parser closed what it had not opened')
  const target = open.at(-1)?.content ?? top
  const isPictureOnly = closed.node.type === 'paragraph' && closed.content.length === 0
  if (!isPictureOnly) target.push({ ...closed.node, content: closed.content })
}

function attrsOf(token: Token): Pick<NodeJson, 'attrs'> {
  if (token.type === 'heading_open') return { attrs: { level: Math.min(4, Math.max(2, Number(token.tag.slice(1)))) } }
  if (token.type === 'ordered_list_open') return { attrs: { start: Number(token.attrGet('start') ?? 1) } }
  return {}
}

function inlineNodes(tokens: readonly Token[], pictures: Pictures): readonly NodeJson[] {
  const nodes: NodeJson[] = []
  const marks: (MarkJson | undefined)[] = []
  const text = (words: string, ...more: readonly MarkJson[]): void => {
    const carried = [...marks, ...more].filter((mark): mark is MarkJson => mark !== undefined)
    const single = carried.filter((mark, index) => carried.findIndex((other) => other.type === mark.type) === index)
    if (words !== '') nodes.push({ type: 'text', text: words, ...(single.length === 0 ? {} : { marks: single }) })
  }
  for (const token of tokens) {
    const name = markNames[token.type]
    if (name !== undefined) marks.push({ type: name })
    else if (token.type === 'link_open') marks.push(linkMark(String(token.attrGet('href') ?? ''), pictures.losses))
    else if (token.type.endsWith('_close')) marks.pop()
    else if (token.type === 'code_inline') text(token.content, { type: 'code' })
    else if (token.type === 'softbreak') text(' ')
    else if (token.type === 'hardbreak') nodes.push({ type: 'hardBreak' })
    else if (token.type === 'image') picture(token, pictures)
    else text(token.content)
  }
  return joinedText(nodes)
}

/** The title of a picture is its caption. */
function picture(token: Token, { brought, losses, figures }: Pictures): void {
  const source = String(token.attrGet('src') ?? '')
  const title = String(token.attrGet('title') ?? '').trim()
  const figure = figureOf(brought, source, token.content, title === '' ? [] : [{ type: 'text', text: title }])
  if (figure) figures.push(figure)
  else losses.picture(source)
}

function linkMark(href: string, losses: Losses): MarkJson | undefined {
  const address = safeUrl(href)
  if (address !== undefined) return { type: 'link', attrs: { href: address } }
  losses.link(href)
  return undefined
}

function codeParagraph(code: string): NodeJson {
  const lines = code.replace(/\n$/, '').split('\n')
  const content = lines.flatMap((line, index): readonly NodeJson[] => [
    ...(index > 0 ? [{ type: 'hardBreak' }] : []),
    ...(line === '' ? [] : [{ type: 'text', text: line, marks: [{ type: 'code' }] }]),
  ])
  return { type: 'paragraph', content }
}
