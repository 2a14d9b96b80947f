/** Pieces whose change for readers somebody has to decide or confirm: the count beside *Queue* is of them too. */
import { Link } from 'wouter'
import type { ArticleRow } from '../../../shared/contract/articles.ts'
import { useAsk } from '../../state/ask.ts'
import styles from './QueueScreen.module.css'

export function useToDecide(): readonly ArticleRow[] {
  const { value } = useAsk('articles.list', { filter: 'toDecide', limit: 200 }, { keep: true })
  return value?.articles ?? []
}

export function ToDecide({ rows }: { readonly rows: readonly ArticleRow[] }) {
  if (rows.length === 0) return null
  return (
    <section className={styles.day} aria-label="To be confirmed">
      <h2>To be confirmed</h2>
      <ul role="list">
        {rows.map(({ id, headline, waitsFor }) => (
          <li key={id} className={styles.ready}>
            <Link href={`/compose/${id}`} className={styles.headline} dir="auto">
              {headline || 'Untitled'}
            </Link>
            <p className={styles.detail}>{waitsFor}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}
