/** Standing words wait for a second person: who may propose, agree, send back or withdraw. Draws the buttons and judges at the hub. [WF6] */
import type { Hash, Json } from '../canonical.ts'
import { fail, type FailureCode, ok, type Result } from '../result.ts'
import type { DeskState } from './desk.ts'
import type { CommandKind } from './operation.ts'
import { hasRole, type Person, type PersonId } from './person.ts'
import { partHash, partsInWords, type StandingPart, standingParts } from './settingsParts.ts'

/** Words that wait for a second person; readers have the ones before them until somebody agrees. */
export interface Proposal {
  /** Number of the proposing operation in the desk's order. */
  readonly seq: number
  readonly by: PersonId
  readonly at: string
  /** Names the words that stood when they were proposed. */
  readonly base: Hash
  /** Names the proposed words: agreeing is to these and no others. */
  readonly words: Hash
  readonly value: Json
}

export interface WordsDecision {
  readonly act: 'agree' | 'send_back' | 'withdraw'
  readonly by: PersonId
  readonly at: string
  /** Of words that were sent back; empty otherwise. */
  readonly reason: string
  /** What was decided about, and whose it was. */
  readonly proposal: number
  readonly words: Hash
  readonly proposedBy: PersonId
}

/** One part of the standing words beside what readers have: what waits, and what was decided last. */
export interface StandingState {
  readonly open?: Proposal
  readonly last?: WordsDecision
}

export const wordsActs = {
  propose: { operation: 'words.propose', label: 'Propose these words', done: 'Proposed' },
  agree: { operation: 'words.agree', label: 'Agree to these words', done: 'Agreed' },
  send_back: { operation: 'words.send_back', label: 'Send back…', done: 'Sent back' },
  withdraw: { operation: 'words.withdraw', label: 'Withdraw', done: 'Withdrawn' },
} as const satisfies Record<string, { operation: CommandKind; label: string; done: string }>

export type WordsAct = keyof typeof wordsActs
/** Those about a proposal that stands. */
export const decidingActs = ['agree', 'send_back', 'withdraw'] as const satisfies readonly WordsAct[]

export interface WordsFacts {
  readonly desk: Pick<DeskState, 'people' | 'settings' | 'words'>
  readonly actor: Person
  readonly part: StandingPart
}

/** What the act names; absent when only the button is drawn. */
export interface WordsAsked {
  /** For *propose*: the words it was made from. */
  readonly base?: Hash
  /** The words themselves, by their name. */
  readonly words: Hash
  readonly proposal?: number
  readonly reason?: string
}

/** Judges `act`. Sentences name nobody: what the hub refuses stands in the log. [BY3] */
export function decideWords(act: WordsAct, facts: WordsFacts, asked?: WordsAsked): Result<null> {
  return act === 'propose' ? decideProposing(facts, asked) : decideProposed(act, facts, asked)
}

/** True where somebody else can agree: then nobody changes standing words alone. */
export function hasSecondPerson(people: readonly Person[], proposer: PersonId): boolean {
  return people.some((person) => person.id !== proposer && hasRole(person, 'publisher'))
}

/** Acts on what is proposed that are this person's, each with its refusal in words; empty when allowed. */
export function allowedWordsActs(facts: WordsFacts): readonly { readonly act: WordsAct; readonly refusal: string }[] {
  const { desk, actor, part } = facts
  const { open } = desk.words?.[part] ?? {}
  return decidingActs.flatMap((act) => {
    const decision = decideWords(act, facts)
    const isObstacle = act === 'agree' && open?.by === actor.id
    return decision.ok || isObstacle ? [{ act, refusal: decision.ok ? '' : decision.error.message }] : []
  })
}

/** Parts of the standing words that wait for this person: to agree to, or sent back to them. [HS7] */
export function wordsWaitingFor(desk: Pick<DeskState, 'words'>, person: Person): readonly StandingPart[] {
  return standingParts.filter((part) => {
    const { open, last } = desk.words?.[part] ?? {}
    if (open) return open.by !== person.id && hasRole(person, 'publisher')
    return last?.act === 'send_back' && last.proposedBy === person.id
  })
}

function decideProposing({ desk, actor, part }: WordsFacts, asked: WordsAsked | undefined): Result<null> {
  const name = partsInWords([part])
  if (!hasRole(actor, 'publisher')) return refused('Standing words are a publisher’s to propose.')
  if (desk.words?.[part]?.open)
    return refused(
      `Other words for ${name} were proposed before and wait for a decision, and there is one proposal at a time: agree to it, send it back, or have it withdrawn. Yours were not proposed.`,
      'conflict',
    )
  if (!hasSecondPerson(desk.people, actor.id))
    return refused(`Nobody else at this desk may agree to ${name}: save the words again, and the change says that nobody did.`)
  const standing = partHash(desk.settings, part)
  if (asked && asked.base !== standing)
    return refused(`Somebody else changed ${name} meanwhile: look at what stands there now and propose yours again.`, 'conflict')
  return asked?.words === standing ? refused('These words stand there already.', 'invalid') : ok(null)
}

function decideProposed(act: (typeof decidingActs)[number], facts: WordsFacts, asked: WordsAsked | undefined): Result<null> {
  const { desk, actor, part } = facts
  const { open, last } = desk.words?.[part] ?? {}
  const isOwnSentBack = !open && last?.act === 'send_back' && last.proposedBy === actor.id
  if (act === 'withdraw' && isOwnSentBack) return about(last.proposal, last.words, asked) ?? ok(null)
  if (!open) return refused(last ? decidedBefore[last.act] : 'No words are proposed there.')
  const other = about(open.seq, open.words, asked)
  if (other) return other
  if (act === 'withdraw')
    return open.by === actor.id ? ok(null) : refused('Proposed words are withdrawn by whoever proposed them; you can send them back.')
  if (!hasRole(actor, 'publisher')) return refused('Standing words are agreed to, or sent back, by a publisher.')
  if (open.by === actor.id) return refused(ownWords(desk.people, actor))
  if (act === 'send_back' && asked && !asked.reason?.trim())
    return refused('Give a reason: whoever proposed these words reads it.', 'invalid')
  if (act === 'agree' && open.base !== partHash(desk.settings, part))
    return refused('What stands there is not what it was when these words were proposed: send them back.', 'conflict')
  return ok(null)
}

/** Of two decisions the first stands; the other is told which that was. [WF7] */
const decidedBefore: Readonly<Record<WordsDecision['act'], string>> = {
  agree: 'Somebody agreed to these words before you, and they stand. Yours does not count.',
  send_back: 'These words were sent back before you decided. Yours does not count.',
  withdraw: 'These words were withdrawn before you decided. Yours does not count.',
}

function about(seq: number, words: Hash, asked: WordsAsked | undefined): Result<null> | undefined {
  if (!asked || (asked.proposal === seq && asked.words === words)) return undefined
  return refused('Other words are proposed there by now: read them and decide again.', 'conflict')
}

function ownWords(people: readonly Person[], { id }: Person): string {
  return hasSecondPerson(people, id)
    ? 'You proposed these words, so somebody else decides about them.'
    : 'You proposed these words, and nobody else at this desk may agree to them any more. Withdraw them and save them again: the change says that nobody agreed.'
}

function refused(message: string, code: FailureCode = 'notAllowed'): Result<never> {
  return fail(code, `${message} Nothing was changed.`)
}
