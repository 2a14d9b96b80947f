/** What an edition says was wrong, is right, and was changed. */
import type { CorrectionNote } from '../../../shared/desk/version.ts'
import styles from './RecordScreen.module.css'

export interface CorrectionWordsProps {
  readonly changeNote: string
  readonly notes: readonly CorrectionNote[]
}

export function CorrectionWords({ changeNote, notes }: CorrectionWordsProps) {
  return (
    <>
      {changeNote ? <p>{changeNote}</p> : null}
      {notes.map((note, index) => (
        <Note key={index} note={note} />
      ))}
    </>
  )
}

function Note({ note }: { readonly note: CorrectionNote }) {
  return (
    <dl className={styles.wrote}>
      {note.wrote ? (
        <div>
          <dt>We wrote</dt>
          <dd>{note.wrote}</dd>
        </div>
      ) : null}
      {note.shouldSay ? (
        <div>
          <dt>It should say</dt>
          <dd>{note.shouldSay}</dd>
        </div>
      ) : null}
      {note.note ? (
        <div>
          <dt>Note</dt>
          <dd>{note.note}</dd>
        </div>
      ) : null}
    </dl>
  )
}
