/** Where words were found that may stand nowhere in the text as it is now, and how that is said. */
import type { Hash } from '../canonical.ts'
import { historyWords } from './everyAct.ts'

export type KeptPlace =
  | { readonly kind: 'version'; readonly n: number; readonly label: string; readonly version: Hash; readonly at: string }
  | { readonly kind: 'edition'; readonly edition: number; readonly version: Hash; readonly at: string }
  /** The words somebody gave with an act: a reason, a note to the editor. `seq` is that of the line in its history. */
  | { readonly kind: 'act'; readonly act: string; readonly seq: number; readonly at: string }
  /** What an edition says was wrong, is right, and was changed. */
  | { readonly kind: 'correction'; readonly edition: number; readonly isPublished: boolean; readonly at: string }
  | { readonly kind: 'notice'; readonly edition: number; readonly at: string }
  /** A notice that was proposed and waits for somebody. */
  | { readonly kind: 'proposal'; readonly at: string }

/** `in version 3`, without its date. */
export function placeWords(place: KeptPlace): string {
  switch (place.kind) {
    case 'version':
      return place.label === '' ? `in version ${place.n}` : `in version ${place.n}, ${place.label}`
    case 'edition':
      return `in edition ${place.edition}`
    case 'act':
      return place.act === 'submit' ? 'in the note to the editor' : `in the reason for “${historyWords(place.act)}”`
    case 'correction':
      return `in what edition ${place.edition} ${place.isPublished ? 'put right' : 'puts right'}`
    case 'notice':
      return `in the notice of edition ${place.edition}`
    case 'proposal':
      return 'in a notice that was proposed'
  }
}
