/** The table of acts: each row allowed from its states to those who have the right, and refused to everybody else, everywhere else. */
import { describe, expect, test } from 'vitest'
import { allowedActs } from '../../shared/desk/allowedActs.ts'
import { decide, type Facts } from '../../shared/desk/decide.ts'
import { type Edition, editionStates } from '../../shared/desk/edition.ts'
import type { Person } from '../../shared/desk/person.ts'
import { type Act, isAct, peoplesActs, type Right, transitions, type Transition } from '../../shared/desk/transitions.ts'
import { articleWith, at, editionIn, hash, people, person } from './standing.ts'

function factsFor(actor: Person, edition: Edition, more: Partial<Facts> = {}): Facts {
  const article = articleWith(edition)
  return { article, actor, people: Object.values(people), now: at, draft: { version: hash, missing: [] }, authors: ['writer'], ...more }
}

const asked = { version: hash, note: 'Because.', at: '2027-01-01T00:00:00.000Z', gate: 'facts' } as const

/** Who has each right on this article. */
const holders: Readonly<Record<Right, readonly (keyof typeof people)[]>> = {
  writer: ['writer', 'otherWriter'],
  editor: ['editor'],
  checker: ['checker'],
  publisher: ['publisher'],
  recordsEditor: ['recordsEditor'],
  administrator: ['administrator'],
  ownWriter: ['writer'],
  submitter: ['writer'],
  approver: ['editor'],
  thirdPerson: ['editor'],
  hub: [],
}

/** What the row's guard wants beside state and right. */
function readyFor(act: Act, edition: Edition): Edition {
  if (act === 'lift_hold') return { ...edition, hold: { by: 'editor', at, reason: 'Wait.', until: '' } }
  if (act === 'complete_gate') return { ...edition, gates: { facts: { state: 'required', by: 'editor', at } } }
  if (act === 'approve_afterwards') return { ...edition, notReviewed: true }
  return edition
}

describe('rows', () => {
  for (const act of peoplesActs) {
    const row: Transition = transitions[act]
    const allowed = new Set(row.who.flatMap((right) => holders[right]))
    for (const state of editionStates) {
      for (const [name, actor] of Object.entries(people)) {
        const mayState = row.from.includes(state)
        // The facts gate, which `asked` names, is a checker's alone.
        const mayPerson = allowed.has(name as keyof typeof people) && (act !== 'complete_gate' || name === 'checker')
        const expected = mayState && mayPerson
        test(`[WF1] ${act} by ${name} in ${state} is ${expected ? 'allowed' : 'refused'}`, () => {
          const decision = decide(act, factsFor(actor, readyFor(act, editionIn(state))), asked)
          expect(decision.ok).toBe(expected)
          if (!decision.ok) expect(decision.error.message).toMatch(/\S\.( |$)/)
        })
      }
    }
    if (row.note === 'required') {
      test(`[WF1] ${act} without a reason is refused`, () => {
        const [name] = [...allowed]
        const [state] = row.from
        const decision = decide(act, factsFor(people[name ?? 'editor'], readyFor(act, editionIn(state ?? 'draft'))), {
          ...asked,
          note: ' ',
        })
        expect(decision).toMatchObject({ ok: false, error: { code: 'invalid' } })
      })
    }
  }
})

test('[WF1] only the hub releases and supersedes', () => {
  for (const act of ['release', 'supersede'] as const) {
    for (const actor of Object.values(people))
      expect(decide(act, factsFor(actor, editionIn(transitions[act].from[0])), asked).ok).toBe(false)
  }
})

test('[WF1] submitting lists everything that is missing', () => {
  const missing = [
    { where: 'headline', message: 'The headline is empty.' },
    { where: 'category', message: 'No category is chosen.' },
  ]
  const decision = decide('submit', factsFor(people.writer, editionIn('draft'), { draft: { version: hash, missing } }), asked)
  expect(decision).toMatchObject({ ok: false, error: { code: 'invalid', details: missing } })
})

