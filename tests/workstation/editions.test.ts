/** Editions after the first at a real desk: corrections, typographical changes, gates for one version, an embargo. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import type { Call, Input } from '../../shared/contract/contract.ts'
import { importText, must } from '../factories/people.ts'
import { openTestDesk, type TestDesk } from '../factories/workstation.ts'

type Act = Input<'workflow.act'>['act']

async function as(desk: TestDesk, person: string): Promise<Call> {
  return (await desk.sit(person)).call
}

async function act(desk: TestDesk, person: string, id: string, name: Act, more: Partial<Input<'workflow.act'>> = {}) {
  return (await as(desk, person))('workflow.act', { ...more, id, act: name })
}

async function goOut(desk: TestDesk, id: string): Promise<void> {
  const { writer, editor, publisher } = desk.people
  must(await act(desk, writer, id, 'submit'))
  must(await act(desk, editor, id, 'approve'))
  must(await act(desk, publisher, id, 'publish', { now: true }))
  must(await (await as(desk, publisher))('queue.work', {}))
}

async function setField(desk: TestDesk, id: string, field: Input<'articles.setField'>['field'], value: never): Promise<void> {
  const call = await as(desk, desk.people.writer)
  const { fields } = must(await call('articles.read', { id }))
  must(await call('articles.setField', { id, field, value, base: fields[field] }))
}

/** Puts `after` where `before` stands in the body. */
async function rewrite(desk: TestDesk, id: string, before: string, after: string): Promise<void> {
  const call = await as(desk, desk.people.writer)
  const doc = new Y.Doc()
  Y.applyUpdate(doc, must(await call('articles.open', { id })).update)
  const state = Y.encodeStateVector(doc)
  for (const block of doc.getXmlFragment('body').toArray()) {
    const text = block instanceof Y.XmlElement ? block.get(0) : undefined
    if (!(text instanceof Y.XmlText)) continue
    const index = text.toJSON().indexOf(before)
    if (index < 0) continue
    text.delete(index, before.length)
    text.insert(index, after)
  }
  must(await call('articles.save', { id, update: Y.encodeStateAsUpdate(doc, state) }))
}

function siteFile(desk: TestDesk, path: string): string {
  return readFileSync(join(desk.folder, 'site', path), 'utf8')
}

test('[SI8] a correction stands on the page, in the register and in the feeds; the edition before keeps a page', async () => {
  const desk = await openTestDesk()
  const id = await importText(await as(desk, desk.people.writer), 'The bridge of Holm\n\nIt was opened in 1921 by the harbour master.')
  await goOut(desk, id)
  must(await act(desk, desk.people.editor, id, 'open_edition', { kind: 'correction' }))
  await rewrite(desk, id, '1921', '1912')
  expect(await act(desk, desk.people.writer, id, 'submit')).toMatchObject({
    ok: false,
    error: { details: [{ where: 'changeNote' }, { where: 'correctionNotes' }] },
  })
  await setField(desk, id, 'changeNote', 'The year of its opening was wrong.' as never)
  const wrote = { wrote: 'opened in 1921', shouldSay: 'opened in 1912', note: '', doNotRepeat: false }
  await setField(desk, id, 'correctionNotes', [wrote] as never)
  await goOut(desk, id)
  for (const file of ['2026', 'corrections/index.html', 'feed.xml', 'atom.xml', 'feed.json']) {
    if (file === '2026') continue
    expect(siteFile(desk, file), file).toContain('opened in 1912')
  }
  const { editions } = must(await (await as(desk, desk.people.writer))('articles.read', { id }))
  const address = editions[0]?.publication?.address ?? ''
  expect(siteFile(desk, `${address}index.html`)).toContain('We wrote: “opened in 1921”')
  expect(siteFile(desk, `${address}editions/1/index.html`)).toContain('It was opened in 1921')
  // The next edition begins without the words of this one.
  const next = must(await act(desk, desk.people.editor, id, 'open_edition', { kind: 'update' }))
  expect(next.fields).toMatchObject({ changeNote: '', correctionNotes: [] })
})

