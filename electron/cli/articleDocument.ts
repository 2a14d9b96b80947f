/** An article as the command line prints it: these keys and their names stay. */
import type { ArticleRow } from '../../shared/contract/articles.ts'
import { stateWords } from '../../shared/desk/edition.ts'
import { statusWords } from '../../shared/desk/publicStatus.ts'
import { capital } from '../../shared/site/notices.ts'
import { table } from './table.ts'

export interface ArticleDocument {
  readonly id: string
  readonly headline: string
  readonly state: ArticleRow['state']
  readonly publicStatus: ArticleRow['publicStatus']
  readonly edition: number
  readonly byline: string
  readonly words: number
}

export function articleDocument({ id, headline, state, publicStatus, edition, byline, words }: ArticleRow): ArticleDocument {
  return { id, headline, state, publicStatus, edition, byline, words }
}

/** One line an article, the id short enough to type and long enough to be its own. */
export function articleTable(rows: readonly ArticleRow[]): string {
  if (rows.length === 0) return 'No articles.\n'
  return table(
    ['ID', 'STATE', 'ED.', 'WORDS', 'BYLINE', 'HEADLINE'],
    rows.map((row) => [row.id.slice(0, 13), standing(row), row.edition, row.words, row.byline || '–', row.headline || '(no headline)']),
  )
}

/** Of what was taken back that it was: its edition is published all the same. */
function standing({ state, publicStatus }: ArticleRow): string {
  if (state === 'published' && (publicStatus === 'withdrawn' || publicStatus === 'retracted' || publicStatus === 'taken_down'))
    return capital(statusWords[publicStatus])
  return stateWords[state]
}

/** After an act: what it is called, what it is now, what it waits for. */
export function articleLine({ headline, state, waitsFor }: ArticleRow): string {
  return `${headline || '(no headline)'}: ${stateWords[state].toLowerCase()}${waitsFor ? `, ${waitsFor}` : ''}\n`
}
