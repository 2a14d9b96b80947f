/** May the public status of an article be changed so? Draws the buttons and judges at the hub, as `decide` does for editions. [WF6] */
import { fail, ok, type Result } from '../result.ts'
import { type ArticleState, publishedEdition } from './article.ts'
import { hasRole, type Person, type Role } from './person.ts'
import {
  type NoticeStatus,
  type ReaderStatus,
  type StatusAct,
  statusAskedBy,
  type StatusMove,
  statusMoves,
  statusWords,
} from './publicStatus.ts'

export interface StatusFacts {
  readonly article: ArticleState
  readonly actor: Person
  readonly people: readonly Person[]
}

export interface StatusAsked {
  /** For readers; stands on the page. */
  readonly notice: string
  /** For the desk. */
  readonly reason: string
}

type Proposal = NonNullable<ArticleState['proposal']>

/** May this be proposed? `asked` absent: may the button be shown. */
export function decideProposal(status: NoticeStatus, facts: StatusFacts, asked?: StatusAsked): Result<null> {
  const { article, actor } = facts
  const move: StatusMove = statusMoves[status]
  const wrong = wrongFrom(article, status, move)
  if (wrong) return wrong
  if (move.proposedBy !== 'anyone' && !hasRole(actor, ...move.proposedBy))
    return refused(`This is asked for by ${roleWords(move.proposedBy)}.`)
  const standing = article.proposal
  if (standing && !(status === 'taken_down' && standing.status !== 'taken_down'))
    return refused(`It is already proposed that this piece be ${statusWords[standing.status]}. Confirm or decline that first.`)
  if (asked && asked.notice.trim() === '')
    return fail('invalid', 'Write the notice that readers will find in place of the piece. Nothing was changed.')
  if (asked && asked.reason.trim() === '') return fail('invalid', 'Give a reason for the desk’s own record. Nothing was changed.')
  return ok(null)
}

/** May what was proposed, or what was taken down at once, be confirmed by this person? `override`: the typed reason of a desk of one. */
export function decideConfirmation(facts: StatusFacts, override = ''): Result<null> {
  const { article, actor, people } = facts
  const { proposal, unconfirmed } = article
  if (!proposal) {
    if (!unconfirmed) return refused('Nothing about this piece waits to be confirmed.')
    if (unconfirmed.by === actor.id) return refused('You did this, so somebody else confirms it.')
    return hasRole(actor, 'editor', 'publisher', 'recordsEditor')
      ? ok(null)
      : refused('It is confirmed by an editor, a publisher or a records editor.')
  }
  const move: StatusMove = statusMoves[proposal.status]
  const wrong = wrongFrom(article, proposal.status, move)
  if (wrong) return wrong
  if (!hasRole(actor, ...move.confirmedBy)) return refused(`It is confirmed by ${roleWords(move.confirmedBy)}.`)
  if (move.second !== 'before' || mayConfirm(actor, proposal.by, secondsTo(proposal.by, people))) return ok(null)
  if (!isConfirmedAlone(proposal, people)) {
    return refused('A retraction is agreed by a publisher and a records editor, two people. Somebody else confirms it.')
  }
  return override.trim() === ''
    ? fail('invalid', 'Nobody else at this desk can confirm a retraction. Give a reason, and it is marked as confirmed by nobody.')
    : ok(null)
}

/** True where two people are needed and nobody but whoever proposed it could be the second: then it takes a typed reason. [PS2] */
export function isConfirmedAlone(proposal: Pick<Proposal, 'status' | 'by'>, people: readonly Person[]): boolean {
  if (statusMoves[proposal.status].second !== 'before') return false
  // Looked up once: this is asked of everybody at a desk, whoever proposed it.
  const roles = secondsTo(proposal.by, people)
  return roles.length === 0 || !people.some((person) => mayConfirm(person, proposal.by, roles))
}

