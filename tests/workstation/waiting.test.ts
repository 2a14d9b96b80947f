/** Waiting on me at a real desk: for each role what is theirs to do, in the filter and in the counts alike. */
import { expect, test } from 'vitest'
import type { Call, Input } from '../../shared/contract/contract.ts'
import type { Role } from '../../shared/desk/person.ts'
import { importText, must } from '../factories/people.ts'
import { openTestDesk } from '../factories/workstation.ts'

type Act = Input<'workflow.act'>['act']

async function waitingFor(call: Call): Promise<readonly string[]> {
  const listed = must(await call('articles.list', { filter: 'waiting' }))
  const all = must(await call('articles.list', { filter: 'all' })).articles
  expect(listed.articles.map(({ id }) => id)).toEqual(all.filter(({ waitsForMe }) => waitsForMe).map(({ id }) => id))
  const { mine, review, queue } = must(await call('desk.status', {})).waiting
  expect(mine + review + queue).toBeGreaterThanOrEqual(listed.total)
  return listed.articles.map(({ headline }) => headline)
}

async function openDesk() {
  const desk = await openTestDesk()
  const founder = (await desk.sit(desk.founder)).call
  const checker = must(await founder('people.add', { name: 'Checker', roles: ['checker'] })).id
  const { settings, hash } = must(await founder('settings.read', {}))
  must(await founder('settings.change', { base: hash, settings: { ...settings, undoSeconds: 0 } }))
  const sit = async (person: string) => (await desk.sit(person)).call
  const { writer, editor, publisher } = desk.people
  const as = { writer: await sit(writer), editor: await sit(editor), publisher: await sit(publisher), checker: await sit(checker) }
  const act = async (call: Call, id: string, name: Act, more: Partial<Input<'workflow.act'>> = {}) =>
    must(await call('workflow.act', { ...more, id, act: name }))
  return { ...desk, as, act }
}

test('[WF13] a writer: changes requested and an approval lost, until it is submitted again', async () => {
  const { as, act } = await openDesk()
  const id = await importText(as.writer, 'A piece\n\nWords.')
  expect(await waitingFor(as.writer)).toEqual([])
  await act(as.writer, id, 'submit')
  expect(await waitingFor(as.writer)).toEqual([])
  await act(as.editor, id, 'request_changes', { note: 'The date is missing.' })
  expect(await waitingFor(as.writer)).toEqual(['A piece'])
  await act(as.writer, id, 'submit')
  await act(as.editor, id, 'approve')
  expect(await waitingFor(as.writer)).toEqual([])
  await act(as.editor, id, 'take_back', { note: 'A figure has to be seen again.' })
  expect(await waitingFor(as.writer)).toEqual(['A piece'])
  expect(must(await as.writer('desk.status', {})).waiting.mine).toBe(1)
  await act(as.editor, id, 'approve')
  expect(await waitingFor(as.writer)).toEqual([])
  await act(as.editor, id, 'edit_again', { kind: 'holdBack' })
  expect(await waitingFor(as.writer)).toEqual(['A piece'])
})

test('[WF13] an editor: what is in review and not their own; a checker: the gate that is required', async () => {
  const { as, act } = await openDesk()
  const [theirs, own] = [await importText(as.writer, 'Theirs\n\nWords.'), await importText(as.editor, 'My own\n\nWords.')]
  await act(as.writer, theirs, 'submit')
  await act(as.editor, own, 'submit')
  expect(await waitingFor(as.editor)).toEqual(['Theirs'])
  expect(await waitingFor(as.checker)).toEqual([])
  await act(as.editor, theirs, 'require_gate', { gate: 'facts' })
  expect(await waitingFor(as.checker)).toEqual(['Theirs'])
  expect(must(await as.checker('desk.status', {})).waiting).toEqual({ review: 1, queue: 0, mine: 0, settings: 0 })
  await act(as.checker, theirs, 'complete_gate', { gate: 'facts' })
  expect(await waitingFor(as.checker)).toEqual([])
})

test('[WF13] a publisher: approved without a time, a withdrawal asked for', async () => {
  const { as, act } = await openDesk()
  const id = await importText(as.writer, 'A piece\n\nWords.')
  await act(as.writer, id, 'submit')
  await act(as.editor, id, 'approve')
  expect(await waitingFor(as.publisher)).toEqual(['A piece'])
  await act(as.publisher, id, 'publish', { now: true })
  must(await as.publisher('queue.work', {}))
  expect(await waitingFor(as.publisher)).toEqual([])
  await act(as.writer, id, 'ask_to_withdraw', { note: 'It was of another bridge.', reason: 'A reader showed it.' })
  expect(await waitingFor(as.publisher)).toEqual(['A piece'])
  expect(must(await as.publisher('desk.status', {})).waiting.queue).toBe(1)
  expect(await waitingFor(as.writer)).toEqual([])
})

