/** Markdown out and in again. */
import { fc } from '../harness/properties.ts'
import { describe, expect, test } from 'vitest'
import { cleanDocument } from '../../shared/document/clean.ts'
import type { DocumentJson, NodeJson } from '../../shared/document/json.ts'
import { documentMarkdown } from '../../shared/document/markdown.ts'
import { blocksText, inlineText } from '../../shared/document/text.ts'
import { imported } from '../importing/bytes.ts'
import { bodyOf, documents, paragraphs } from './arbitraries.ts'

describe('markdown', () => {
  test('what Markdown can say is read back exactly', () => {
    fc.assert(
      fc.property(documents, (document) => {
        const sayable = cleanDocument({
          headline: [{ type: 'text', text: 'Headline' }],
          standfirst: [],
          body: sayableBlocks(cleanDocument(document).body),
        })
        expect(imported('a.md', documentMarkdown(sayable)).document).toEqual(sayable)
      }),
      { numRuns: 400 },
    )
  })

  test('no word is lost on the way through Markdown, whatever the document', () => {
    fc.assert(
      fc.property(documents.map(withoutNotes).map(withoutCredits), (document) => {
        const { headline, standfirst, body } = cleanDocument({ ...document, headline: [{ type: 'text', text: 'Headline' }] })
        const back = imported('a.md', documentMarkdown({ headline, standfirst, body })).document
        expect(inlineText(back.headline)).toBe('Headline')
        const before = `${inlineText(standfirst)}\n\n${blocksText(body)}`
        expect(blocksText(back.body).replace(/\s+/g, '')).toBe(before.replace(/\s+/g, ''))
      }),
      { numRuns: 200 },
    )
  })

  test('an item that begins with a rule, or with items that hold nothing, is not read as a rule', () => {
    const item = (...content: NodeJson[]): NodeJson => ({ type: 'listItem', content: [{ type: 'paragraph' }, ...content] })
    const list = (...content: NodeJson[]): NodeJson => ({ type: 'bulletList', content })
    const starred: NodeJson = { type: 'paragraph', content: [{ type: 'text', text: '*a' }] }
    for (const inner of [item({ type: 'horizontalRule' }, starred), item(list(item()), starred)]) {
      const document = bodyOf(list(item(list(inner, item())), item()))
      expect(blocksText(imported('a.md', documentMarkdown(document)).document.body).trim()).toBe('*a')
    }
  })

  test('notes stand at the end, numbered, and are led to from the text', () => {
    const marks = [{ type: 'note', attrs: { id: 'a1' } }]
    const content: NodeJson[] = [
      { type: 'text', text: 'The bridge' },
      { type: 'text', text: 'Opened in 1921.', marks },
      { type: 'text', text: ' is old.' },
    ]
    expect(documentMarkdown(bodyOf({ type: 'paragraph', content }))).toBe('The bridge[^1] is old.\n\n[^1]: Opened in 1921.\n')
  })

  test('reads well to people', () => {
    const document = {
      headline: [{ type: 'text', text: 'A bridge opens' }],
      standfirst: [{ type: 'text', text: 'After nine years.' }],
      body: [
        { type: 'heading', attrs: { level: 3 }, content: [{ type: 'text', text: 'Cost #1' }] },
        {
          type: 'paragraph',
          content: [
            { type: 'text', text: 'It cost ' },
            { type: 'text', text: '£5m', marks: [{ type: 'strong' }] },
            { type: 'text', text: ', see ' },
            { type: 'text', text: 'the report', marks: [{ type: 'link', attrs: { href: 'https://example.org/a_b' } }] },
            { type: 'text', text: '.' },
          ],
        },
        {
          type: 'orderedList',
          attrs: { start: 9 },
          content: paragraphs('nine', 'ten').map((paragraph) => ({ type: 'listItem', content: [paragraph] })),
        },
        { type: 'blockquote', content: paragraphs('One.', 'Two.') },
        { type: 'horizontalRule' },
        ...paragraphs('1. not a list', '- nor this'),
      ],
    }
    expect(documentMarkdown(document)).toBe(
      [
        '# A bridge opens',
        'After nine years.',
        '### Cost #1',
        'It cost **£5m**, see [the report](https://example.org/a_b).',
        '9. nine\n10. ten',
        '> One.\n>\n> Two.',
        '---',
        '1\\. not a list',
        '\\- nor this\n',
      ].join('\n\n'),
    )
    expect(documentMarkdown(bodyOf())).toBe('\n')
  })
})

