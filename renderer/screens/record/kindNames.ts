/** Kinds of edition as the Record's screens name them. */
import type { EditionKind } from '../../../shared/desk/edition.ts'

export const kindNames: Readonly<Record<EditionKind, string>> = {
  original: 'First edition',
  update: 'Update',
  correction: 'Correction',
  clarification: 'Clarification',
  editors_note: 'Editor’s note',
  typographical: 'Typographical',
  withdrawal: 'Withdrawal',
  retraction: 'Retraction',
  takedown: 'Taken down',
}
