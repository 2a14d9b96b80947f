/** May this act happen? The same function draws the buttons and judges at the hub; only the hub's answer counts. [WF6] */
import type { Hash } from '../canonical.ts'
import { fail, ok, type FailureCode, type Problem, type Result } from '../result.ts'
import { type ArticleState, currentEdition } from './article.ts'
import { type Edition, inSentence } from './edition.ts'
import { hasRole, type Person, type PersonId, type Role } from './person.ts'
import { statusAfter } from './publicStatus.ts'
import { type Act, type Right, transitions, type Transition } from './transitions.ts'

/** Everything a decision rests on, gathered beforehand. */
export interface Facts {
  readonly article: ArticleState
  readonly actor: Person
  readonly people: readonly Person[]
  /** The hub's clock, ISO in UTC. */
  readonly now: string
  /** The draft as it stands: its version's name, and what is still missing before it can be submitted. */
  readonly draft: { readonly version: Hash; readonly missing: readonly Problem[] }
  /** Who changed the clean text since the last approval, the article's author apart. [WF3] */
  readonly authors: readonly PersonId[]
}

/** What the act names: the version it is about, its words, its instant. Absent when only the button is drawn. */
export interface Asked {
  readonly version?: Hash
  readonly note?: string
  readonly at?: string
  readonly gate?: 'facts' | 'legal' | 'identity' | 'rights'
}

/** Judges `act`. `asked` absent: may the button be shown; what is missing is then listed, never greyed. */
export function decide(act: Act, facts: Facts, asked?: Asked): Result<null> {
  const edition = currentEdition(facts.article)
  const row: Transition = transitions[act]
  if (isNotice(edition) && edition.state !== 'published' && act !== 'unschedule') return refused(noticeSentence)
  if (!row.from.includes(edition.state)) return fail('notAllowed', stateSentence(row, edition))
  if (!holdsRight(act, facts)) return fail('notAllowed', rightSentence(row))
  if (asked && row.note === 'required' && !asked.note?.trim())
    return fail('invalid', `Give a reason: “${row.label}” is not done without one. Nothing was changed.`)
  return guards[act]?.(facts, edition, asked) ?? ok(null)
}

/** True when the act is this person's to ask for on this article, whatever its state. */
export function holdsRight(act: Act, facts: Facts): boolean {
  const edition = currentEdition(facts.article)
  return transitions[act].who.some((right) => hasRight(right, facts, edition))
}

const noticeSentence =
  'This edition is a notice to readers. It goes out as it was confirmed, or is undone in the Queue. Nothing was changed.'

function isNotice({ kind }: Edition): boolean {
  return statusAfter(kind) !== 'live'
}

type Guard = (facts: Facts, edition: Edition, asked: Asked | undefined) => Result<null> | undefined

const guards: Partial<Record<Act, Guard>> = {
  submit: (facts, _edition, asked) => complete(facts, asked) ?? sameAsDraft(facts, asked),
  approve: (facts, edition, asked) =>
    notOwnWork(facts) ?? gatesComplete(edition) ?? notOnHold(edition) ?? sameAs(edition.submission?.version, asked, 'submitted'),
  publish: (facts, edition, asked) =>
    notOnHold(edition) ?? sameAs(edition.approval?.version, asked, 'approved') ?? afterEmbargo(facts, { at: facts.now }),
  schedule: (facts, edition, asked) =>
    notOnHold(edition) ?? sameAs(edition.approval?.version, asked, 'approved') ?? inTheFuture(facts, asked) ?? afterEmbargo(facts, asked),
  reschedule: (facts, edition, asked) =>
    notOnHold(edition) ??
    sameAs(edition.schedule?.version, asked, 'scheduled') ??
    (asked?.at === '' ? undefined : inTheFuture(facts, asked)) ??
    afterEmbargo(facts, asked?.at === '' ? { at: facts.now } : asked),
  override_publish: (facts, edition, asked) =>
    notOnHold(edition) ?? afterEmbargo(facts, { at: facts.now }) ?? complete(facts, asked) ?? sameAsDraft(facts, asked),
  approve_afterwards: (facts, edition, asked) =>
    (edition.notReviewed ? undefined : refused('This edition was reviewed before it was published; no later approval is needed.')) ??
    notOwnWork(facts) ??
    sameAs(edition.schedule?.version, asked, 'published'),
  hold: (_facts, edition) => (edition.hold ? refused('It is on hold already.') : undefined),
  lift_hold: (_facts, edition) => (edition.hold ? undefined : refused('It is not on hold.')),
  require_gate: (_facts, edition, asked) =>
    asked?.gate && edition.gates[asked.gate]?.state === 'required' ? refused(`The ${asked.gate} gate is required already.`) : undefined,
  complete_gate: (facts, edition, asked) => mayComplete(facts, edition, asked),
}

function hasRight(right: Right, facts: Facts, edition: Edition): boolean {
  const { actor, article } = facts
  switch (right) {
    case 'hub':
      return false
    case 'ownWriter':
      return article.createdBy === actor.id || actor.id in article.contributors
    case 'submitter':
      return edition.submission?.by === actor.id
    case 'approver':
      return edition.approval?.by === actor.id
    case 'thirdPerson':
      return edition.schedule?.by !== actor.id && hasRole(actor, 'editor', 'publisher')
    default:
      return hasRole(actor, right)
  }
}

