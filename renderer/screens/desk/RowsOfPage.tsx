/** One page of the table. Far from what is looked at it is a single empty row of its height, so that a long list stays light. */
import { useEffect, useRef, useState } from 'react'
import { memo } from 'react'
import type { ArticleRow } from '../../../shared/contract/articles.ts'
import type { DeskStatus } from '../../../shared/contract/desk.ts'
import { count, shortDate } from '../../state/dates.ts'
import { nameOf } from '../../state/desk.ts'
import { StateMark } from '../acts/StateMark.tsx'
import styles from './ArticleTable.module.css'

/** Above and below what is looked at, so that rows are there before they come into sight. */
const margin = '1500px'

export interface RowsOfPageProps {
  readonly rows: readonly ArticleRow[]
  /** Number of its first row in the whole table, the head being 1. */
  readonly first: number
  readonly desk: DeskStatus
  readonly chosen: ReadonlySet<string>
  readonly onChoose: (id: string) => void
  readonly onOpen: (row: ArticleRow) => void
}

export function RowsOfPage({ rows, first, desk, chosen, onChoose, onOpen }: RowsOfPageProps) {
  const body = useRef<HTMLTableSectionElement>(null)
  const height = useRef(0)
  const [isNear, setNear] = useState(true)
  useEffect(() => {
    const element = body.current
    if (!element) return
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (!entry) return
        // What holds the focus stays, however far it is scrolled away.
        if (!entry.isIntersecting && element.contains(document.activeElement)) return
        if (!entry.isIntersecting) height.current = entry.boundingClientRect.height
        setNear(entry.isIntersecting)
      },
      { root: document.getElementById('main'), rootMargin: margin },
    )
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return (
    <tbody ref={body}>
      {isNear ? (
        rows.map((row, index) => (
          <Row key={row.id} row={row} index={first + index} desk={desk} isChosen={chosen.has(row.id)} onChoose={onChoose} onOpen={onOpen} />
        ))
      ) : (
        <tr aria-hidden="true" style={{ height: height.current }}>
          <td colSpan={5} />
        </tr>
      )}
    </tbody>
  )
}

interface RowProps {
  readonly row: ArticleRow
  readonly index: number
  readonly desk: DeskStatus
  readonly isChosen: boolean
  readonly onChoose: (id: string) => void
  readonly onOpen: (row: ArticleRow) => void
}

const Row = memo(function Row({ row, index, desk, isChosen, onChoose, onOpen }: RowProps) {
  const headline = row.headline || 'Untitled'
  return (
    <tr aria-rowindex={index} data-article={row.id}>
      <td className={styles.choose}>
        <input type="checkbox" aria-label={`Choose ${headline}`} checked={isChosen} onChange={() => onChoose(row.id)} />
      </td>
      <td>
        <button type="button" className={styles.open} dir="auto" onClick={() => onOpen(row)}>
          {headline}
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
  )
})
