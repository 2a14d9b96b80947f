/** Whom an article waits for: the one rule behind *Waiting on me*, its filter and its counts. [WF13] */
import { type ArticleState, currentEdition } from './article.ts'
import { gateRights } from './decide.ts'
import type { Edition, GateName } from './edition.ts'
import { hasRole, type Person, type PersonId, type Role } from './person.ts'
import { mayAgree } from './decideStatus.ts'
import { noticeStatuses, type StatusMove, statusMoves } from './publicStatus.ts'

export interface Wait {
  /** A role, the id of one person, or `second to ID`: who may agree with what that person proposed, where two are needed. */
  readonly who: string
  /** Not this person, whatever their roles; empty: everybody. */
  readonly except: PersonId
  /** Only from this instant on, ISO; empty: now. */
  readonly after: string
  /** The screen on which it is done. */
  readonly screen: 'desk' | 'review' | 'queue'
}

/** Two minutes past its time and not live. [QU8] */
const overdueAfter = 2 * 60_000

export function waitsOf(article: ArticleState): readonly Wait[] {
  const edition = currentEdition(article)
  return [...onText(article, edition), ...onGates(article, edition), ...onStatus(article), ...onTime(edition)]
}

export function waitsForPerson(article: ArticleState, person: Person, people: readonly Person[], now: string): boolean {
  return waitsOf(article).some(
    ({ who, except, after }) =>
      (who === person.id || hasRole(person, who as Role) || isSecond(person, who, people)) &&
      except !== person.id &&
      (after === '' || after < now),
  )
}

/** Everything by which a wait can mean this person, their id apart: roles, and whose second they may be, as the roles of all stand now. */
export function namesOf(person: Person, people: readonly Person[]): readonly string[] {
  return [...person.roles, ...people.map(({ id }) => secondTo(id)).filter((who) => isSecond(person, who, people))]
}

const second = 'second to '

function secondTo(proposer: PersonId): string {
  return `${second}${proposer}`
}

function isSecond(person: Person, who: string, people: readonly Person[]): boolean {
  if (!who.startsWith(second)) return false
  const by = who.slice(second.length)
  return noticeStatuses.some((status) => statusMoves[status].second === 'before' && mayAgree(person, { status, by }, people))
}

function wait(who: string, screen: Wait['screen'], except = '', after = ''): Wait {
  return { who, except, after, screen }
}

/** The writer: changes requested, an approval lost. Editors: what is in review and not theirs. Publishers: approved, without a time. */
function onText(article: ArticleState, edition: Edition): readonly Wait[] {
  const { createdBy } = article
  const lost = lostBy(article, edition)
  const toWriter = edition.state === 'changes_requested' || (lost !== '' && lost !== createdBy) ? [wait(createdBy, 'desk')] : []
  if (edition.state === 'in_review') return [...toWriter, wait('editor', 'review', createdBy), wait('publisher', 'review', createdBy)]
  return edition.state === 'approved' ? [...toWriter, wait('publisher', 'queue')] : toWriter
}

/** Who ended an approval of this edition, while nothing has been decided or submitted since; empty: nobody did. */
function lostBy({ history }: ArticleState, { n, approval, schedule }: Edition): PersonId {
  // It stands, or goes out without one: words are written on for the next edition.
  if (approval || schedule) return ''
  const last = history.findLast(({ act, edition }) => edition === n && decisions.has(act))
  return last?.act === 'take_back' || last?.act === 'edit_again' ? last.by : ''
}

const decisions: ReadonlySet<string> = new Set(['submit', 'recall', 'request_changes', 'approve', 'take_back', 'edit_again', 'spike'])

/** Those whose gate it is; facts are never checked by whoever wrote them. */
function onGates({ createdBy }: ArticleState, { gates, state }: Edition): readonly Wait[] {
  if (state === 'published' || state === 'superseded' || state === 'spiked') return []
  return (Object.entries(gates) as [GateName, Edition['gates'][GateName]][]).flatMap(([name, gate]) =>
    gate?.state === 'required' ? gateRights[name].map((role) => wait(role, 'review', name === 'facts' ? createdBy : '')) : [],
  )
}

/** A change of what readers see that somebody has to decide, or has to confirm. */
function onStatus({ proposal, unconfirmed }: ArticleState): readonly Wait[] {
  const move: StatusMove = statusMoves[proposal?.status ?? 'withdrawn']
  const those = proposal && move.second === 'before' ? [secondTo(proposal.by)] : move.confirmedBy
  const asked = proposal ? those.map((who) => wait(who, 'queue')) : []
  const toConfirm = unconfirmed ? (['publisher', 'recordsEditor'] as const).map((role) => wait(role, 'queue', unconfirmed.by)) : []
  return [...asked, ...toConfirm]
}

function onTime({ state, schedule, publication }: Edition): readonly Wait[] {
  const since = state === 'scheduled' ? schedule?.at : state === 'published' && publication?.liveAt === '' ? publication.at : undefined
  return since ? [wait('publisher', 'queue', '', new Date(Date.parse(since) + overdueAfter).toISOString())] : []
}
