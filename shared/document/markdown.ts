/** A document as CommonMark, escaped so that reading it back gives the same words and marks. */
import { cleanDocument } from './clean.ts'
import { figureOf } from './figureUses.ts'
import type { DocumentJson, InlineJson, NodeJson } from './json.ts'
import { lineMarkdown } from './markdownLine.ts'
import { largestStart } from './nodes.ts'
import { noteSign, takeNotes } from './notes.ts'

const sign = new RegExp(`${noteSign.start}(\\d+)${noteSign.end}`, 'gu')

/**
 * CommonMark text ending in a newline: the headline as `# `, the standfirst as the first paragraph, the body below. Small capitals,
 * sub- and superscript are written as plain words, pull quotes as quotations, notes as `[^1]` with their words at the end; empty paragraphs and breaks at a paragraph's end have
 * no form in Markdown and are left out.
 */
export function documentMarkdown(document: DocumentJson): string {
  const { headline, standfirst, body } = cleanDocument(document)
  const { blocks, notes } = takeNotes(body)
  const parts = [
    headline.length === 0 ? '' : `# ${headingLine(headline)}`,
    standfirst.length === 0 ? '' : lineMarkdown(standfirst),
    blocksMarkdown(blocks).replaceAll(sign, '[^$1]'),
    notes.map((note, index) => `[^${index + 1}]: ${lineMarkdown(note)}`).join('\n'),
  ]
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`
}

function blocksMarkdown(blocks: readonly NodeJson[]): string {
  const written: string[] = []
  let isOther = false
  blocks.forEach((block, index) => {
    // Two lists of one kind in a row would read as one; another bullet keeps them apart.
    isOther = index > 0 && isList(block) && blocks[index - 1]?.type === block.type && !isOther
    const markdown = blockMarkdown(block, isOther)
    if (markdown !== '') written.push(markdown)
  })
  return written.join('\n\n')
}

function blockMarkdown(block: NodeJson, isOther: boolean): string {
  const content = block.content ?? []
  switch (block.type) {
    case 'paragraph':
      return lineMarkdown(content)
    case 'heading':
      return `${'#'.repeat(Number(block.attrs?.level ?? 2))} ${headingLine(content)}`.trimEnd()
    case 'blockquote':
      return quoted(blocksMarkdown(content))
    case 'pullQuote':
      return content.length === 0 ? '' : quoted(lineMarkdown(content))
    case 'bulletList':
      return isOther ? listMarkdown(content, () => '*') : bulletsMarkdown(content)
    case 'orderedList':
      return listMarkdown(content, (index) => `${Math.min(Number(block.attrs?.start ?? 1) + index, largestStart)}${isOther ? ')' : '.'}`)
    case 'table':
      return tableMarkdown(content)
    case 'figure':
      return figureMarkdown(block)
    case 'horizontalRule':
      return '---'
    default:
      if (block.text !== undefined) return lineMarkdown([block])
      return content.some((child) => child.content !== undefined) ? blocksMarkdown(content) : lineMarkdown(content)
  }
}

/** The picture by its name at the desk; caption and credit follow as paragraphs. */
function figureMarkdown(block: NodeJson): string {
  const figure = figureOf(block)
  if (!figure) return lineMarkdown(block.content ?? [])
  const credit = figure.credit === '' ? [] : [{ type: 'text', text: figure.credit, marks: [{ type: 'em' }] }]
  const alt = lineMarkdown([{ type: 'text', text: figure.alt.trim() }]).replaceAll('\n', ' ')
  return [`![${alt}](media/${figure.media})`, lineMarkdown(block.content ?? []), lineMarkdown(credit)]
    .filter((part) => part !== '')
    .join('\n\n')
}

/** A table of the kind that most readers of Markdown know; its first row is its head. */
function tableMarkdown(rows: readonly NodeJson[]): string {
  const lines = rows.map(({ content = [] }) => `| ${content.map(cellMarkdown).join(' | ')} |`)
  const width = rows[0]?.content?.length ?? 0
  return [lines[0] ?? '', `|${' --- |'.repeat(width)}`, ...lines.slice(1)].join('\n')
}

function cellMarkdown({ content = [] }: NodeJson): string {
  const inline = content.flatMap(
    (paragraph, index): InlineJson => [
      ...(index > 0 ? [{ type: 'text', text: ' ' }] : []),
      ...(paragraph.content ?? []).map((node): NodeJson => (node.type === 'hardBreak' ? { type: 'text', text: ' ' } : node)),
    ],
  )
  return lineMarkdown(inline).replaceAll('|', '\\|')
}

function listMarkdown(items: readonly NodeJson[], marker: (index: number) => string): string {
  const written = items.map((item, index) => {
    const mark = marker(index)
    const inside = blocksMarkdown(item.content ?? [])
    return inside === '' ? mark : `${mark} ${inside.replace(/\n(?!\n|$)/g, `\n${' '.repeat(mark.length + 1)}`)}`
  })
  return written.join(items.some((item) => (item.content ?? []).length > 1) ? '\n\n' : '\n')
}

/** An item that holds nothing but other items, or a rule, would stand there as a line of hyphens and be read as a rule: `- - ---`. */
function bulletsMarkdown(items: readonly NodeJson[]): string {
  const written = listMarkdown(items, () => '-')
  return /^-(?: *-){2,} *$/mu.test(written) ? listMarkdown(items, () => '+') : written
}

function quoted(markdown: string): string {
  return markdown
    .split('\n')
    .map((line) => (line === '' ? '>' : `> ${line}`))
    .join('\n')
}

/** A heading is one line, and a `#` at its end would be taken for its closing mark. */
function headingLine(inline: InlineJson): string {
  const line = inline.map((node): NodeJson => (node.type === 'hardBreak' ? { type: 'text', text: ' ' } : node))
  return lineMarkdown(line).replace(/(?<!\\)#$/, '\\#')
}

function isList(block: NodeJson): boolean {
  return block.type === 'bulletList' || block.type === 'orderedList'
}
