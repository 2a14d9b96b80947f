/** Tables under the hand: made, grown and cut by commands of prosemirror-tables, mended only after this person's own changes. */
import {
  addColumnAfter,
  addRowAfter,
  deleteColumn,
  deleteRow,
  deleteTable,
  goToNextCell,
  isInTable,
  tableEditing,
  toggleHeaderRow,
} from '@tiptap/pm/tables'
import type { Node, ResolvedPos, Schema } from '@tiptap/pm/model'
import { type Command, Plugin, TextSelection, type Transaction } from '@tiptap/pm/state'
import { ySyncPluginKey } from '@tiptap/y-tiptap'

/** Acts on the table the cursor stands in, as the toolbar offers them. */
export const tableActs = [
  { label: 'Row below', command: addRowAfter },
  { label: 'Column right', command: addColumnAfter },
  { label: 'Remove row', command: deleteRow },
  { label: 'Remove column', command: deleteColumn },
  { label: 'Head row', command: toggleHeaderRow },
  { label: 'Remove table', command: deleteTable },
] as const satisfies readonly { label: string; command: Command }[]

/** Three rows of three below the cursor's block, the first of them a head; the cursor goes into its first cell. */
export function insertTable(schema: Schema): Command {
  return (state, dispatch) => {
    if (isInTable(state)) return false
    const { $from } = state.selection
    const at = $from.depth === 0 ? $from.pos : $from.after(1)
    const isEmptyLine = $from.depth === 1 && $from.parent.isTextblock && $from.parent.content.size === 0
    const from = isEmptyLine ? $from.before(1) : at
    const tr = state.tr.replaceWith(from, at, emptyTable(schema, 3, 3))
    // Table, row, cell, paragraph: four steps in.
    dispatch?.(tr.setSelection(TextSelection.create(tr.doc, from + 4)).scrollIntoView())
    return true
  }
}

/** Tab goes from cell to cell and makes a row after the last one; Shift+Tab goes back. */
export const nextCell: Command = (state, dispatch, view) => {
  if (!isInTable(state)) return false
  if (goToNextCell(1)(state, dispatch)) return true
  if (!dispatch || !view) return true
  addRowAfter(state, dispatch)
  return goToNextCell(1)(view.state, view.dispatch)
}

export const previousCell: Command = (state, dispatch) => isInTable(state) && (goToNextCell(-1)(state, dispatch) || true)

/** ArrowDown at the foot of a table that nothing follows makes a line below it; the library knows only of lines that are there. */
export const leaveDownwards: Command = (state, dispatch, view) => {
  const { selection } = state
  if (!isInTable(state) || !selection.empty || view?.endOfTextblock('down') !== true) return false
  const { $head } = selection
  const { table: at, row } = depthsOf($head)
  const isAtFoot = $head.after(at) === state.doc.content.size && $head.indexAfter(at) === $head.node(at).childCount
  const isLastLine = $head.indexAfter(row + 1) === $head.node(row + 1).childCount
  const { paragraph } = state.schema.nodes
  if (!paragraph || !isAtFoot || !isLastLine) return false
  const tr = state.tr.insert($head.after(at), paragraph.create())
  dispatch?.(tr.setSelection(TextSelection.create(tr.doc, $head.after(at) + 1)).scrollIntoView())
  return true
}

/** How deep table and row lie around a place in a cell. */
function depthsOf($head: ResolvedPos): { readonly table: number; readonly row: number } {
  let table = $head.depth
  while ($head.node(table).type.name !== 'table') table -= 1
  return { table, row: table + 1 }
}

/** The library's plugin; what arrives from others is left as it is, or each window would mend it once more. */
export function tables(): Plugin {
  const library = tableEditing()
  const { appendTransaction } = library.spec
  return new Plugin({
    ...library.spec,
    appendTransaction(transactions, before, state) {
      return transactions.some(fromElsewhere) ? null : appendTransaction?.call(this, transactions, before, state)
    },
  })
}

function emptyTable(schema: Schema, rows: number, columns: number): Node {
  const { table, tableRow, tableHeader, tableCell, paragraph } = schema.nodes
  if (!table || !tableRow || !tableHeader || !tableCell || !paragraph) throw new Error('the body’s schema has no tables')
  const row = (type: typeof tableCell) =>
    tableRow.create(
      null,
      Array.from({ length: columns }, () => type.create(null, paragraph.create())),
    )
  return table.create(null, [row(tableHeader), ...Array.from({ length: rows - 1 }, () => row(tableCell))])
}

function fromElsewhere(transaction: Transaction): boolean {
  return (transaction.getMeta(ySyncPluginKey) as { isChangeOrigin?: boolean } | undefined)?.isChangeOrigin === true
}
