/** Articles as a table: headline in serif, state in words, what it waits for; moved through by J and K. */
import { useRef } from 'react'
import type { ArticleRow } from '../../../shared/contract/articles.ts'
import type { DeskStatus } from '../../../shared/contract/desk.ts'
import { count, shortDate } from '../../state/dates.ts'
import { nameOf } from '../../state/desk.ts'
import { useListKeys } from '../../state/listKeys.ts'
import { StateMark } from '../acts/StateMark.tsx'
import styles from './ArticleTable.module.css'

export interface ArticleTableProps {
  readonly rows: readonly ArticleRow[]
  readonly desk: DeskStatus
  readonly onOpen: (row: ArticleRow) => void
}

export function ArticleTable({ rows, desk, onOpen }: ArticleTableProps) {
  const body = useRef<HTMLTableSectionElement>(null)
  const move = (step: 1 | -1) => () => {
    const buttons = [...(body.current?.querySelectorAll<HTMLButtonElement>('button') ?? [])]
    const at = buttons.findIndex((button) => button === document.activeElement)
    buttons[Math.min(buttons.length - 1, Math.max(0, at + step))]?.focus()
  }
  useListKeys({ j: move(1), ArrowDown: move(1), k: move(-1), ArrowUp: move(-1) })
  return (
    <table className={styles.table}>
      <thead>
        <tr>
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
      <tbody ref={body}>
        {rows.map((row) => (
          <tr key={row.id}>
            <td>
              <button type="button" className={styles.open} onClick={() => onOpen(row)}>
                {row.headline || 'Untitled'}
              </button>
              <span className={styles.below}>
                {nameOf(desk, row.createdBy)}
                {row.byline ? ` · as ${row.byline}` : ''}
              </span>
            </td>
            <td>
              <StateMark state={row.state} />
              <span className={styles.below}>{row.waitsFor}</span>
            </td>
            <td className={styles.figure}>{count(row.words)}</td>
            <td className={styles.figure}>{shortDate(row.lastEditedAt, desk.zone)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
