/** What the publish sheet says of an edition: its version, and in one line which pages it touches when it goes out. [QU13] */
import type { Edition } from '../../../shared/desk/edition.ts'
import type { EveryAct } from '../../../shared/desk/everyAct.ts'
import { isPuttingRight } from '../../../shared/desk/newEdition.ts'

/** Nobody approved what is published without review. */
export function versionWords(n: number, act: EveryAct): string {
  return act === 'override_publish' ? `${n}, as submitted; nobody has approved it` : `${n}, as approved`
}

export interface Touching extends Pick<Edition, 'n' | 'kind'> {
  /** Of an edition after the first: the one before gets a page of its own. [SI13] */
  readonly keepsBefore: boolean
}

/** `category`: its name; undefined where none is chosen. */
export function pagesTouched({ n, kind, keepsBefore }: Touching, category: string | undefined): string {
  const pages = [
    n === 1 ? 'A new page' : `Edition ${n} of its page`,
    ...(n === 1 ? [] : [keepsBefore ? 'a page that keeps the edition before' : 'no page for the edition before']),
    'the front page',
    ...(category ? [category] : []),
    ...(isPuttingRight(kind) ? ['the register of corrections'] : []),
    'the archive',
  ]
  return `${pages.join(', ')} and the feeds`
}