/** The same document without what Markdown has no form for. */
function sayableBlocks(blocks: readonly NodeJson[]): NodeJson[] {
  return blocks.flatMap((block): NodeJson[] => {
    const content = block.content ?? []
    if (block.type === 'horizontalRule') return [block]
    if (block.type === 'figure') return sayableBlocks(wordsOfFigure(block))
    if (block.type === 'table') return [{ ...block, content: sayableRows(content) }]
    if (block.type === 'bulletList' || block.type === 'orderedList')
      return [{ ...block, content: content.map((item) => ({ ...item, content: sayableItem(item.content ?? []) })) }]
    if (block.type === 'blockquote') {
      const inside = sayableBlocks(content)
      return inside.length === 0 ? [] : [{ ...block, content: inside }]
    }
    const line = sayableLine(content, block.type === 'heading')
    if (block.type === 'heading') return [{ ...block, content: line }]
    if (line.length === 0) return []
    return [
      block.type === 'pullQuote'
        ? { type: 'blockquote', content: [{ type: 'paragraph', content: line }] }
        : { type: 'paragraph', content: line },
    ]
  })
}

/** Caption and credit, as paragraphs; the picture itself is told as not brought. */
function wordsOfFigure({ content = [], attrs = {} }: NodeJson): NodeJson[] {
  const credit = String(attrs['credit'])
  return [paragraphOf(content), ...(credit === '' ? [] : [paragraphOf([{ type: 'text', text: credit, marks: [{ type: 'em' }] }])])]
}

/** The first row is the head; a cell is one line. */
function sayableRows(rows: readonly NodeJson[]): NodeJson[] {
  const width = rows[0]?.content?.length ?? 0
  return rows.map((row, index) => ({
    ...row,
    content: (row.content ?? []).slice(0, width).map((cell) => ({
      ...cell,
      type: index === 0 ? 'tableHeader' : 'tableCell',
      content: [paragraphOf(sayableLine(cell.content?.[0]?.content ?? [], true))],
    })),
  }))
}

function paragraphOf(content: readonly NodeJson[]): NodeJson {
  return content.length === 0 ? { type: 'paragraph' } : { type: 'paragraph', content }
}

/** An item begins with words, or holds nothing. */
function sayableItem(content: readonly NodeJson[]): NodeJson[] {
  const [first, ...rest] = content
  const line = sayableLine(first?.content ?? [], false)
  return line.length === 0 ? [{ type: 'paragraph' }] : [{ type: 'paragraph', content: line }, ...sayableBlocks(rest)]
}

function sayableLine(content: readonly NodeJson[], isHeading: boolean): NodeJson[] {
  const line = content
    .map((node): NodeJson => (node.type === 'hardBreak' && isHeading ? { type: 'text', text: ' ' } : node))
    .map((node) => ({ ...node, ...(node.marks ? { marks: node.marks.filter(({ type }) => isSayable(type, node)) } : {}) }))
  return line.slice(0, line.findLastIndex((node) => node.type !== 'hardBreak') + 1)
}

/** Code in a link has no form where it would read as a definition. */
function isSayable(mark: string, node: NodeJson): boolean {
  if (mark === 'code' && node.text?.includes(']:')) return !node.marks?.some(({ type }) => type === 'link')
  return ['link', 'strong', 'em', 'code'].includes(mark)
}

test('a paragraph of a million letters is written', () => {
  const text = 'low water '.repeat(100_000).trim()
  expect(documentMarkdown({ headline: [], standfirst: [], body: [{ type: 'paragraph', content: [{ type: 'text', text }] }] })).toBe(
    `${text}\n`,
  )
})

function withoutCredits(document: DocumentJson): DocumentJson {
  return JSON.parse(JSON.stringify(document), (key, value: unknown) => (key === 'credit' ? '' : value)) as DocumentJson
}

function withoutNotes(document: DocumentJson): DocumentJson {
  return JSON.parse(JSON.stringify(document), (_key, value: unknown) =>
    Array.isArray(value) ? value.filter((mark: { type?: unknown } | null) => mark?.type !== 'note') : value,
  ) as DocumentJson
}
