/** Articles as a table: headline in serif, state in words, what it waits for; moved through by J and K, chosen by X. */
import { useRef } from 'react'
import type { ArticleRow } from '../../../shared/contract/articles.ts'
import type { DeskStatus } from '../../../shared/contract/desk.ts'
import { useListKeys } from '../../state/listKeys.ts'
import styles from './ArticleTable.module.css'
import { RowsOfPage } from './RowsOfPage.tsx'

export interface ArticleTableProps {
  /** A page each, in their order. */
  readonly pages: readonly (readonly ArticleRow[])[]
  readonly total: number
  readonly desk: DeskStatus
  /** Ids of those that are chosen. */
  readonly chosen: ReadonlySet<string>
  readonly onChoose: (id: string) => void
  readonly onOpen: (row: ArticleRow) => void
}

export function ArticleTable({ pages, total, desk, chosen, onChoose, onOpen }: ArticleTableProps) {
  const table = useRef<HTMLTableElement>(null)
  const buttons = () => [...(table.current?.querySelectorAll<HTMLButtonElement>('tbody button') ?? [])]
  const move = (step: 1 | -1) => () => {
    const all = buttons()
    const at = all.findIndex((button) => button.closest('tr')?.contains(document.activeElement))
    all[Math.min(all.length - 1, Math.max(0, at + step))]?.focus()
  }
  const choose = () => {
    const id = document.activeElement?.closest<HTMLElement>('[data-article]')?.dataset['article']
    if (id) onChoose(id)
  }
  useListKeys({ j: move(1), ArrowDown: move(1), k: move(-1), ArrowUp: move(-1), x: choose })
  return (
    <table className={styles.table} aria-rowcount={total + 1} ref={table}>
      <thead>
        <tr aria-rowindex={1}>
          <th scope="col">
            <span className="visually-hidden">Chosen</span>
          </th>
          <th scope="col">Headline</th>
          <th scope="col">State</th>
          <th scope="col" className={styles.figure}>
            Words
          </th>
          <th scope="col" className={styles.figure}>
            Last edited
          </th>
        </tr>
      </thead>
      {pages.map((rows, index) => (
        <RowsOfPage
          key={index}
          rows={rows}
          first={pages.slice(0, index).reduce((sum, page) => sum + page.length, 2)}
          desk={desk}
          chosen={chosen}
          onChoose={onChoose}
          onOpen={onOpen}
        />
      ))}
    </table>
  )
}
