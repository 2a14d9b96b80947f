/** Tables: their nodes, and every row made as long as the longest. */
import type { NodeJson } from './json.ts'
import type { Attributed, PastedElement } from './marks.ts'
import type { DocumentNodeSpec } from './nodes.ts'

/** Cells that one cell can stand for, along or down: what a page can hold. */
const largestSpan = 50

const cellAttrs = { colspan: { default: 1, validate: validSpan }, rowspan: { default: 1, validate: validSpan } }

/** `tableRole` is what prosemirror-tables knows its nodes by. */
export const tableSpecs = {
  table: {
    content: 'tableRow+',
    group: 'block',
    isolating: true,
    tableRole: 'table',
    parseDOM: [{ tag: 'table' }],
    toDOM: () => ['table', ['tbody', 0]],
  },
  tableRow: {
    content: '(tableHeader | tableCell)+',
    tableRole: 'row',
    parseDOM: [{ tag: 'tr' }],
    toDOM: () => ['tr', 0],
  },
  tableHeader: {
    content: 'paragraph+',
    isolating: true,
    tableRole: 'header_cell',
    attrs: cellAttrs,
    parseDOM: [{ tag: 'th', getAttrs: spansOf }],
    toDOM: (node) => ['th', spans(node), 0],
  },
  tableCell: {
    content: 'paragraph+',
    isolating: true,
    tableRole: 'cell',
    attrs: cellAttrs,
    parseDOM: [{ tag: 'td', getAttrs: spansOf }],
    toDOM: (node) => ['td', spans(node), 0],
  },
} as const satisfies Record<string, DocumentNodeSpec>

export function isCell({ type }: NodeJson): boolean {
  return type === 'tableCell' || type === 'tableHeader'
}

/** Rows that end early are filled with empty cells; where cells stand for several nothing is guessed. */
export function evenRows(rows: readonly NodeJson[]): readonly NodeJson[] {
  const isPlain = rows.every(({ content = [] }) => content.every(({ attrs }) => attrs?.['colspan'] === 1 && attrs['rowspan'] === 1))
  const width = Math.max(...rows.map(({ content = [] }) => content.length))
  if (!isPlain || rows.every(({ content = [] }) => content.length === width)) return rows
  return rows.map((row) => ({ ...row, content: [...(row.content ?? []), ...emptyCells(width - (row.content ?? []).length)] }))
}

function emptyCells(count: number): readonly NodeJson[] {
  return Array.from({ length: count }, () => ({ type: 'tableCell', attrs: { colspan: 1, rowspan: 1 }, content: [{ type: 'paragraph' }] }))
}

function isSpan(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= largestSpan
}

function validSpan(value: unknown): void {
  if (!isSpan(value)) throw new RangeError(`a cell stands for 1 to ${largestSpan} cells, not ${String(value)}`)
}

function spansOf(element: PastedElement): { colspan: number; rowspan: number } {
  const span = (name: string) => {
    const given = Number(element.getAttribute(name) ?? '1')
    return isSpan(given) ? given : 1
  }
  return { colspan: span('colspan'), rowspan: span('rowspan') }
}

/** Only spans that say something. */
function spans({ attrs }: Attributed): Record<string, number> {
  const given: Record<string, number> = {}
  for (const name of ['colspan', 'rowspan']) if (isSpan(attrs[name]) && attrs[name] !== 1) given[name] = attrs[name]
  return given
}
