/** Where the rows of the table of acts lead: each operation, reduced, leaves the edition in the state its row names. */
import { expect, test } from 'vitest'
import { firstPrevious } from '../../shared/desk/record.ts'
import { type ArticleState, currentEdition, isLocked } from '../../shared/desk/article.ts'
import { lordsPress } from '../../shared/desk/lordsPress.ts'
import { type Accepted, parseCommand } from '../../shared/desk/operation.ts'
import { reduceArticle } from '../../shared/desk/reduce.ts'
import { waitsOf } from '../../shared/desk/waiting.ts'
import { type Act, acts, transitions, type Transition } from '../../shared/desk/transitions.ts'
import { articleWith, at, editionIn, hash } from './standing.ts'

const later = '2027-01-01T00:00:00.000Z'
const zoned = { at, zone: 'Europe/London' }

/** A body for each act; a new row without one does not compile. */
const bodies: Readonly<Record<Act, object>> = {
  submit: { version: hash, note: '' },
  recall: {},
  request_changes: { reason: 'Because.' },
  approve: { version: hash, sameComputer: false },
  take_back: { reason: 'Because.' },
  edit_again: { mode: 'holdBack' },
  schedule: { version: hash, at: later, zone: 'Europe/London' },
  reschedule: { version: hash, at: later, zone: 'Europe/London' },
  unschedule: {},
  publish: { version: hash, now: false },
  release: {
    edition: 1,
    version: hash,
    envelope: {
      number: 1,
      edition: 1,
      publishedAt: zoned,
      firstPublishedAt: zoned,
      address: '/2026/11/a/',
      masthead: { date: 'Monday', place: 'London', time: '09:00', weather: null },
      previous: firstPrevious,
    },
    digest: hash,
    feedId: '00000000-0000-4000-8000-000000000001',
    settings: hash,
  },
  override_publish: { version: hash, reason: 'Because.', now: false },
  approve_afterwards: { version: hash },
  open_edition: { kind: 'update' },
  supersede: { edition: 1 },
  spike: { reason: '' },
  unspike: {},
  hold: { reason: 'Because.', until: '' },
  lift_hold: {},
  require_gate: { gate: 'facts', of: '', wantedBy: '' },
  complete_gate: { gate: 'facts', version: hash },
}

for (const act of acts) {
  const row: Transition = transitions[act]
  for (const from of row.from) {
    const to = row.to === 'same' ? from : row.to === 'before' ? 'approved' : row.to
    test(`[WF1] ${act} leads from ${from} to ${to}`, () => {
      const command = parseCommand(row.operation, bodies[act])
      if (!command) throw new Error(`the body for ${act} is none of ${row.operation}`)
      const op = { ...command, seq: 2, subject: 'article', actor: 'somebody', stream: 's', at } as Accepted
      const before = articleWith(editionIn(from))
      expect(currentEdition(reduceArticle(before, op, lordsPress)).state).toBe(to)
    })
  }
}

test('[WF1] letting the approved version go out leaves the state as it is', () => {
  const op: Accepted = {
    kind: 'workflow.edit_again',
    body: { mode: 'nextEdition' },
    seq: 2,
    subject: 'article',
    actor: 'writer',
    stream: 's',
    at,
  }
  const opening: Accepted = { ...op, body: { mode: 'nextEdition', opens: true } }
  for (const from of transitions.edit_again.from) {
    const before = articleWith(editionIn(from))
    // As logs of programs say it that left the text closed: they give what they gave.
    expect(reduceArticle(before, op, lordsPress).editions).toEqual(before.editions)
    const after = reduceArticle(before, opening, lordsPress)
    expect(currentEdition(after)).toEqual({ ...currentEdition(before), writesOn: true })
    expect([isLocked(before), isLocked(after)]).toEqual([true, false])
  }
})

test('[WF5] [WF13] what went out without review is written on only for as long as it does, and its writer lost no approval by that', () => {
  const done = (article: ArticleState, kind: Accepted['kind'], body: object) =>
    reduceArticle(
      article,
      { kind, body, seq: article.lastSeq + 1, subject: 'article', actor: 'publisher', stream: 's', at } as Accepted,
      lordsPress,
    )
  const sent = done(articleWith(editionIn('in_review')), 'workflow.override_publish', bodies.override_publish)
  const open = done(sent, 'workflow.edit_again', { mode: 'nextEdition', opens: true })
  expect(isLocked(open)).toBe(false)
  expect(waitsOf(open).filter(({ screen }) => screen === 'desk')).toEqual([])
  // Undone, it is in review as before; what is approved after that stays closed until somebody opens it.
  const back = done(open, 'workflow.unschedule', {})
  expect(currentEdition(back).state).toBe('in_review')
  expect(isLocked(done(back, 'workflow.approve', bodies.approve))).toBe(true)
})
