/** The table of standing words: who may propose, agree, send back, withdraw, over every state a part can be in. */
import { describe, expect, test } from 'vitest'
import { lordsPress } from '../../shared/desk/lordsPress.ts'
import type { Person, Role } from '../../shared/desk/person.ts'
import { roles } from '../../shared/desk/person.ts'
import { HouseSettings } from '../../shared/desk/settings.ts'
import { changedParts, partHash, partNames, settingsParts, standingParts, withPart } from '../../shared/desk/settingsParts.ts'
import {
  allowedWordsActs,
  decideWords,
  type StandingState,
  type WordsAct,
  type WordsAsked,
  wordsWaitingFor,
} from '../../shared/desk/standingWords.ts'

const at = '2026-11-23T09:00:00.000Z'
const part = 'policies'
const person = (id: string, ...held: readonly Role[]): Person => ({ id, name: id, roles: held })
const ada = person('ada', 'publisher')
const bram = person('bram', 'publisher')
const others = roles.filter((role) => role !== 'publisher')
const clerk = person('clerk', ...others)

const base = partHash(lordsPress, part)
const words = 'b'.repeat(64)
const open: StandingState = { open: { seq: 7, by: 'ada', at, base, words, value: [] } }
const decided = (act: 'agree' | 'send_back' | 'withdraw', by = 'bram'): StandingState => ({
  last: { act, by, at, reason: act === 'send_back' ? 'Too long.' : '', proposal: 7, words, proposedBy: 'ada' },
})
const states = { nothing: {}, open, agreed: decided('agree'), 'sent back': decided('send_back'), withdrawn: decided('withdraw', 'ada') }

const deskIn = (state: StandingState, people: readonly Person[] = [ada, bram, clerk]) => ({
  people,
  settings: lordsPress,
  words: { [part]: state },
})
const asked: Record<WordsAct, WordsAsked> = {
  propose: { base, words },
  agree: { words, proposal: 7 },
  send_back: { words, proposal: 7, reason: 'Too long.' },
  withdraw: { words, proposal: 7 },
}

/** Who may do what, in which state; every other cell is a refusal. */
const allowed: Record<WordsAct, Partial<Record<keyof typeof states, readonly string[]>>> = {
  propose: { nothing: ['ada', 'bram'], agreed: ['ada', 'bram'], 'sent back': ['ada', 'bram'], withdrawn: ['ada', 'bram'] },
  agree: { open: ['bram'] },
  send_back: { open: ['bram'] },
  withdraw: { open: ['ada'], 'sent back': ['ada'] },
}

describe('the table of standing words', () => {
  for (const act of Object.keys(allowed) as readonly WordsAct[]) {
    for (const [name, state] of Object.entries(states)) {
      for (const actor of [ada, bram, clerk]) {
        const isAllowed = allowed[act][name as keyof typeof states]?.includes(actor.id) === true
        test(`[HS6] ${act}, ${name}, by ${actor.id}: ${isAllowed ? 'yes' : 'no'}`, () => {
          const decision = decideWords(act, { desk: deskIn(state), actor, part }, asked[act])
          expect(decision.ok).toBe(isAllowed)
          if (!decision.ok) expect(decision.error.message).toMatch(/\. Nothing was changed\.$/)
        })
      }
    }
  }
})

test('[HS6] a decision is about the words that were read: another number or other words are refused', () => {
  for (const act of ['agree', 'send_back'] as const) {
    for (const wrong of [{ proposal: 6 }, { words: 'c'.repeat(64) }])
      expect(decideWords(act, { desk: deskIn(open), actor: bram, part }, { ...asked[act], ...wrong })).toMatchObject({
        ok: false,
        error: { code: 'conflict' },
      })
  }
})

test('[HS6] sending back needs a reason', () => {
  expect(decideWords('send_back', { desk: deskIn(open), actor: bram, part }, { ...asked.send_back, reason: '  ' })).toMatchObject({
    ok: false,
    error: { code: 'invalid' },
  })
})

