/** Who sees an article: its writers and those it was shared with, until it is submitted; everybody at the desk from then on. [WF12] */
import { fail, ok, type Result } from '../result.ts'
import type { ArticleState } from './article.ts'
import type { BodyOf } from './operation.ts'
import { isAtDesk, type Person, type PersonId } from './person.ts'

export type Seers = 'everybody' | readonly PersonId[]

export function seersOf(article: ArticleState): Seers {
  if (article.sharedWith === 'everybody' || wasSubmitted(article)) return 'everybody'
  return [...new Set([article.createdBy, ...Object.keys(article.contributors), ...(article.sharedWith ?? [])])]
}

export function isSeenBy(article: ArticleState, person: PersonId): boolean {
  const seers = seersOf(article)
  return seers === 'everybody' || seers.includes(person)
}

/** Once is for ever: what was recalled, spiked or sent back has been read. */
function wasSubmitted({ editions, history, publicStatus }: ArticleState): boolean {
  if (editions.length > 1 || publicStatus !== 'unpublished') return true
  if (editions.some(({ submission, schedule }) => submission ?? schedule)) return true
  return history.some(({ act }) => act === 'submit' || act === 'override_publish')
}

/** Said to whoever names a draft that is not theirs to see. */
export const unseenSentence = 'This draft is its writer’s alone until it is submitted or shared. Nothing was changed.'

/** May the draft be shown to them? Its writers say so, of people who are at the desk; nobody else does, whatever their roles. */
export function decideShare(
  article: ArticleState,
  { with: readers }: BodyOf<'share'>,
  actor: Person,
  people: readonly Person[],
): Result<null> {
  if (!isWriterOf(article, actor.id)) return fail('notAllowed', 'A draft is shared by those who write it. Nothing was changed.')
  if (seersOf(article) === 'everybody') return fail('notAllowed', 'Everybody at the desk sees this piece already.')
  if (readers === 'everybody') return ok(null)
  if (readers.some((id) => !people.some((person) => person.id === id && isAtDesk(person))))
    return fail('notFound', 'Somebody named there is not at this desk. Nothing was shared.')
  return readers.every((id) => isSeenBy(article, id)) ? fail('notAllowed', 'They see this draft already.') : ok(null)
}

export function isWriterOf({ createdBy, contributors }: ArticleState, person: PersonId): boolean {
  return createdBy === person || person in contributors
}

/** Those who saw it stay; what was seen cannot be unseen. */
export function sharedFurther(article: ArticleState, { with: readers }: BodyOf<'share'>): ArticleState {
  const { sharedWith = [] } = article
  if (readers === 'everybody' || sharedWith === 'everybody') return { ...article, sharedWith: 'everybody' }
  return { ...article, sharedWith: [...new Set([...sharedWith, ...readers])] }
}
