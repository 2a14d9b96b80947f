/** Somebody leaves the desk: the roles go, what they did stays under the name, and they can come back. */
import { expect, test } from 'vitest'
import { importText, must } from '../factories/people.ts'
import { openTestDesk } from '../factories/workstation.ts'

test('[WF14] who has left keeps name and history, sits down nowhere, does nothing in windows that stand open, and is shared nothing', async () => {
  const desk = await openTestDesk()
  const { writer, editor } = desk.people
  const founder = (await desk.sit(desk.founder)).call
  const open = (await desk.sit(editor)).call
  const written = (await desk.sit(writer)).call
  const id = await importText(written, 'The quarry\n\nOf limestone.')
  must(await written('workflow.act', { id, act: 'submit' }))
  must(await open('workflow.act', { id, act: 'request_changes', note: 'Which quarry?' }))

  must(await founder('people.setRoles', { id: editor, roles: [] }))
  const status = must(await founder('desk.status', {}))
  expect(status.people.find((person) => person.id === editor)).toEqual({ id: editor, name: 'Editor', roles: [] })
  expect(must(await open('desk.status', {})).person).toBeNull()
  expect(await open('workflow.act', { id, act: 'hold', note: 'Wait.' })).toMatchObject({ ok: false, error: { code: 'notAllowed' } })
  expect(await founder('people.sitDown', { id: editor })).toMatchObject({
    ok: false,
    error: { message: 'Editor has left this desk. An administrator can take them back.' },
  })
  expect(must(await founder('desk.status', {})).person?.id).toBe(desk.founder)
  const draft = await importText(written, 'The second quarry\n\nOf slate.')
  expect(await written('articles.share', { id: draft, with: [editor] })).toMatchObject({ ok: false, error: { code: 'notFound' } })
  expect(must(await written('articles.read', { id })).history.at(-1)).toMatchObject({ by: editor, note: 'Which quarry?' })
  expect(must(await desk.workstation.admin.verify()).problems).toEqual([])

  must(await founder('people.setRoles', { id: editor, roles: ['editor'] }))
  expect(must(await founder('people.sitDown', { id: editor })).person?.name).toBe('Editor')
})

test('[WF14] the hub itself refuses what somebody asks for who has left, and the last administrator stays', async () => {
  const desk = await openTestDesk()
  const founder = (await desk.sit(desk.founder)).call
  expect(await founder('people.setRoles', { id: desk.founder, roles: [] })).toMatchObject({
    ok: false,
    error: { message: expect.stringContaining('The last administrator keeps that role') },
  })
  must(await founder('people.setRoles', { id: desk.people.publisher, roles: ['publisher', 'administrator'] }))
  must(await founder('people.setRoles', { id: desk.founder, roles: [] }))
  expect(await founder('people.add', { name: 'Late', roles: ['writer'] })).toMatchObject({ ok: false, error: { code: 'notAllowed' } })
})