test('[HS6] whoever decides second is told which decision stands', () => {
  const said = (state: StandingState) => {
    const decision = decideWords('agree', { desk: deskIn(state), actor: bram, part }, asked.agree)
    return decision.ok ? '' : decision.error.message
  }
  expect(said(states.agreed)).toContain('Somebody agreed to these words before you')
  expect(said(states['sent back'])).toContain('were sent back before you decided')
  expect(said(states.withdrawn)).toContain('were withdrawn before you decided')
})

test('[HS4] a proposal made from words that stand no longer is refused, and so is one that changes nothing', () => {
  const facts = { desk: deskIn({}), actor: ada, part } as const
  expect(decideWords('propose', facts, { base: 'd'.repeat(64), words })).toMatchObject({ ok: false, error: { code: 'conflict' } })
  expect(decideWords('propose', facts, { base, words: base })).toMatchObject({ ok: false, error: { code: 'invalid' } })
})

test('[HS5] where nobody else may agree there is nobody to propose to, and whoever proposed before is told what is left', () => {
  const alone = { ...deskIn({}, [ada, clerk]) }
  expect(decideWords('propose', { desk: alone, actor: ada, part }, asked.propose)).toMatchObject({
    ok: false,
    error: { message: expect.stringContaining('Nobody else at this desk may agree') as string },
  })
  expect(decideWords('agree', { desk: deskIn(open, [ada, clerk]), actor: ada, part }, asked.agree)).toMatchObject({
    ok: false,
    error: { message: expect.stringContaining('Withdraw them and save them again') as string },
  })
})

test('[WF6] [HS6] what is drawn as allowed is what is judged as allowed', () => {
  for (const state of Object.values(states)) {
    for (const actor of [ada, bram, clerk]) {
      const facts = { desk: deskIn(state), actor, part } as const
      const drawn = allowedWordsActs(facts)
      for (const act of ['agree', 'send_back', 'withdraw'] as const) {
        const isDrawn = drawn.some((offer) => offer.act === act && offer.refusal === '')
        expect(decideWords(act, facts, asked[act]).ok, `${act} by ${actor.id}`).toBe(isDrawn)
      }
    }
  }
})

test('[HS7] proposed words wait for the other publishers, words sent back for whoever proposed them', () => {
  const waiting = (state: StandingState) =>
    [ada, bram, clerk].filter((one) => wordsWaitingFor(deskIn(state), one).length > 0).map(({ id }) => id)
  expect(waiting({})).toEqual([])
  expect(waiting(open)).toEqual(['bram'])
  expect(waiting(states['sent back'])).toEqual(['ada'])
  expect(waiting(states.agreed)).toEqual([])
  expect(waiting(states.withdrawn)).toEqual([])
})

test('[HS4] every part of the settings is arrangement or standing words, and the two lists agree', () => {
  expect([...partNames].toSorted()).toEqual(Object.keys(HouseSettings.shape).toSorted())
  expect(partNames.filter((name) => settingsParts[name].kind === 'words').toSorted()).toEqual([...standingParts].toSorted())
})

test('[HS1] what changed is told by part, whatever the order in which a value was written', () => {
  const { contact: _none, ...without } = lordsPress
  expect(changedParts(lordsPress, { ...lordsPress, motto: 'All of it', zone: 'Europe/Oslo' })).toEqual(['motto', 'zone'])
  expect(
    changedParts(lordsPress, { ...lordsPress, newsletter: { action: '', text: lordsPress.newsletter.text, title: 'The letter' } }),
  ).toEqual([])
  expect(changedParts(without, { ...without, contact: '' })).toEqual(['contact'])
  expect(withPart({ ...lordsPress, contact: 'desk@example.org' }, 'contact', null)).toEqual(without)
  expect(withPart(lordsPress, 'policies', 'no list')).toBeUndefined()
})
