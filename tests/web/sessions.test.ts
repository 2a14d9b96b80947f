/** Sessions of the web shell: a reload keeps who sits at the desk, and nothing told meanwhile is lost. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Changed } from '../../shared/contract/contract.ts'
import { openTab, openTestWeb, postFrame, type TestWeb } from '../factories/webShell.ts'

let shell: TestWeb
beforeAll(async () => {
  shell = await openTestWeb({ grace: 300 })
})
afterAll(() => shell.close())

test('[WS4] a reload keeps the session and whoever sat there, also after the session had ended', async () => {
  const first = await openTab(shell)
  expect((await first.call('desk.begin', { publication: 'The Test Record', name: 'Founder', shape: 'justMe' })).ok).toBe(true)
  await first.call('people.add', { name: 'Writer', roles: ['writer'] })
  await first.close()
  const second = await openTab(shell, first.session)
  expect(await second.call('desk.status', {})).toMatchObject({ value: { person: { name: 'Founder' } } })
  await second.close()
  await new Promise((resolve) => setTimeout(resolve, 600))
  const third = await openTab(shell, first.session)
  expect(await third.call('desk.status', {})).toMatchObject({ value: { person: { name: 'Founder' } } })
  await third.close()
  const stranger = await openTab(shell)
  expect(await stranger.call('desk.status', {})).toMatchObject({ value: { person: null } })
  await stranger.close()
})

test('[WS5] what changed while the page reloaded is told when it is back', async () => {
  const actor = await openTab(shell)
  const before = await openTab(shell)
  await before.close()
  // The server has to hear that the stream ended before the change is made.
  await new Promise((resolve) => setTimeout(resolve, 50))
  const status = await actor.call('desk.status', {})
  const people = status.ok ? (status.value as { people: readonly { id: string }[] }).people : []
  await actor.call('people.sitDown', { id: people[0]?.id })
  expect((await actor.call('people.add', { name: 'Checker', roles: ['checker'] })).ok).toBe(true)
  const events: Changed[] = []
  const after = await openTab(shell, before.session)
  await new Promise<void>((resolve) => {
    after.onChanged((event) => {
      events.push(event)
      if (events.some(({ topic }) => topic === 'people')) resolve()
    })
  })
  expect(new Set(events.map((event) => JSON.stringify(event))).size).toBe(events.length)
  await Promise.all([after.close(), actor.close()])
})

test('a call without a session is one of its own, and an id that is none is no session', async () => {
  expect(await postFrame(shell, 'people.getUp', new Uint8Array([0x80]))).toMatchObject({ ok: true, value: { person: null } })
  expect(await postFrame(shell, 'desk.status', new Uint8Array([0x80]), { 'x-chancery-session': '../../x' })).toMatchObject({ ok: true })
})
