/** The table of public statuses: each row from its statuses by those who have the right, refused to everybody else. */
import { describe, expect, test } from 'vitest'
import type { ArticleState } from '../../shared/desk/article.ts'
import { allowedStatusActs, decideConfirmation, decideDecline, decideProposal, isConfirmedAlone } from '../../shared/desk/decideStatus.ts'
import type { Edition } from '../../shared/desk/edition.ts'
import { noFields } from '../../shared/desk/fields.ts'
import { type Person, type Role, roles } from '../../shared/desk/person.ts'
import { noticeStatuses, type ReaderStatus, type StatusMove, statusMoves } from '../../shared/desk/publicStatus.ts'
import { namesOf } from '../../shared/desk/waiting.ts'

const at = '2026-11-23T09:00:00.000Z'
const hash = 'a'.repeat(64)
const people = roles.map((role): Person => ({ id: role, name: role, roles: [role] }))
const who = (role: Role) => people.find(({ id }) => id === role) ?? { id: role, name: role, roles: [role] }
const asked = { notice: 'It was wrong.', reason: 'A reader wrote.' }

function articleIn(status: ReaderStatus | 'unpublished', more: Partial<ArticleState> = {}): ArticleState {
  const publication = { version: hash, number: 1, at, address: '/2026/11/a/', digest: hash, liveAt: at }
  const edition: Edition = {
    n: 1,
    kind: 'original',
    state: status === 'unpublished' ? 'draft' : 'published',
    gates: {},
    notReviewed: false,
    ...(status !== 'unpublished' && { publication }),
  }
  return {
    id: 'article',
    createdBy: 'writer',
    createdAt: at,
    fields: noFields,
    editions: [edition],
    versions: [],
    publicStatus: status,
    contributors: {},
    wordsSeq: 1,
    lastSeq: 1,
    lastAt: at,
    restoredSeq: 0,
    editsSinceVersion: 0,
    history: [],
    ...more,
  }
}

const statuses = ['unpublished', 'live', 'withdrawn', 'retracted', 'taken_down'] as const

describe.each(noticeStatuses)('to become %s', (status) => {
  const move: StatusMove = statusMoves[status]
  for (const from of statuses) {
    for (const role of roles) {
      const mayState = from !== 'unpublished' && move.from.includes(from)
      const expected = mayState && (move.proposedBy === 'anyone' || move.proposedBy.includes(role))
      test(`[PS1] [PS2] [PS3] proposed by a ${role} from ${from} is ${expected ? 'allowed' : 'refused'}`, () => {
        const decision = decideProposal(status, { article: articleIn(from), actor: who(role), people }, asked)
        expect(decision.ok).toBe(expected)
        if (!decision.ok) expect(decision.error.message).toMatch(/Nothing was changed\.$/)
      })
    }
  }
  for (const role of roles) {
    const proposer = status === 'retracted' && role === 'publisher' ? 'recordsEditor' : 'publisher'
    const isSame = status === 'retracted' && proposer === role
    const expected = move.confirmedBy.includes(role) && !isSame
    test(`[PS1] [PS2] [PS3] confirmed by a ${role} is ${expected ? 'allowed' : 'refused'}`, () => {
      const article = articleIn('live', { proposal: { status, ...asked, by: proposer, at } })
      expect(decideConfirmation({ article, actor: who(role), people }).ok).toBe(expected)
    })
  }
})

test('[PS2] a reason is asked of whoever confirms only where nobody else could be the second', () => {
  const proposal = (status: (typeof noticeStatuses)[number]) => ({ status, ...asked, by: 'publisher', at })
  const alone = people.filter(({ id }) => id !== 'recordsEditor')
  expect(noticeStatuses.filter((status) => isConfirmedAlone(proposal(status), people))).toEqual([])
  expect(noticeStatuses.filter((status) => isConfirmedAlone(proposal(status), alone))).toEqual(['retracted'])
  const article = articleIn('live', { proposal: proposal('retracted') })
  expect(decideConfirmation({ article, actor: who('publisher'), people: alone }).ok).toBe(false)
  expect(decideConfirmation({ article, actor: who('publisher'), people: alone }, 'Nobody else is here.').ok).toBe(true)
})

test('[PS1] a proposal is declined by whoever could withdraw or made it, with a reason', () => {
  const article = articleIn('live', { proposal: { status: 'withdrawn', ...asked, by: 'writer', at } })
  for (const role of roles) {
    const expected = ['writer', 'publisher', 'recordsEditor'].includes(role)
    expect(decideDecline({ article, actor: who(role), people }, 'No.').ok).toBe(expected)
  }
  expect(decideDecline({ article, actor: who('publisher'), people }, ' ').ok).toBe(false)
  expect(decideDecline({ article: articleIn('live'), actor: who('publisher'), people }, 'No.').ok).toBe(false)
})

test('[PS3] taking down goes before a proposal that stands; nothing else does', () => {
  const article = articleIn('live', { proposal: { status: 'withdrawn', ...asked, by: 'writer', at } })
  expect(decideProposal('taken_down', { article, actor: who('publisher'), people }, asked).ok).toBe(true)
  expect(decideProposal('retracted', { article, actor: who('publisher'), people }, asked).ok).toBe(false)
})

test('[WF6] what is drawn for the public status is what is judged', () => {
  for (const role of roles) {
    for (const status of noticeStatuses) {
      const proposed = { article: articleIn('live', { proposal: { status, ...asked, by: 'publisher', at } }), actor: who(role), people }
      const offers = allowedStatusActs(proposed).filter(({ act }) => act === 'confirm_status')
      expect(offers).toEqual(decideConfirmation(proposed).ok ? [{ act: 'confirm_status', refusal: '' }] : [])
      const done = { ...proposed, article: articleIn(status, { unconfirmed: { status, by: 'publisher', until: at } }) }
      expect(allowedStatusActs(done).some(({ act }) => act === 'confirm_status')).toBe(decideConfirmation(done).ok)
    }
    for (const from of statuses) {
      const facts = { article: articleIn(from), actor: who(role), people }
      const drawn = allowedStatusActs(facts).map(({ act }) => act)
      expect(drawn.includes('take_down')).toBe(decideProposal('taken_down', facts).ok)
      expect(drawn.includes('retract')).toBe(decideProposal('retracted', facts).ok)
      expect(drawn.includes('withdraw') || drawn.includes('ask_to_withdraw')).toBe(decideProposal('withdrawn', facts).ok)
    }
  }
})

test('[WF13] [PS2] whose second somebody may be is found at a desk of a thousand people without asking of all about all', () => {
  let looks = 0
  const large = Array.from({ length: 1000 }, (_, index): Person => {
    const role = index < 50 ? 'publisher' : index < 100 ? 'recordsEditor' : 'writer'
    return {
      get id() {
        looks++
        return `person ${index}`
      },
      name: 'Somebody',
      roles: [role],
    }
  })
  const [publisher] = large
  if (!publisher) throw new Error('there are a thousand')
  const names = namesOf(publisher, large)
  // Their role; all records editors; and all who could have no second.
  expect(names).toHaveLength(1 + 50 + 900)
  expect(looks).toBeLessThan(2 * large.length ** 2)
})
