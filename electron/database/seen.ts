/** Who sees an article, as its row holds it and as lists and searches ask. [WF12] */
import type { ArticleState } from '../../shared/desk/article.ts'
import { seersOf } from '../../shared/desk/seen.ts'
import type { Readable } from './open.ts'

/** Who looks: ` ID `; empty: whoever owns the computer, who sees everything. */
export type Seer = string

export const owner: Seer = ''

/** Nobody sees a draft where nobody sits. */
export function seerOf(person: string): Seer {
  return ` ${person || 'nobody'} `
}

/** As in the column: empty, everybody; otherwise ` ID ID `. */
export function seenBy(article: ArticleState): string {
  const seers = seersOf(article)
  return seers === 'everybody' ? '' : ` ${seers.join(' ')} `
}

/** As a condition of a list. */
export const isSeen = `(seen_by = '' OR instr(seen_by, @seer) > 0)`

/** Asked of each article that was found, so that a search costs nothing for those that were not. */
export function seeing(db: Readable, seer: Seer): (key: number) => boolean {
  if (seer === owner) return () => true
  const read = db.prepare<[number], { seen_by: string }>('SELECT seen_by FROM article WHERE key = ?')
  return (key) => {
    const people = read.get(key)?.seen_by ?? ''
    return people === '' || people.includes(seer)
  }
}