export function decideDecline({ article, actor }: StatusFacts, reason?: string): Result<null> {
  if (!article.proposal) return refused('Nothing is proposed about this piece.')
  if (article.proposal.by !== actor.id && !hasRole(actor, 'publisher', 'recordsEditor'))
    return refused('It is declined by a publisher, a records editor, or whoever proposed it.')
  return reason?.trim() === '' ? fail('invalid', 'Give a reason: whoever proposed it reads it. Nothing was changed.') : ok(null)
}

/** Status acts that fit the article and this person, each with its refusal in words; empty when allowed. */
export function allowedStatusActs(facts: StatusFacts): readonly { readonly act: StatusAct; readonly refusal: string }[] {
  const { article, actor, people } = facts
  const offers: [StatusAct, Result<null>][] = []
  if (article.proposal) {
    if (mayAgree(actor, article.proposal, people)) offers.push(['confirm_status', decideConfirmation(facts, 'drawn')])
    if (decideDecline(facts).ok) offers.push(['decline_status', ok(null)])
  } else if (article.unconfirmed && decideConfirmation(facts).ok) offers.push(['confirm_status', ok(null)])
  const ends = hasRole(actor, ...statusMoves.withdrawn.confirmedBy)
  for (const act of [ends ? 'withdraw' : 'ask_to_withdraw', 'retract', 'take_down'] as const) {
    const status = statusAskedBy(act)
    if (status && decideProposal(status, facts).ok) offers.push([act, ok(null)])
  }
  return offers.map(([act, decision]) => ({ act, refusal: decision.ok ? '' : decision.error.message }))
}

/** Is it this person’s to agree with what was proposed: as one of those who may, as the second of two, or, where nobody can be that, alone? [PS2] */
export function mayAgree(actor: Person, proposal: Pick<Proposal, 'status' | 'by'>, people: readonly Person[]): boolean {
  const move: StatusMove = statusMoves[proposal.status]
  if (!hasRole(actor, ...move.confirmedBy)) return false
  return move.second !== 'before' || mayConfirm(actor, proposal.by, secondsTo(proposal.by, people)) || isConfirmedAlone(proposal, people)
}

/** Two people, one of them a publisher and the other a records editor: what the second has to be. */
function secondsTo(proposer: string, people: readonly Person[]): readonly Role[] {
  const other = people.find(({ id }) => id === proposer)
  if (!other) return []
  return [
    ...(hasRole(other, 'recordsEditor') ? (['publisher'] as const) : []),
    ...(hasRole(other, 'publisher') ? (['recordsEditor'] as const) : []),
  ]
}

function mayConfirm(actor: Person, proposer: string, roles: readonly Role[]): boolean {
  return actor.id !== proposer && hasRole(actor, ...roles)
}

function wrongFrom(article: ArticleState, status: NoticeStatus, move: StatusMove): Result<null> | undefined {
  if (!publishedEdition(article) || article.publicStatus === 'unpublished')
    return refused('It was never published. Spike it, or unschedule it, instead.')
  if (noticeOnItsWay(article, status))
    return refused('A notice about this piece is on its way already. Undo it in the Queue, or wait until it is live.')
  const from: ReaderStatus = article.publicStatus
  return move.from.includes(from) ? undefined : refused(`This piece is ${statusWords[from]}; it cannot become ${statusWords[status]}.`)
}

/** Taking down waits for no other notice: it takes the place of one that has not gone out. [QU7] */
function noticeOnItsWay(article: ArticleState, status: NoticeStatus): boolean {
  const edition = article.editions.at(-1)
  if (status === 'taken_down' && edition?.kind !== statusMoves.taken_down.kind) return false
  return edition?.state === 'scheduled' && Object.values(statusMoves).some(({ kind }) => kind === edition.kind)
}

const named: Record<Role, string> = {
  writer: 'a writer',
  editor: 'an editor',
  checker: 'a checker',
  publisher: 'a publisher',
  recordsEditor: 'a records editor',
  administrator: 'an administrator',
}

function roleWords(roles: readonly Role[]): string {
  return roles.map((role) => named[role]).join(' or ')
}

function refused(message: string): Result<null> {
  return fail('notAllowed', `${message} Nothing was changed.`)
}
