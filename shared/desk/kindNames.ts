/** Kinds of edition and kinds of piece as people call them, at the head of a line; within a sentence they begin small. */
import type { EditionKind } from './edition.ts'
import type { ArticleFields } from './fields.ts'

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

export const pieceKindNames: Readonly<Record<ArticleFields['pieceKind'], string>> = {
  article: 'Article',
  notice: 'Notice',
  reportPart: 'Part of a special report',
}
