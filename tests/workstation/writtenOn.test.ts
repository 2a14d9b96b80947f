/** Letting an approved version go out while its words are written on for the next edition. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Call, Input } from '../../shared/contract/contract.ts'
import { must, paragraphUpdate } from '../factories/people.ts'
import { approvedPiece, openTestDesk } from '../factories/workstation.ts'

type Asked = Partial<Input<'workflow.act'>>

/** An approved piece, and what its people can do. */
async function approved() {
  const desk = await openTestDesk()
  const sit = async (person: string) => (await desk.sit(person)).call
  const { settings, hash } = must(await (await sit(desk.founder))('settings.read', {}))
  must(await (await sit(desk.founder))('settings.change', { base: hash, settings: { ...settings, undoSeconds: 0 } }))
  const { writer, editor, publisher } = desk.people
  const as = { writer: await sit(writer), editor: await sit(editor), publisher: await sit(publisher) }
  const id = await approvedPiece(desk, 'The lamp at the pier\n\nIt burns all night.')
  const act = async (call: Call, name: Input<'workflow.act'>['act'], more: Asked = {}) =>
    must(await call('workflow.act', { ...more, id, act: name }))
  const write = async (text: string) =>
    void must(await as.writer('articles.save', { id, update: await paragraphUpdate(as.writer, id, text) }))
  const view = async () => must(await as.writer('articles.read', { id }))
  return { desk, as, id, act, write, view }
}

test('[WF5] what is written while the approved version goes out waits for the next edition, which begins with it', async () => {
  const { desk, as, id, act, write, view } = await approved()
  const before = await view()
  expect(before).toMatchObject({ locked: true, detailsLocked: true })
  const open = await act(as.writer, 'edit_again', { kind: 'nextEdition' })
  expect(open).toMatchObject({
    locked: false,
    detailsLocked: true,
    edition: { state: 'approved' },
    standingVersion: before.standingVersion,
  })
  expect(open.lockReason).toBe(
    'Version 1 goes out as it is, and the preview shows it. What is written here waits for the next edition; the details open with it.',
  )
  await write('It was put out at five.')
  await expect.poll(async () => (await view()).editsSinceVersion).toBe(1)
  expect(await view()).toMatchObject({ edition: { state: 'approved' }, row: { words: 10 } })
  const { address } = must(await as.publisher('preview.of', { id }))
  await act(as.publisher, 'publish')
  must(await as.publisher('queue.work', {}))
  const out = await view()
  expect(out).toMatchObject({ locked: true, edition: { state: 'published', publication: { version: before.standingVersion, address } } })
  expect(out.edition.writesOn).toBeUndefined()
  expect(out.lockReason).toContain('A new edition opens the text again, with what was written since.')
  const page = readFileSync(join(desk.folder, `site${address}index.html`), 'utf8')
  expect(page).toContain('It burns all night.')
  expect(page).not.toContain('put out at five')
  await act(as.editor, 'open_edition', { kind: 'update' })
  expect(await view()).toMatchObject({ locked: false, detailsLocked: false, row: { edition: 2, words: 10 } })
  must(await as.writer('articles.setField', { id, field: 'changeNote', value: 'When it was put out.', base: '' }))
  await act(as.writer, 'submit')
  await act(as.editor, 'approve')
  await act(as.publisher, 'publish')
  must(await as.publisher('queue.work', {}))
  expect(readFileSync(join(desk.folder, `site${address}index.html`), 'utf8')).toContain('put out at five')
  expect(must(await as.publisher('queue.list', {})).entries.every(({ word }) => word === 'Live')).toBe(true)
})

test('[WF5] [WF13] it ends no approval and waits for no writer; held back after all, the draft keeps what was written', async () => {
  const { as, id, act, write, view } = await approved()
  await act(as.editor, 'edit_again', { kind: 'nextEdition' })
  expect(must(await as.writer('articles.list', { filter: 'waiting' })).total).toBe(0)
  expect(must(await as.publisher('articles.list', { filter: 'waiting' })).total).toBe(1)
  await act(as.publisher, 'schedule', { at: new Date(Date.now() + 3_600_000).toISOString() })
  expect(await view()).toMatchObject({ locked: false, detailsLocked: true, edition: { state: 'scheduled' } })
  await write('It was put out at five.')
  await act(as.publisher, 'unschedule')
  expect(await view()).toMatchObject({ locked: false, edition: { state: 'approved' } })
  const held = await act(as.editor, 'edit_again', { kind: 'holdBack' })
  expect(held).toMatchObject({ locked: false, detailsLocked: false, lockReason: '', edition: { state: 'draft' }, row: { words: 10 } })
  expect(held.edition.writesOn).toBeUndefined()
  expect(must(await as.writer('articles.list', { filter: 'waiting' })).articles).toMatchObject([{ id }])
})

test('[WF5] a version is not brought back over the details of what goes out', async () => {
  const { as, id, act, write, view } = await approved()
  await act(as.writer, 'edit_again', { kind: 'nextEdition' })
  await write('It was put out at five.')
  const { standingVersion } = await view()
  expect(await as.writer('versions.restore', { id, version: standingVersion })).toMatchObject({
    ok: false,
    error: { code: 'notAllowed', message: expect.stringContaining('Nothing was changed') },
  })
  expect(await view()).toMatchObject({ row: { words: 10 } })
})
