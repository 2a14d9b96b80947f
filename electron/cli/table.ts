/** Columns that stand under each other, for reading in a terminal. */

/** Every row has as many cells as `head`; the last column is not padded. Ends with a newline. */
export function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const cells = [head, ...rows].map((row) => row.map((cell) => oneLine(String(cell))))
  const widths = head.map((_title, column) => Math.max(...cells.map((row) => widthOf(row[column] ?? ''))))
  return cells
    .map(
      (row) =>
        `${row
          .map((cell, column) => padded(cell, column === row.length - 1 ? 0 : (widths[column] ?? 0)))
          .join('  ')
          .trimEnd()}\n`,
    )
    .join('')
}

function padded(cell: string, width: number): string {
  return cell + ' '.repeat(Math.max(0, width - widthOf(cell)))
}

/** Letters, not code units: combining marks take no room. */
function widthOf(cell: string): number {
  return [...cell.replaceAll(/\p{M}/gu, '')].length
}

function oneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
}