function stateSentence(row: Transition, edition: Edition): string {
  return `“${row.label.replace('…', '')}” is for an edition that is ${either(row.from.map(inSentence))}; this one is ${inSentence(edition.state)}. Nothing was changed.`
}

/** `a`, `a or b`, `a, b or c`. */
function either(words: readonly string[]): string {
  const last = words.at(-1) ?? ''
  return words.length > 1 ? `${words.slice(0, -1).join(', ')} or ${last}` : last
}

const rightWords: Record<Right, string> = {
  writer: 'a writer',
  editor: 'an editor',
  checker: 'a checker',
  publisher: 'a publisher',
  recordsEditor: 'a records editor',
  administrator: 'an administrator',
  ownWriter: 'the writer of the piece',
  submitter: 'the person who submitted it',
  approver: 'the person who approved it',
  thirdPerson: 'an editor who neither wrote nor published it',
  hub: 'the publishing queue',
}

function rightSentence(row: Transition): string {
  return `“${row.label.replace('…', '')}” is the right of ${either(row.who.map((right) => rightWords[right]))}. Nothing was changed.`
}

function refused(message: string, code: FailureCode = 'notAllowed'): Result<null> {
  return fail(code, message)
}

/** [WF3] Nobody approves what they wrote. [WF8] A desk of one is told what is left to it. */
function notOwnWork({ actor, article, authors, people }: Facts): Result<null> | undefined {
  const wrote = article.createdBy === actor.id || authors.includes(actor.id)
  if (!wrote) return undefined
  const others = people.some((person) => person.id !== actor.id && hasRole(person, 'editor', 'publisher'))
  return refused(
    others
      ? 'You wrote this, so somebody else has to approve it. It stays in review.'
      : 'You wrote this, and nobody else at this desk may approve it. Add an editor, or publish without review: the page’s record will say so.',
  )
}

function gatesComplete(edition: Edition): Result<null> | undefined {
  const open = Object.entries(edition.gates)
    .filter(([, gate]) => gate?.state === 'required')
    .map(([name]) => name)
  return open.length > 0 ? refused(`A gate is still open: ${open.join(', ')}. It can be approved when it is complete.`) : undefined
}

function notOnHold(edition: Edition): Result<null> | undefined {
  return edition.hold ? refused(`It is on hold: ${edition.hold.reason.replace(/[^.!?]$/u, '$&.')} Lift the hold first.`) : undefined
}

function complete({ draft }: Facts, asked: Asked | undefined): Result<null> | undefined {
  if (!asked || draft.missing.length === 0) return undefined
  const parts = draft.missing.map(({ message }) => message).join(' ')
  return fail('invalid', `${parts} The text is safe and stays a draft.`, draft.missing)
}

function sameAsDraft({ draft }: Facts, asked: Asked | undefined): Result<null> | undefined {
  if (!asked || asked.version === draft.version) return undefined
  return refused('The text changed while it was being sent. Nothing was submitted; look at it and send it again.', 'conflict')
}

/** [WF4] An approval is of one version and no other bytes. */
function sameAs(standing: Hash | undefined, asked: Asked | undefined, what: string): Result<null> | undefined {
  if (!asked || asked.version === standing) return undefined
  return refused(`The version named is not the one that was ${what}. Read the version that stands now and decide again.`, 'conflict')
}

function inTheFuture({ now }: Facts, asked: Asked | undefined): Result<null> | undefined {
  if (!asked) return undefined
  if (asked.at && Date.parse(asked.at) > Date.parse(now)) return undefined
  return refused('That time has passed. Choose a later one, or publish now.', 'invalid')
}

function afterEmbargo({ article }: Facts, asked: Asked | undefined): Result<null> | undefined {
  const { embargo } = article.fields
  if (!asked?.at || embargo === '' || Date.parse(asked.at) >= Date.parse(embargo)) return undefined
  return refused(`It is under embargo until ${embargo}. Choose that time or a later one.`, 'invalid')
}

/** Whose right it is to complete each gate. */
export const gateRights = {
  facts: ['checker'],
  rights: ['editor'],
  legal: ['publisher', 'recordsEditor'],
  identity: ['publisher', 'recordsEditor'],
} as const satisfies Record<string, readonly Role[]>

function mayComplete(facts: Facts, edition: Edition, asked: Asked | undefined): Result<null> | undefined {
  if (!asked?.gate) return undefined
  if (edition.gates[asked.gate]?.state !== 'required') return refused(`The ${asked.gate} gate is not waiting for anybody.`)
  if (!hasRole(facts.actor, ...gateRights[asked.gate])) {
    return refused(`The ${asked.gate} gate is completed by ${gateRights[asked.gate].map((role) => rightWords[role]).join(' or ')}.`)
  }
  const wrote = facts.article.createdBy === facts.actor.id || facts.authors.includes(facts.actor.id)
  return asked.gate === 'facts' && wrote ? refused('Facts are checked by somebody who did not write the piece.') : undefined
}
