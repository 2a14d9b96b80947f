/** What an article still needs before it can be submitted: listed and jumped to, never greyed. Checked here, never on save. */
import type { Problem } from '../result.ts'
import { type ArticleState, currentEdition } from './article.ts'
import { bylineKey, bylineProblem, isRegistered } from './byline.ts'
import type { DeskState } from './desk.ts'

export interface Draft {
  readonly headline: string
  readonly body: string
  /** What a typographical edition changed beyond spelling and punctuation, in words; empty: nothing. [WF11] */
  readonly largerChange: string
  /** True when a part of the document could not be read as this program knows it. [DO6] */
  readonly damaged: boolean
  /** Pictures that the text shows and the desk does not have. [SY23] */
  readonly absentPictures: number
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
  for (const problem of editionProblems(article, draft)) problems.push(problem)
  if (fields.slug !== '' && isSlugTaken(fields.slug))
    say('slug', `The slug “${fields.slug}” is taken by another article of this month. Choose another.`)
  if (draft.damaged) say('body', 'A part of the text could not be read. Open the article to see which.')
  if (draft.absentPictures > 0)
    say(
      'body',
      `${draft.absentPictures === 1 ? 'A picture' : `${draft.absentPictures} pictures`} of the text did not reach the desk. Remove it and put it in again.`,
    )
  return problems
}

/** From the second edition on readers are told what changed; a correction says what was wrong and what is right. [WF11] [SI8] */
function editionProblems(article: ArticleState, { largerChange }: Draft): readonly Problem[] {
  const { fields } = article
  const edition = currentEdition(article)
  if (edition.n === 1) return []
  const problems: Problem[] = []
  const isSilent = edition.kind === 'typographical' && largerChange === ''
  if (!isSilent && fields.changeNote.trim() === '') {
    const message =
      edition.kind === 'typographical'
        ? `This is more than a typographical change: ${largerChange}. Say why in the change note, or spike this edition and start a correction.`
        : 'From the second edition on readers are told what changed: write the change note.'
    problems.push({ where: 'changeNote', message })
  }
  if (edition.kind === 'correction' && fields.correctionNotes.length === 0)
    problems.push({ where: 'correctionNotes', message: 'A correction says what we wrote and what it should say: add at least one.' })
  const unexplained = fields.correctionNotes.some(({ shouldSay, note }) => shouldSay.trim() === '' && note.trim() === '')
  if (unexplained)
    problems.push({ where: 'correctionNotes', message: 'A correction has neither what it should say nor a note for readers.' })
  if (fields.correctionNotes.some(({ doNotRepeat, note }) => doNotRepeat && note.trim() === ''))
    problems.push({ where: 'correctionNotes', message: 'An error that is not to be repeated is described: write the note for readers.' })
  return problems
}

/** Whose initials these are, as far as the article's writer may know: never the name. [BY5] */
function bylineOwner(article: ArticleState, desk: Pick<DeskState, 'bylines'>): 'nobody' | 'own' | 'another' {
  const owner = desk.bylines[bylineKey(article.fields.byline)]
  if (owner === undefined) return 'nobody'
  return owner === article.createdBy || owner in article.contributors ? 'own' : 'another'
}
