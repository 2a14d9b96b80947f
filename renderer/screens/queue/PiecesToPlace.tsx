/** The live pieces, newest first, to be dragged onto a slot; the lists of the slots have the same ones for the keyboard. */
import type { ArticleRow } from '../../../shared/contract/articles.ts'
import { articlesOn, type FrontSlots } from '../../../shared/desk/front.ts'
import { shortDate } from '../../state/dates.ts'
import { useDesk } from '../../state/desk.ts'
import { dragPiece } from './dragPiece.ts'
import styles from './FrontScreen.module.css'

export function PiecesToPlace({ pieces, slots }: { readonly pieces: readonly ArticleRow[]; readonly slots: FrontSlots }) {
  const { zone } = useDesk()
  const placed = new Set(articlesOn(slots))
  const free = pieces.filter(({ id }) => !placed.has(id))
  return (
    <section className={styles.pieces} aria-label="Live pieces" tabIndex={0}>
      <h2>Live pieces</h2>
      <p className={styles.soft}>Drag one onto a slot, or choose it in the slot’s list.</p>
      <ul role="list">
        {free.map((piece) => (
          <li key={piece.id} draggable onDragStart={(event) => dragPiece(event, piece.id)}>
            <span className={styles.headline} dir="auto">
              {piece.headline || 'Untitled'}
            </span>
            <span className={styles.soft}>{shortDate(piece.publishedAt, zone)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