test('[WF13] [PS2] a retraction waits for who may be the second, is offered to nobody else, and follows what their roles become', async () => {
  const desk = await openDesk()
  const { as, act } = desk
  const founder = (await desk.sit(desk.founder)).call
  const add = async (name: string, roles: readonly Role[]) => {
    const { id } = must(await founder('people.add', { name, roles: [...roles] }))
    return { id, call: (await desk.sit(id)).call }
  }
  const [records, other] = [await add('Records', ['recordsEditor']), await add('Another publisher', ['publisher'])]
  must(await founder('people.setRoles', { id: desk.founder, roles: ['administrator'] }))
  const id = await importText(as.writer, 'A piece\n\nWords.')
  await act(as.writer, id, 'submit')
  await act(as.editor, id, 'approve')
  await act(as.publisher, id, 'publish', { now: true })
  must(await as.publisher('queue.work', {}))
  await act(as.publisher, id, 'retract', { note: 'It was of another bridge.', reason: 'A reader showed it.' })
  const offered = async (call: Call) => must(await call('articles.read', { id })).acts.some(({ act: name }) => name === 'confirm_status')
  const state = async (call: Call) => [await waitingFor(call), await offered(call)]
  expect(await state(as.publisher)).toEqual([[], false])
  expect(must(await as.publisher('desk.status', {})).waiting.queue).toBe(0)
  expect(await state(other.call)).toEqual([[], false])
  expect(await state(as.editor)).toEqual([[], false])
  expect(await state(records.call)).toEqual([['A piece'], true])
  // With nobody left who could be the second it is theirs alone, with a reason.
  must(await founder('people.setRoles', { id: records.id, roles: ['writer'] }))
  expect(await state(records.call)).toEqual([[], false])
  expect(await state(as.publisher)).toEqual([['A piece'], true])
  must(await founder('people.setRoles', { id: other.id, roles: ['publisher', 'recordsEditor'] }))
  expect(await state(as.publisher)).toEqual([[], false])
  expect(await state(other.call)).toEqual([['A piece'], true])
  await act(other.call, id, 'confirm_status')
  expect(await state(other.call)).toEqual([[], false])
})

test('[WF13] [PS3] a taking down waits for a publisher or records editor who did not do it, and is offered to those who may confirm it', async () => {
  const desk = await openDesk()
  const { as, act } = desk
  const founder = (await desk.sit(desk.founder)).call
  const id = await importText(as.writer, 'A piece\n\nWords.')
  await act(as.writer, id, 'submit')
  await act(as.editor, id, 'approve')
  await act(as.publisher, id, 'publish', { now: true })
  must(await as.publisher('queue.work', {}))
  await act(as.publisher, id, 'take_down', { note: 'By order of a court.', reason: 'The order of Monday.' })
  must(await as.publisher('queue.work', {}))
  const offered = async (call: Call) => must(await call('articles.read', { id })).acts.some(({ act: name }) => name === 'confirm_status')
  for (const [call, waits, isOffered] of [
    [as.publisher, [], false],
    [as.writer, [], false],
    [as.editor, [], true],
    [founder, ['A piece'], true],
  ] as const)
    expect([await waitingFor(call), await offered(call)]).toEqual([waits, isOffered])
  // Among all that waits it is asked for by itself: however much was approved since, it is on the first page.
  const approved = await importText(as.writer, 'Approved since\n\nWords.')
  await act(as.writer, approved, 'submit')
  await act(as.editor, approved, 'approve')
  const { id: other } = must(await founder('people.add', { name: 'Another publisher', roles: ['publisher'] }))
  const call = (await desk.sit(other)).call
  expect(await waitingFor(call)).toEqual(['Approved since', 'A piece'])
  const first = must(await call('articles.list', { filter: 'toDecide', limit: 1 }))
  expect([first.articles.map(({ headline }) => headline), first.next, first.total]).toEqual([['A piece'], '', 1])
  expect(must(await as.publisher('articles.list', { filter: 'toDecide' })).articles).toEqual([])
})