test('[WF3] an editor who changed the text since the last approval does not approve it', () => {
  const facts = factsFor(people.editor, editionIn('in_review'), { authors: ['editor'] })
  expect(decide('approve', facts, asked)).toMatchObject({ ok: false })
  expect(decide('approve', factsFor(people.editor, editionIn('in_review')), asked)).toMatchObject({ ok: true })
})

test('[WF4] approving, publishing and scheduling name the version that stands', () => {
  for (const [act, state] of [
    ['approve', 'in_review'],
    ['publish', 'approved'],
    ['schedule', 'approved'],
  ] as const) {
    const actor = act === 'approve' ? people.editor : people.publisher
    expect(decide(act, factsFor(actor, editionIn(state)), { ...asked, version: 'b'.repeat(64) })).toMatchObject({
      ok: false,
      error: { code: 'conflict' },
    })
  }
})

test('[WF1] a hold and an open gate stand in the way of approval and publishing', () => {
  const held = { ...editionIn('in_review'), hold: { by: 'checker', at, reason: 'The date is in doubt.', until: '' } }
  expect(decide('approve', factsFor(people.editor, held), asked)).toMatchObject({
    ok: false,
    error: { message: expect.stringContaining('The date is in doubt.') as string },
  })
  // A reason keeps its own end, and one without gets a full stop.
  for (const [reason, told] of [
    ['Is the date right?', 'It is on hold: Is the date right? Lift'],
    ['The date is in doubt', 'It is on hold: The date is in doubt. Lift'],
  ] as const)
    expect(decide('approve', factsFor(people.editor, { ...held, hold: { ...held.hold, reason } }), asked)).toMatchObject({
      error: { message: expect.stringContaining(told) as string },
    })
  const gated: Edition = { ...editionIn('in_review'), gates: { legal: { state: 'required', by: 'editor', at } } }
  expect(decide('approve', factsFor(people.editor, gated), asked)).toMatchObject({
    ok: false,
    error: { message: expect.stringContaining('legal') as string },
  })
  expect(decide('publish', factsFor(people.publisher, { ...held, state: 'approved' }), asked).ok).toBe(false)
})

const decisions = ['hold', 'request_changes', 'spike'] as const

test.each(decisions)('[WF7] %s beats an approval, whichever of the two comes first', (stop) => {
  const approved = editionIn('approved')
  expect(decide(stop, factsFor(people.editor, approved), asked).ok).toBe(true)
  const stopped = { request_changes: editionIn('changes_requested'), spike: editionIn('spiked'), hold: onHold(editionIn('in_review')) }[
    stop
  ]
  expect(decide('approve', factsFor(people.editor, stopped), asked)).toMatchObject({ ok: false })
  if (stop === 'hold') expect(decide('publish', factsFor(people.publisher, onHold(approved)), asked)).toMatchObject({ ok: false })
})

test('[WF7] of two approvals the first stands, and the second is told so', () => {
  expect(decide('approve', factsFor(people.publisher, editionIn('approved')), asked)).toMatchObject({
    ok: false,
    error: { message: expect.stringContaining('this one is approved') as string },
  })
})

function onHold(edition: Edition): Edition {
  return { ...edition, hold: { by: 'editor', at, reason: 'Wait.', until: '' } }
}

test('[WF8] at a desk of one the refusal says what is left', () => {
  const alone = person('writer', ['writer', 'editor', 'publisher'])
  const decision = decide('approve', factsFor(alone, editionIn('in_review'), { people: [alone] }), asked)
  expect(decision).toMatchObject({
    ok: false,
    error: { message: expect.stringContaining('nobody else at this desk may approve it') as string },
  })
  expect(decide('override_publish', factsFor(alone, editionIn('in_review'), { people: [alone] }), asked).ok).toBe(true)
})

test('[WF6] what is drawn as allowed is what is judged as allowed', () => {
  for (const state of editionStates) {
    for (const actor of Object.values(people)) {
      const facts = factsFor(actor, editionIn(state))
      for (const { act, refusal } of allowedActs(facts)) if (isAct(act)) expect(decide(act, facts).ok).toBe(refusal === '')
    }
  }
})