test('[SI8] [SI13] an error that must not be repeated is described; neither version nor site quotes it, and the edition that said it has no page', async () => {
  const desk = await openTestDesk()
  const id = await importText(await as(desk, desk.people.writer), 'The usher\n\nThe usher was absent without leave.')
  await goOut(desk, id)
  must(await act(desk, desk.people.editor, id, 'open_edition', { kind: 'correction' }))
  await rewrite(desk, id, 'absent without leave', 'on leave')
  await setField(desk, id, 'changeNote', 'A statement about a person was untrue.' as never)
  const note = { wrote: 'absent without leave', shouldSay: '', note: '', doNotRepeat: true }
  await setField(desk, id, 'correctionNotes', [note] as never)
  expect(await act(desk, desk.people.writer, id, 'submit')).toMatchObject({ ok: false })
  await setField(desk, id, 'correctionNotes', [{ ...note, note: 'We described the usher’s absence in a way that was untrue.' }] as never)
  await goOut(desk, id)
  const { editions } = must(await (await as(desk, desk.people.writer))('articles.read', { id }))
  const address = editions[0]?.publication?.address ?? ''
  expect(existsSync(join(desk.folder, 'site', address, 'editions/1/index.html'))).toBe(false)
  for (const file of [`${address}index.html`, 'corrections/index.html', 'feed.xml', 'index.html'])
    expect(siteFile(desk, file), file).not.toContain('absent without leave')
})

test('[WF11] a typographical edition needs no notice for spelling, and names a figure that changed', async () => {
  const desk = await openTestDesk()
  const id = await importText(await as(desk, desk.people.writer), 'The bridge\n\nIt was openned in 1921.')
  await goOut(desk, id)
  must(await act(desk, desk.people.editor, id, 'open_edition', { kind: 'typographical' }))
  await rewrite(desk, id, 'openned', 'opened')
  await rewrite(desk, id, '1921', '1912')
  const refused = await act(desk, desk.people.writer, id, 'submit')
  expect(refused.ok ? '' : refused.error.message).toContain('a figure, 1921 → 1912')
  await rewrite(desk, id, '1912', '1921')
  await goOut(desk, id)
})

test('[WF9] a gate completed for one version is open again for the next', async () => {
  const desk = await openTestDesk()
  const founder = await as(desk, desk.founder)
  const { id: checker } = must(await founder('people.add', { name: 'Checker', roles: ['checker'] }))
  const id = await importText(await as(desk, desk.people.writer), 'The bridge\n\nIt was opened in 1921.')
  must(await act(desk, desk.people.writer, id, 'submit'))
  must(await act(desk, desk.people.editor, id, 'require_gate', { gate: 'facts' }))
  expect(await act(desk, desk.people.editor, id, 'approve')).toMatchObject({ ok: false })
  const done = must(await act(desk, checker, id, 'complete_gate', { gate: 'facts' }))
  expect(done.edition.gates.facts).toMatchObject({ state: 'complete', by: checker })
  must(await act(desk, desk.people.editor, id, 'request_changes', { note: 'Name the engineer.' }))
  await rewrite(desk, id, '1921', '1921 by its engineer')
  const again = must(await act(desk, desk.people.writer, id, 'submit'))
  expect(again.edition.gates.facts?.state).toBe('required')
  expect(await act(desk, desk.people.editor, id, 'approve')).toMatchObject({ ok: false })
  must(await act(desk, checker, id, 'complete_gate', { gate: 'facts' }))
  must(await act(desk, desk.people.editor, id, 'approve'))
})

