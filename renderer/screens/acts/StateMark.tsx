/** The state of an edition: by its word first, by colour second. */
import { type EditionState, stateWords } from '../../../shared/desk/edition.ts'
import styles from './StateMark.module.css'

const tones: Partial<Record<EditionState, 'good' | 'warn'>> = {
  approved: 'good',
  scheduled: 'good',
  published: 'good',
  changes_requested: 'warn',
}

export function StateMark({ state }: { readonly state: EditionState }) {
  const tone = tones[state]
  return <span className={`${styles.state} ${tone ? styles[tone] : ''}`}>{stateWords[state]}</span>
}
