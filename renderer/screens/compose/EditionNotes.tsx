/** What an edition after the first tells readers: the change note, and for one that puts something right its list of corrections. */
import type { ArticleView } from '../../../shared/contract/articles.ts'
import { isPuttingRight } from '../../../shared/desk/newEdition.ts'
import { statusAfter } from '../../../shared/desk/publicStatus.ts'
import { TextArea, TextField } from '../../ui/Field.tsx'
import { CorrectionList } from './CorrectionList.tsx'
import styles from './EditionNotes.module.css'
import { EarnestField } from './EarnestField.tsx'
import type { SetField } from './useSetField.ts'

export interface EditionNotesProps {
  readonly view: ArticleView
  readonly set: SetField['set']
  readonly missing: (field: string) => string | undefined
}

export function EditionNotes({ view, set, missing }: EditionNotesProps) {
  const { fields, edition } = view
  // A notice is its own change note, written where it was asked for.
  if (statusAfter(edition.kind) !== 'live') return null
  const changeNote = (
    <div data-field="changeNote">
      <EarnestField value={fields.changeNote} onLeave={(note) => set('changeNote', note.trim())}>
        {(props) => (
          <TextArea label="Change note" maxLength={2000} wrong={missing('changeNote')} help="Readers are told what changed." {...props} />
        )}
      </EarnestField>
    </div>
  )
  if (!isPuttingRight(edition.kind)) return changeNote
  return (
    <section className={styles.notes} aria-label="Correction">
      <h2>Correction</h2>
      <CorrectionList view={view} set={set} wrong={missing('correctionNotes')} />
      {changeNote}
      <div data-field="askedBy">
        <EarnestField value={fields.askedBy} onLeave={(who) => set('askedBy', who.trim())}>
          {(props) => <TextField label="Asked by" maxLength={200} wrong={missing('askedBy')} help="Stays inside the desk." {...props} />}
        </EarnestField>
      </div>
    </section>
  )
}
