/** What waits for review, with whom it waits for. */
import { Link } from 'wouter'
import type { ArticleRow } from '../../../shared/contract/articles.ts'
import { counted, shortDate } from '../../state/dates.ts'
import { nameOf, useDesk } from '../../state/desk.ts'
import styles from './ReviewScreen.module.css'

export function ReviewList({ rows }: { readonly rows: readonly ArticleRow[] }) {
  const desk = useDesk()
  return (
    <ul role="list" className={styles.list}>
      {rows.map((row) => (
        <li key={row.id}>
          <Link href={`/review/${row.id}`} className={styles.headline}>
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
