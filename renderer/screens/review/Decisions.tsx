/** What was decided of a piece so far, newest first: submitted, sent back, approved, held, gates. */
import type { ArticleView } from '../../../shared/contract/articles.ts'
import { historyWords } from '../../../shared/desk/everyAct.ts'
import { shortDate } from '../../state/dates.ts'
import { nameOf, useDesk } from '../../state/desk.ts'
import styles from './ReviewScreen.module.css'

const decisions: ReadonlySet<string> = new Set([
  'submit',
  'recall',
  'request_changes',
  'approve',
  'take_back',
  'edit_again',
  'hold',
  'lift_hold',
  'require_gate',
  'complete_gate',
  'override_publish',
  'approve_afterwards',
])

export function Decisions({ view }: { readonly view: ArticleView }) {
  const desk = useDesk()
  const entries = view.history.filter(({ act }) => decisions.has(act)).toReversed()
  if (entries.length === 0) return null
  return (
    <ul role="list" className={styles.decisions}>
      {entries.map((entry) => (
        <li key={entry.seq}>
          <strong>{historyWords(entry.act)}</strong>{' '}
          <span className={styles.soft}>
            {nameOf(desk, entry.by)}, {shortDate(entry.at, desk.zone)}
            {entry.version ? `, version ${view.versions.find(({ hash }) => hash === entry.version)?.n ?? ''}` : ''}
            {entry.sameComputer ? ', on the computer where it was submitted' : ''}
          </span>
          {entry.note ? <q className={styles.note}>{entry.note}</q> : null}
        </li>
      ))}
    </ul>
  )
}
