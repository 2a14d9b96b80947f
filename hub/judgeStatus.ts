/** The hub's judgement of a change of public status; a confirmed one brings the notice edition's version with it. */
import type { ArticleState } from '../shared/desk/article.ts'
import { decideConfirmation, decideDecline, decideProposal } from '../shared/desk/decideStatus.ts'
import type { DeskState } from '../shared/desk/desk.ts'
import { noticeVersion } from '../shared/desk/notice.ts'
import type { BodyOf, Command } from '../shared/desk/operation.ts'
import type { Person } from '../shared/desk/person.ts'
import { fail, ok, type Result } from '../shared/result.ts'
import type { Reader } from './context.ts'
import { publishedVersion } from './documents.ts'
import type { Judged } from './judge.ts'

export async function judgeStatus(
  reader: Reader,
  desk: DeskState,
  article: ArticleState,
  command: Command,
  actor: Person,
): Promise<Result<Judged> | undefined> {
  const facts = { article, actor, people: desk.people }
  switch (command.kind) {
    case 'status.propose':
      return nothingKept(decideProposal(command.body.status, facts, command.body))
    case 'status.decline':
      return nothingKept(decideDecline(facts, command.body.reason))
    case 'status.confirm': {
      const decision = decideConfirmation(facts, command.body.override)
      return decision.ok ? noticeOf(reader, article, command.body) : decision
    }
    default:
      return undefined
  }
}

/** The workstation names the notice it showed; it has to be the one that the published version gives. [WF4] */
async function noticeOf(reader: Reader, article: ArticleState, { version: named }: BodyOf<'status.confirm'>): Promise<Result<Judged>> {
  const { proposal } = article
  if (!proposal) return ok({})
  const published = await publishedVersion(reader, article)
  if (!published) throw new Error(`article ${article.id} is to get a notice and was never published`)
  const { hash, bytes } = noticeVersion(article, published, proposal.status, proposal.notice)
  return hash === named
    ? ok({ version: { hash, bytes } })
    : fail('conflict', 'What readers have changed meanwhile. Look at the notice again and confirm it anew. Nothing was changed.')
}

function nothingKept(result: Result<null>): Result<Judged> {
  return result.ok ? ok({}) : result
}
