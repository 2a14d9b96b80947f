/** One sentence on reopening a piece: what others did since this person was last here. It stands until it is closed. */
import { useState } from 'react'
import type { ArticleView } from '../../../shared/contract/articles.ts'
import { nameOf, useDesk } from '../../state/desk.ts'
import { useSinceYouLeft } from '../../state/sinceYouLeft.ts'
import { Button } from '../../ui/Button.tsx'
import styles from './Composing.module.css'

export function SinceYouLeft({ view }: { readonly view: ArticleView }) {
  const desk = useDesk()
  const words = useSinceYouLeft(view, desk.person?.id ?? '', (id) => nameOf(desk, id), desk.zone)
  const [isClosed, setClosed] = useState(false)
  if (words === '' || isClosed) return null
  return (
    <div className={styles.since}>
      <p role="status">{words}</p>
      <Button look="quiet" onClick={() => setClosed(true)}>
        Close
      </Button>
    </div>
  )
}
