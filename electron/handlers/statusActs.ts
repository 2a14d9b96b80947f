/** Acts on the public status: proposed, confirmed and declined as operations; one person's act may be two of them. */
import type { ArticleState } from '../../shared/desk/article.ts'
import { decideConfirmation, decideDecline, decideProposal } from '../../shared/desk/decideStatus.ts'
import { type NoticeVersion, noticeVersion } from '../../shared/desk/notice.ts'
import { type NoticeStatus, type StatusAct, statusAskedBy, statusMoves } from '../../shared/desk/publicStatus.ts'
import type { Person } from '../../shared/desk/person.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { readArticle } from '../database/articles.ts'
import { keepVersion } from '../database/versions.ts'
import { publishedHere } from './articleView.ts'
import { command, type Context } from './context.ts'

export interface StatusInput {
  /** What readers will find. */
  readonly note: string
  readonly reason: string
}

/** Does `act` as far as this person alone may; what needs somebody else waits as a proposal. */
export async function doStatusAct(
  context: Context,
  person: Person,
  people: readonly Person[],
  article: ArticleState,
  act: StatusAct,
  { note, reason }: StatusInput,
): Promise<Result<null>> {
  const facts = { article, actor: person, people }
  const status = statusAskedBy(act)
  if (act === 'decline_status') {
    const decision = decideDecline(facts, note)
    return decision.ok ? command(context, person.id, { kind: 'status.decline', subject: article.id, body: { reason: note } }) : decision
  }
  if (!status) return confirm(context, person, people, article, note)
  const asked = { notice: note, reason: reason.trim() === '' ? note : reason }
  const early = decideProposal(status, facts, asked)
  if (!early.ok) return early
  const proposed = await command(context, person.id, { kind: 'status.propose', subject: article.id, body: { status, ...asked } })
  if (!proposed.ok || !isAtOnce(act, status)) return proposed
  const after = readArticle(context.db, article.id)
  return after ? confirm(context, person, people, after, '') : proposed
}

/** *Withdraw* and *Take down* take effect with the act; asking and retracting wait for somebody. */
function isAtOnce(act: StatusAct, status: NoticeStatus): boolean {
  return act !== 'ask_to_withdraw' && statusMoves[status].second !== 'before'
}

async function confirm(
  context: Context,
  person: Person,
  people: readonly Person[],
  article: ArticleState,
  override: string,
): Promise<Result<null>> {
  const decision = decideConfirmation({ article, actor: person, people }, override)
  if (!decision.ok) return decision
  const notice = article.proposal && noticeOf(context, article, article.proposal.status, article.proposal.notice)
  if (notice && !notice.ok) return notice
  const body = { version: notice ? notice.value.hash : '', override: needsOverride(article, person, people) ? override : '' }
  const done = await command(context, person.id, { kind: 'status.confirm', subject: article.id, body })
  if (done.ok && notice) keepVersion(context.db, notice.value.hash, article.id, notice.value.bytes)
  return done
}

function needsOverride(article: ArticleState, actor: Person, people: readonly Person[]): boolean {
  return !decideConfirmation({ article, actor, people }).ok
}

/** The notice edition as it would go out, from the version readers have. */
export function noticeOf(context: Context, article: ArticleState, status: NoticeStatus, notice: string): Result<NoticeVersion> {
  const published = publishedHere(context, article)
  if (!published)
    return fail('notFound', 'The published version is not on this computer, so its notice cannot be made here. Nothing was changed.')
  return ok(noticeVersion(article, published, status, notice))
}
