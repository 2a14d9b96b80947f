/** What the publish sheet says of an edition: its version, and in one line which pages it touches when it goes out. [QU13] */
import type { ArticleView } from '../../../shared/contract/articles.ts'
import type { Edition } from '../../../shared/desk/edition.ts'
import type { EveryAct } from '../../../shared/desk/everyAct.ts'
import { isPuttingRight } from '../../../shared/desk/newEdition.ts'

type Versions = Pick<ArticleView, 'versions' | 'standingVersion' | 'draftVersion'>

/** Without review the text goes out as it stands when that is pressed, with what was changed since it was submitted. Undefined: there is none yet. */
export function versionWords({ versions, standingVersion, draftVersion }: Versions, act: EveryAct): string | undefined {
  const numberOf = (version: string) => versions.find(({ hash }) => hash === version)?.n
  const standing = numberOf(standingVersion)
  if (act !== 'override_publish') return standing ? `${standing}, as approved` : undefined
  if (standing && draftVersion === standingVersion) return `${standing}, as submitted; nobody has approved it`
  const since = standing ? `, with what was changed since version ${standing}` : ''
  return `The text as it stands now${since}; nobody has approved it`
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
