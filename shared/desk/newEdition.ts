/** The kinds of edition that people open on a published piece, and what each means for readers. */
import type { EditionKind } from './edition.ts'

export interface NewEditionKind {
  readonly kind: EditionKind
  readonly label: string
  /** What readers meet. */
  readonly means: string
}

export const newEditionKinds = [
  { kind: 'update', label: 'Update', means: 'New facts, the same story. Readers find the change note in the history of the piece.' },
  {
    kind: 'correction',
    label: 'Correction',
    means: 'An error of fact is put right. It stands at the head of the page, in the register and in the feeds.',
  },
  {
    kind: 'clarification',
    label: 'Clarification',
    means: 'The facts were right, the wording misled. It stands at the head of the page, in the register and in the feeds.',
  },
  {
    kind: 'editors_note',
    label: 'Editor’s note',
    means: 'Something readers should know about the piece. It stands at the head of the page, in the register and in the feeds.',
  },
  {
    kind: 'typographical',
    label: 'Typographical',
    means: 'Spelling, punctuation, spaces and capitals only. The edition counts, and no notice is made of it.',
  },
] as const satisfies readonly NewEditionKind[]

/** True for the kinds that say what was wrong and what is right. */
export function isPuttingRight(kind: EditionKind): boolean {
  return kind === 'correction' || kind === 'clarification' || kind === 'editors_note'
}
