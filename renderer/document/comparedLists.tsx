/** Neighbouring blocks that stand in one list or one table, shown as that list or table again. */
import { Fragment, type ReactNode } from 'react'
import type { ComparedBlock } from '../../shared/document/compare.ts'
import styles from './ComparisonView.module.css'
import documentStyles from './DocumentView.module.css'

/** A compared block with what is shown for it. */
export interface ShownBlock {
  readonly block: ComparedBlock
  readonly words: ReactNode
}

/** Blocks parted into those that belong together and those that stand alone, in their order. */
export function together(blocks: readonly ShownBlock[]): readonly (readonly ShownBlock[])[] {
  const groups: ShownBlock[][] = []
  for (const shown of blocks) {
    const last = groups.at(-1)
    if (last?.[0] && belongs(last[0].block, shown.block)) last.push(shown)
    else groups.push([shown])
  }
  return groups
}

function belongs({ place: one }: ComparedBlock, { place: other }: ComparedBlock): boolean {
  if (one.list && other.list) return one.list.isOrdered === other.list.isOrdered || other.list.depth > 1
  return one.cell !== undefined && other.cell !== undefined
}

/** Entries with what goes on with them and the lists inside them. What was taken out has no number: readers count what stands. */
export function ComparedList({ blocks, depth = 1 }: { readonly blocks: readonly ShownBlock[]; readonly depth?: number }) {
  const entries: ShownBlock[][] = []
  for (const shown of blocks) {
    const { list } = shown.block.place
    const begins = list?.begins === true && list.depth === depth
    // What stands goes on with the entry that stands, also where one that was taken out is shown between the two.
    const goesOnWith = shown.block.kind === 'deleted' ? entries.at(-1) : (entries.findLast(isStanding) ?? entries.at(-1))
    if (begins || !goesOnWith) entries.push([shown])
    else goesOnWith.push(shown)
  }
  let number = 0
  const items = entries.map((entry, index) => {
    const isGone = !isStanding(entry)
    if (!isGone) number += 1
    const [own, inner] = parted(entry, depth)
    return (
      <li key={index} value={isGone ? undefined : number} className={isGone ? styles.gone : undefined}>
        {own.map(({ words }, at) => (
          <Fragment key={at}>{words}</Fragment>
        ))}
        {inner.length > 0 ? <ComparedList blocks={inner} depth={depth + 1} /> : null}
      </li>
    )
  })
  return blocks[0]?.block.place.list?.isOrdered ? <ol>{items}</ol> : <ul>{items}</ul>
}

function isStanding([first]: readonly ShownBlock[]): boolean {
  return first?.block.kind !== 'deleted'
}

function parted(entry: readonly ShownBlock[], depth: number): readonly [readonly ShownBlock[], readonly ShownBlock[]] {
  const isInner = ({ block }: ShownBlock) => (block.place.list?.depth ?? depth) > depth
  // An entry that begins with a deeper one, as where the entry around it was moved, is shown flat rather than not at all.
  const [first, ...rest] = entry
  return [[...(first ? [first] : []), ...rest.filter((shown) => !isInner(shown))], rest.filter(isInner)]
}

/** Rows of the later text, with those that were taken out where they stood. */
export function ComparedTable({ blocks }: { readonly blocks: readonly ShownBlock[] }) {
  const rows: { readonly key: string; readonly cells: { readonly column: number; readonly shown: ShownBlock[] }[] }[] = []
  for (const shown of blocks) {
    const { cell } = shown.block.place
    if (!cell) continue
    const key = `${shown.block.kind === 'deleted'} ${cell.table} ${cell.row}`
    let row = rows.at(-1)
    if (row?.key !== key) {
      row = { key, cells: [] }
      rows.push(row)
    }
    const last = row.cells.at(-1)
    if (last?.column === cell.column) last.shown.push(shown)
    else row.cells.push({ column: cell.column, shown: [shown] })
  }
  return (
    <div className={documentStyles.table} tabIndex={0} role="region" aria-label="Table">
      <table>
        <tbody>
          {rows.map(({ key, cells }, index) => (
            <tr key={`${key} ${index}`}>
              {cells.map(({ column, shown }) => (
                <Cell key={column} shown={shown} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Cell({ shown }: { readonly shown: readonly ShownBlock[] }) {
  const cell = shown[0]?.block.place.cell
  const words = shown.map(({ words: said }, at) => <Fragment key={at}>{said}</Fragment>)
  const spans = { colSpan: cell?.colSpan ?? 1, rowSpan: cell?.rowSpan ?? 1 }
  return cell?.isHeading ? <th {...spans}>{words}</th> : <td {...spans}>{words}</td>
}
