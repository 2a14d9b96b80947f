/** A draft is its writer's alone: no list, search, count or question shows it to others at the desk, and no role does. */
import { expect, test } from 'vitest'
import type { Call } from '../../shared/contract/contract.ts'
import { importText, must, paragraphUpdate } from '../factories/people.ts'
import { openTestDesk } from '../factories/workstation.ts'

async function deskWithDraft() {
  const desk = await openTestDesk()
  const calls = {
    writer: (await desk.sit(desk.people.writer)).call,
    editor: (await desk.sit(desk.people.editor)).call,
    publisher: (await desk.sit(desk.people.publisher)).call,
    // Every role, that of an administrator among them.
    founder: (await desk.sit(desk.founder)).call,
    nobody: (await desk.sit('')).call,
  }
  const id = await importText(calls.writer, 'The quarry\n\nOf limestone and of lime.')
  return { desk, calls, id }
}

async function shownTo(call: Call): Promise<Readonly<Record<string, boolean>>> {
  const list = must(await call('articles.list', {}))
  return {
    listed: list.articles.length > 0,
    counted: list.total > 0,
    byHeadline: must(await call('articles.list', { words: 'quar' })).total > 0,
    byState: must(await call('articles.list', { state: 'draft' })).articles.length > 0,
    found: must(await call('search.find', { words: 'limestone' })).results.length > 0,
    foundByHeadline: must(await call('search.find', { words: 'quarry' })).results.length > 0,
  }
}

const everywhere = { listed: true, counted: true, byHeadline: true, byState: true, found: true, foundByHeadline: true }
const nowhere = Object.fromEntries(Object.keys(everywhere).map((place) => [place, false]))

test('[WF12] lists, counts and searches show a draft to its writer and to nobody else', async () => {
  const { calls } = await deskWithDraft()
  expect(await shownTo(calls.writer)).toEqual(everywhere)
  for (const other of ['editor', 'publisher', 'founder', 'nobody'] as const) expect(await shownTo(calls[other]), other).toEqual(nowhere)
})

test('[WF12] whoever knows its id is told that there is no such article, and changes nothing', async () => {
  const { calls, id } = await deskWithDraft()
  const update = await paragraphUpdate(calls.writer, id, 'Not theirs.')
  const { versions } = must(await calls.writer('versions.keep', { id, label: 'mine' }))
  const version = versions[0]?.hash ?? ''
  for (const call of [calls.editor, calls.founder]) {
    const answers = [
      await call('articles.read', { id }),
      await call('articles.open', { id }),
      await call('articles.updates', { id, cursor: 0 }),
      await call('articles.save', { id, update }),
      await call('articles.setField', { id, field: 'slug', value: 'theirs', base: '' }),
      await call('articles.share', { id, with: 'everybody' }),
      await call('versions.read', { id, version }),
      await call('versions.keep', { id, label: 'theirs' }),
      await call('versions.restore', { id, version }),
      await call('versions.markRead', { id, version }),
      await call('preview.of', { id }),
      await call('media.add', { id, name: 'x.png', bytes: new Uint8Array([1]) }),
      await call('workflow.act', { id, act: 'hold', note: 'Wait.' }),
      await call('workflow.act', { id, act: 'submit' }),
    ]
    for (const answer of answers) expect(answer).toMatchObject({ ok: false, error: { code: 'notFound' } })
  }
  const after = must(await calls.writer('articles.read', { id }))
  expect(after).toMatchObject({ fields: { slug: '' }, edition: { state: 'draft' }, versions: [{ label: 'mine' }] })
  expect(after.edition.hold).toBeUndefined()
})

test('[WF12] a gate on a draft waits for a checker only once the checker sees it', async () => {
  const { desk, calls, id } = await deskWithDraft()
  const { id: checker } = must(await calls.founder('people.add', { name: 'Checker', roles: ['checker'] }))
  must(await calls.founder('people.setRoles', { id: desk.people.writer, roles: ['writer', 'editor'] }))
  must(await calls.writer('workflow.act', { id, act: 'require_gate', gate: 'facts' }))
  const { call } = await desk.sit(checker)
  const waits = async () => [
    must(await call('articles.list', { filter: 'waiting' })).total,
    must(await call('desk.status', {})).waiting.mine + must(await call('desk.status', {})).waiting.review,
  ]
  expect(await waits()).toEqual([0, 0])
  must(await calls.writer('articles.share', { id, with: [checker] }))
  expect(await waits()).toEqual([1, 1])
})

test('[WF12] shared with one it is that one’s to read and to write in; submitted it is everybody’s', async () => {
  const { desk, calls, id } = await deskWithDraft()
  const shared = must(await calls.writer('articles.share', { id, with: [desk.people.editor] }))
  expect(shared).toMatchObject({ seenBy: [desk.people.writer, desk.people.editor], mayShare: true, history: [{ act: 'share' }] })
  expect(await shownTo(calls.editor)).toEqual(everywhere)
  must(await calls.editor('articles.save', { id, update: await paragraphUpdate(calls.editor, id, 'From the editor.') }))
  expect(await shownTo(calls.publisher)).toEqual(nowhere)
  must(await calls.writer('workflow.act', { id, act: 'submit' }))
  expect(await shownTo(calls.publisher)).toMatchObject({ listed: true, found: true })
  must(await calls.writer('workflow.act', { id, act: 'recall' }))
  expect(await shownTo(calls.publisher)).toEqual(everywhere)
  expect(must(await calls.publisher('articles.read', { id }))).toMatchObject({ seenBy: 'everybody', mayShare: false })
})

test('[WF12] [SY22] who sees what is the same after projections were made again', async () => {
  const { desk, calls, id } = await deskWithDraft()
  const other = await importText(calls.writer, 'The kiln\n\nOf limestone too.')
  must(await calls.writer('articles.share', { id: other, with: 'everybody' }))
  const seen = async (call: Call) => must(await call('articles.list', {})).articles.map((row) => row.id)
  const before = [await seen(calls.writer), await seen(calls.editor)]
  expect(before[1]).toEqual([other])
  must(await desk.workstation.admin.rebuild())
  expect([await seen(calls.writer), await seen(calls.editor)]).toEqual(before)
  expect(must(await calls.writer('articles.read', { id })).seenBy).toEqual([desk.people.writer])
})

test('[WF12] the command line acts for whoever owns the computer, and sees every draft', async () => {
  const { desk, id } = await deskWithDraft()
  const session = desk.workstation.connect(() => {}, undefined, 'all')
  const call = ((name: string, input: unknown) => session.call(name, input)) as Call
  expect(await shownTo(call)).toEqual(everywhere)
  must(await call('people.sitDown', { id: desk.people.editor }))
  expect(must(await call('articles.read', { id })).row.headline).toBe('The quarry')
  // It reads; an act is still the act of a person, who has to see what it is about.
  expect(await call('workflow.act', { id, act: 'hold', note: 'Wait.' })).toMatchObject({
    ok: false,
    error: { message: expect.stringContaining('its writer’s alone') as string },
  })
})
