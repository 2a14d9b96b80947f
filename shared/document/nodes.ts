/** What an article is made of: the nodes of the document. */
import type { AttributeSpec, DOMOutputSpec, NodeSpec } from 'prosemirror-model'
import type { Attributed, PastedElement } from './marks.ts'
import { figureSpecs } from './figures.ts'
import { tableSpecs } from './tables.ts'

export interface DocumentNodeSpec extends NodeSpec {
  readonly tableRole?: 'table' | 'row' | 'cell' | 'header_cell'
  readonly attrs?: Record<string, AttributeSpec>
  readonly toDOM?: (node: Attributed) => DOMOutputSpec
}

export const nodeSpecs = {
  doc: { content: 'block*' },
  paragraph: {
    content: 'inline*',
    group: 'block',
    parseDOM: [{ tag: 'p' }],
    toDOM: () => ['p', 0],
  },
  heading: {
    content: 'inline*',
    group: 'block',
    defining: true,
    attrs: { level: { default: 2, validate: validLevel } },
    // Level 1 is the headline's; deeper ones than 4 have no look of their own.
    parseDOM: [
      { tag: 'h1', attrs: { level: 2 } },
      { tag: 'h2', attrs: { level: 2 } },
      { tag: 'h3', attrs: { level: 3 } },
      { tag: 'h4', attrs: { level: 4 } },
      { tag: 'h5', attrs: { level: 4 } },
      { tag: 'h6', attrs: { level: 4 } },
    ],
    toDOM: (node) => [isLevel(node.attrs.level) ? `h${node.attrs.level}` : 'h2', 0],
  },
  blockquote: {
    content: 'block+',
    group: 'block',
    defining: true,
    parseDOM: [{ tag: 'blockquote' }],
    toDOM: () => ['blockquote', 0],
  },
  pullQuote: {
    content: 'inline*',
    group: 'block',
    defining: true,
    parseDOM: [{ tag: 'aside.pull-quote', priority: 60, contentElement: 'p' }],
    toDOM: () => ['aside', { class: 'pull-quote' }, ['p', 0]],
  },
  bulletList: {
    content: 'listItem+',
    group: 'block',
    parseDOM: [{ tag: 'ul' }],
    toDOM: () => ['ul', 0],
  },
  orderedList: {
    content: 'listItem+',
    group: 'block',
    attrs: { start: { default: 1, validate: validStart } },
    parseDOM: [{ tag: 'ol', getAttrs: startOf }],
    toDOM: (node) => (isStart(node.attrs.start) && node.attrs.start !== 1 ? ['ol', { start: node.attrs.start }, 0] : ['ol', 0]),
  },
  listItem: {
    content: 'paragraph block*',
    defining: true,
    parseDOM: [{ tag: 'li' }],
    toDOM: () => ['li', 0],
  },
  horizontalRule: {
    group: 'block',
    parseDOM: [{ tag: 'hr' }],
    toDOM: () => ['hr'],
  },
  ...tableSpecs,
  ...figureSpecs,
  hardBreak: {
    inline: true,
    group: 'inline',
    selectable: false,
    linebreakReplacement: true,
    parseDOM: [{ tag: 'br' }],
    toDOM: () => ['br'],
  },
  text: { group: 'inline' },
} as const satisfies Record<string, DocumentNodeSpec>

export type NodeName = keyof typeof nodeSpecs

/** The largest number a list may begin with: what Markdown and HTML can both write. */
export const largestStart = 999_999_999

function isLevel(value: unknown): value is 2 | 3 | 4 {
  return value === 2 || value === 3 || value === 4
}

function isStart(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= largestStart
}

function validLevel(value: unknown): void {
  if (!isLevel(value)) throw new RangeError(`a heading has level 2, 3 or 4, not ${String(value)}`)
}

function validStart(value: unknown): void {
  if (!isStart(value)) throw new RangeError(`a list begins with a whole number from 0 to ${largestStart}, not ${String(value)}`)
}

function startOf(element: PastedElement): { start: number } {
  const start = Number(element.getAttribute('start') ?? '1')
  return { start: isStart(start) ? start : 1 }
}
