/** Which pages an edition touches when it goes out, in one line for whoever sends it. [QU13] */
import type { Edition } from '../../../shared/desk/edition.ts'
import { isPuttingRight } from '../../../shared/desk/newEdition.ts'

/** `category`: its name; undefined where none is chosen. */
export function pagesTouched({ n, kind }: Pick<Edition, 'n' | 'kind'>, category: string | undefined): string {
  const pages = [
    n === 1 ? 'A new page' : `Edition ${n} of its page`,
    ...(n === 1 ? [] : ['a page that keeps the edition before']),
    'the front page',
    ...(category ? [category] : []),
    ...(isPuttingRight(kind) ? ['the register of corrections'] : []),
    'the archive',
  ]
  return `${pages.join(', ')} and the feeds`
}
