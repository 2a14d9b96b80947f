/** One sentence on coming back to the desk: how many pieces others moved on since this person was last here. */
import { Button } from '../../ui/Button.tsx'
import styles from './DeskScreen.module.css'

export function SinceLastVisit({ words, onClose }: { readonly words: string; readonly onClose: () => void }) {
  if (words === '') return null
  return (
    <div className={styles.reminder}>
      <p role="status">{words}</p>
      <Button look="quiet" onClick={onClose}>
        Close
      </Button>
    </div>
  )
}
