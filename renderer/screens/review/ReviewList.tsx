/** What waits for review, with whom it waits for. */
import { useRef } from 'react'
import { Link } from 'wouter'
import type { ArticleRow } from '../../../shared/contract/articles.ts'
import { counted, shortDate } from '../../state/dates.ts'
import { nameOf, useDesk } from '../../state/desk.ts'
import { useListKeys } from '../../state/listKeys.ts'
import { useSteady } from '../../state/steady.ts'
import styles from './ReviewScreen.module.css'

export function ReviewList({ rows: found }: { readonly rows: readonly ArticleRow[] }) {
  const desk = useDesk()
  const [rows, aim] = useSteady(found)
  const list = useRef<HTMLUListElement>(null)
  const move = (step: 1 | -1) => () => {
    const links = [...(list.current?.querySelectorAll('a') ?? [])]
    const at = links.findIndex((link) => link === document.activeElement)
    links[Math.min(links.length - 1, Math.max(0, at + step))]?.focus()
  }
  useListKeys({ n: move(1), j: move(1), ArrowDown: move(1), p: move(-1), k: move(-1), ArrowUp: move(-1) })
  return (
    <ul role="list" className={styles.list} ref={list} {...aim}>
      {rows.map((row) => (
        <li key={row.id}>
          <Link href={`/review/${row.id}`} className={styles.headline} dir="auto">
            {row.headline || 'Untitled'}
          </Link>
          <p className={styles.soft}>
            {nameOf(desk, row.createdBy)} · {counted(row.words, 'word', 'words')} · {shortDate(row.lastEditedAt, desk.zone)}
            {row.createdBy === desk.person?.id ? ' · yours: somebody else decides' : row.waitsForMe ? ' · waits for you' : ''}
          </p>
        </li>
      ))}
    </ul>
  )
}