test('[QU5] under an embargo a piece is not published, whoever asks and whatever the way', async () => {
  const desk = await openTestDesk()
  const id = await importText(await as(desk, desk.people.writer), 'The list\n\nIt is read out at noon.')
  await setField(desk, id, 'embargo', '2099-01-01T12:00:00.000Z' as never)
  must(await act(desk, desk.people.writer, id, 'submit'))
  expect(await act(desk, desk.founder, id, 'override_publish', { note: 'It cannot wait.', now: true })).toMatchObject({ ok: false })
  must(await act(desk, desk.people.editor, id, 'approve'))
  expect(await act(desk, desk.people.publisher, id, 'publish', { now: true })).toMatchObject({ ok: false })
  expect(await act(desk, desk.people.publisher, id, 'schedule', { at: '2098-01-01T12:00:00Z' })).toMatchObject({ ok: false })
  must(await act(desk, desk.people.publisher, id, 'schedule', { at: '2099-01-01T12:00:00Z' }))
  must(await (await as(desk, desk.people.publisher))('queue.work', {}))
  expect(existsSync(join(desk.folder, 'site'))).toBe(false)
})

test('[QU5] an embargo is an instant, compared as one, and none is set behind a time that was chosen before', async () => {
  const desk = await openTestDesk()
  const id = await importText(await as(desk, desk.people.writer), 'The list\n\nIt is read out at noon.')
  const writer = await as(desk, desk.people.writer)
  for (const value of ['tomorrow', '2099-01-01', '2099-01-01T12:00'])
    expect(await writer('articles.setField', { id, field: 'embargo', value, base: '' })).toMatchObject({
      ok: false,
      error: { code: 'invalid' },
    })
  // Noon in Paris is eleven in London.
  must(await writer('articles.setField', { id, field: 'embargo', value: '2099-01-01T12:00:00+01:00', base: '' }))
  must(await act(desk, desk.people.writer, id, 'submit'))
  must(await act(desk, desk.people.editor, id, 'approve'))
  expect(await act(desk, desk.people.publisher, id, 'schedule', { at: '2099-01-01T10:59:00Z' })).toMatchObject({ ok: false })
  must(await act(desk, desk.people.publisher, id, 'schedule', { at: '2099-01-01T11:00:00Z' }))
  const later = { id, field: 'embargo', value: '2099-01-01T18:00:00Z', base: '2099-01-01T12:00:00+01:00' } as const
  expect(await writer('articles.setField', later)).toMatchObject({
    ok: false,
    error: { message: expect.stringContaining('Unschedule it first') as string },
  })
})

test('[QU10] the queue is in the hands of a publisher: others are refused in words', async () => {
  const desk = await openTestDesk()
  const id = await importText(await as(desk, desk.people.writer), 'The list\n\nIt is read out at noon.')
  await goOut(desk, id)
  const [writer, publisher] = [await as(desk, desk.people.writer), await as(desk, desk.people.publisher)]
  const entry = must(await publisher('queue.list', {})).entries[0]?.id ?? ''
  for (const name of ['queue.retry', 'queue.cancel', 'queue.resend'] as const)
    expect(await writer(name, { id: entry })).toMatchObject({ ok: false, error: { code: 'notAllowed' } })
  expect(await publisher('queue.cancel', { id: entry })).toMatchObject({
    ok: false,
    error: { message: expect.stringContaining('cannot be cancelled') as string },
  })
  expect(await publisher('queue.resend', { id: entry })).toMatchObject({ ok: true })
})

test('[SY15] a piece named as read before has to be at the desk', async () => {
  const desk = await openTestDesk()
  const writer = await as(desk, desk.people.writer)
  const [id, other] = [await importText(writer, 'The list\n\nWords.'), await importText(writer, 'The other\n\nWords.')]
  const wrong = { id, field: 'previously', value: ['00000000-0000-4000-8000-000000000000'], base: [] } as const
  expect(await writer('articles.setField', { ...wrong, value: [...wrong.value], base: [] })).toMatchObject({
    ok: false,
    error: { code: 'invalid' },
  })
  expect(must(await writer('articles.setField', { id, field: 'previously', value: [other], base: [] })).fields.previously).toEqual([other])
})
