/** The sample desk, made by the real calls: a dozen pieces in every state, people in every role, and lists that tell them apart. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import type { ArticleRow } from '../../shared/contract/articles.ts'
import type { Call } from '../../shared/contract/contract.ts'
import { editionStates } from '../../shared/desk/edition.ts'
import { type Person, roles } from '../../shared/desk/person.ts'
import { openWorkstation } from '../../electron/workstation.ts'
import { callOf, must } from '../factories/people.ts'

let sit: (person: string) => Promise<Call>
let people: readonly Person[]

beforeAll(async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'chancery-sample-'))
  const workstation = must(await openWorkstation({ dataFolder: folder, app: 'test', automatic: false }))
  const call = callOf(workstation.connect(() => {}))
  people = must(await call('desk.beginSample', {})).people
  sit = async (person) => {
    const own = callOf(workstation.connect(() => {}))
    must(await own('people.sitDown', { id: person }))
    return own
  }
  return async () => {
    await workstation.close()
    rmSync(folder, { recursive: true, force: true })
  }
}, 60_000)

async function rows(call: Call, filter: 'all' | 'waiting' | 'published'): Promise<readonly ArticleRow[]> {
  return must(await call('articles.list', { filter })).articles
}

test('a dozen pieces stand in every state, and somebody is there in every role', async () => {
  const call = await sit(people[0]?.id ?? '')
  // What is spiked is no work in hand: it is asked for.
  const found = [...(await rows(call, 'all')), ...must(await call('articles.list', { filter: 'all', state: 'spiked' })).articles]
  expect(found.length).toBeGreaterThanOrEqual(12)
  const current = new Set(found.map(({ state }) => state))
  // A replaced edition is never the current one: it stands in the history of the piece that was updated.
  expect(editionStates.filter((state) => state !== 'superseded' && !current.has(state))).toEqual([])
  expect(found.some(({ state, edition }) => state === 'published' && edition > 1)).toBe(true)
  expect(found.some(({ waitsFor }) => waitsFor.startsWith('on hold'))).toBe(true)
  expect(roles.filter((role) => !people.some((person) => person.roles.includes(role)))).toEqual([])
})

test('[WF13] what waits for me is what my roles and my own pieces say, on the page and in the count', async () => {
  for (const { id } of people) {
    const call = await sit(id)
    const wanted = (await rows(call, 'all')).filter(({ waitsForMe }) => waitsForMe).map((row) => row.id)
    expect((await rows(call, 'waiting')).map((row) => row.id)).toEqual(wanted)
    expect(must(await call('articles.list', { filter: 'waiting', limit: 1 })).total).toBe(wanted.length)
  }
})

test('[HS4] [HS7] standing words wait for whoever may agree to them, and readers have those before', async () => {
  const waiting: string[] = []
  for (const { id, name } of people) if (must(await (await sit(id))('desk.status', {})).waiting.settings > 0) waiting.push(name)
  expect(waiting).toEqual(['Adela Strand'])
  const [proposed] = must(await (await sit(people[0]?.id ?? ''))('settings.read', {})).waiting
  expect(proposed).toMatchObject({
    part: 'sponsorsNote',
    acts: [
      { act: 'agree', refusal: '' },
      { act: 'send_back', refusal: '' },
    ],
  })
})

test('a published piece stays in the record while its next edition is written', async () => {
  const published = await rows(await sit(people[0]?.id ?? ''), 'published')
  expect(published.some(({ state, publicStatus }) => state === 'draft' && publicStatus === 'under_correction')).toBe(true)
  expect(published.every(({ number, publishedAt }) => number > 0 && publishedAt !== '')).toBe(true)
})
