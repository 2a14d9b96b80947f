/** What an article still needs before it can be submitted: listed and jumped to, never greyed. Checked here, never on save. */
import type { Problem } from '../result.ts'
import { type ArticleState, currentEdition } from './article.ts'
import { bylineKey, bylineProblem, isRegistered } from './byline.ts'
import type { DeskState } from './desk.ts'

export interface Draft {
  readonly headline: string
  readonly body: string
  /** True when a part of the document could not be read as this program knows it. [DO6] */
  readonly damaged: boolean
}

/** `isSlugTaken`: another article published this month, or on its way, has this chosen slug. */
export function missingParts(
  article: ArticleState,
  draft: Draft,
  desk: Pick<DeskState, 'settings' | 'bylines'>,
  isSlugTaken: (slug: string) => boolean,
): readonly Problem[] {
  const { fields } = article
  const problems: Problem[] = []
  const say = (where: string, message: string) => problems.push({ where, message })
  if (draft.headline.trim() === '') say('headline', 'The headline is empty.')
  if (draft.body.trim() === '') say('body', 'The body has no text.')
  const byline = bylineProblem(fields.byline)
  if (byline) say('byline', byline)
  if (isRegistered(fields.byline.kind) && bylineOwner(article, desk) === 'another') {
    say('byline', `${fields.byline.text} is registered to somebody else. Choose other initials or another byline.`)
  }
  if (fields.category === '') say('category', 'No category is chosen.')
  else if (!desk.settings.categories.some(({ slug }) => slug === fields.category))
    say('category', 'Its category is no longer in the settings. Choose another.')
  if (currentEdition(article).n > 1 && fields.changeNote.trim() === '')
    say('changeNote', 'From the second edition on readers are told what changed: write the change note.')
  if (fields.slug !== '' && isSlugTaken(fields.slug))
    say('slug', `The slug “${fields.slug}” is taken by another article of this month. Choose another.`)
  if (draft.damaged) say('body', 'A part of the text could not be read. Open the article to see which.')
  return problems
}

/** Whose initials these are, as far as the article's writer may know: never the name. [BY5] */
function bylineOwner(article: ArticleState, desk: Pick<DeskState, 'bylines'>): 'nobody' | 'own' | 'another' {
  const owner = desk.bylines[bylineKey(article.fields.byline)]
  if (owner === undefined) return 'nobody'
  return owner === article.createdBy || owner in article.contributors ? 'own' : 'another'
}
