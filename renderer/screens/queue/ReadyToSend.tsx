/** Approved pieces that no time is set for: they wait for a publisher, and the count beside *Queue* is of them too. */
import { Link } from 'wouter'
import type { ArticleRow } from '../../../shared/contract/articles.ts'
import { useAsk } from '../../state/ask.ts'
import { counted, shortDate } from '../../state/dates.ts'
import { useDesk } from '../../state/desk.ts'
import styles from './QueueScreen.module.css'

export function useReadyToSend(): readonly ArticleRow[] {
  const { value } = useAsk('articles.list', { filter: 'approved', limit: 200 }, { keep: true })
  return value?.articles.filter(({ state, waitsForMe }) => state === 'approved' && waitsForMe) ?? []
}

export function ReadyToSend({ rows }: { readonly rows: readonly ArticleRow[] }) {
  const desk = useDesk()
  if (rows.length === 0) return null
  return (
    <section className={styles.day} aria-label="Approved, no time is set">
      <h2>Approved, no time is set</h2>
      <p className={styles.detail}>
        {counted(rows.length, 'piece waits', 'pieces wait')} for a publisher: “Publish…” or “Schedule…” sends it out.
      </p>
      <ul role="list">
        {rows.map((row) => (
          <li key={row.id} className={styles.ready}>
            <Link href={`/compose/${row.id}`} className={styles.headline} dir="auto">
              {row.headline || 'Untitled'}
            </Link>
            <p className={styles.detail}>
              {row.byline || 'No byline'} · {counted(row.words, 'word', 'words')} · {shortDate(row.lastEditedAt, desk.zone)}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
