/** The public status of an article: proposed, confirmed, told to readers by an edition of its own, at a real desk with a real site. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { ArticleView } from '../../shared/contract/articles.ts'
import type { Call, Input } from '../../shared/contract/contract.ts'
import { historyLine } from '../../shared/desk/historyLine.ts'
import type { Role } from '../../shared/desk/person.ts'
import { importText, must, paragraphUpdate } from '../factories/people.ts'
import { openTestDesk, type TestDesk } from '../factories/workstation.ts'

const text = 'The tolls of the bridge\n\nThe bridge was free on Sundays.'

interface Desk extends TestDesk {
  readonly as: Readonly<Record<'founder' | 'writer' | 'editor' | 'publisher' | 'records', Call>>
}

async function openDesk(): Promise<Desk> {
  const desk = await openTestDesk()
  const founder = (await desk.sit(desk.founder)).call
  const { settings, hash } = must(await founder('settings.read', {}))
  must(await founder('settings.change', { base: hash, settings: { ...settings, undoSeconds: 0 } }))
  const { id } = must(await founder('people.add', { name: 'Records', roles: ['recordsEditor'] }))
  // The founder has every role; here only the people named stand beside each other.
  must(await founder('people.setRoles', { id: desk.founder, roles: ['administrator'] satisfies Role[] }))
  const { writer, editor, publisher } = desk.people
  const sit = async (person: string) => (await desk.sit(person)).call
  return {
    ...desk,
    as: { founder, writer: await sit(writer), editor: await sit(editor), publisher: await sit(publisher), records: await sit(id) },
  }
}

/** What the history says of notices to readers. */
function noticeLines(view: ArticleView): readonly string[] {
  return view.history.filter((entry) => entry.act.startsWith('status.')).map((entry) => historyLine(entry, view))
}

type More = Partial<Omit<Input<'workflow.act'>, 'id' | 'act'>>

async function act(call: Call, id: string, name: Input<'workflow.act'>['act'], more: More = {}): Promise<ArticleView> {
  return must(await call('workflow.act', { id, act: name, ...more }))
}

/** Submits, approves and publishes what stands, and sends it out. */
async function publish({ as }: Desk, id: string): Promise<void> {
  await act(as.writer, id, 'submit')
  await act(as.editor, id, 'approve')
  await act(as.publisher, id, 'publish', { now: true })
  must(await as.publisher('queue.work', {}))
}

async function published(desk: Desk): Promise<string> {
  const id = await importText(desk.as.writer, text)
  await publish(desk, id)
  return id
}

async function pageOf(desk: Desk, id: string): Promise<string> {
  must(await desk.as.publisher('queue.work', {}))
  const { editions } = must(await desk.as.publisher('articles.read', { id }))
  const address = editions.findLast(({ publication }) => publication)?.publication?.address ?? ''
  return readFileSync(join(desk.folder, 'site', address, 'index.html'), 'utf8')
}

const notice = 'The register we relied on was of another bridge.'
const why = { note: notice, reason: 'A reader showed it.' }

describe('withdrawing', () => {
  test('[PS1] [SI5] a publisher withdraws alone: the page keeps its words under the notice, and a new edition brings it back', async () => {
    const desk = await openDesk()
    const id = await published(desk)
    const view = await act(desk.as.publisher, id, 'withdraw', why)
    expect(view.edition).toMatchObject({ n: 2, kind: 'withdrawal', state: 'scheduled' })
    const page = await pageOf(desk, id)
    expect(page).toContain(notice)
    expect(page).toContain('The bridge was free on Sundays.')
    expect(must(await desk.as.writer('articles.read', { id }))).toMatchObject({ publicStatus: 'withdrawn', row: { waitsFor: 'withdrawn' } })

    await act(desk.as.editor, id, 'open_edition', { kind: 'update' })
    must(await desk.as.editor('articles.setField', { id, field: 'changeNote', value: 'Written anew from the right register.', base: '' }))
    await publish(desk, id)
    expect(must(await desk.as.writer('articles.read', { id })).publicStatus).toBe('live')
    expect(await pageOf(desk, id)).not.toContain(notice)
    expect(must(await desk.workstation.admin.verify()).problems).toEqual([])
  })

  test('[PS1] anyone may ask; whoever may withdraw confirms or declines with a reason', async () => {
    const desk = await openDesk()
    const id = await published(desk)
    const asked = await act(desk.as.writer, id, 'ask_to_withdraw', why)
    expect(asked).toMatchObject({ publicStatus: 'live', proposal: { status: 'withdrawn', notice } })
    expect(await desk.as.writer('workflow.act', { id, act: 'confirm_status' })).toMatchObject({ ok: false })
    expect(must(await desk.as.publisher('articles.read', { id })).row.waitsForMe).toBe(true)
    const declined = await act(desk.as.records, id, 'decline_status', { note: 'It is the right bridge.' })
    expect(declined).toMatchObject({ proposal: null, publicStatus: 'live' })
    await act(desk.as.writer, id, 'ask_to_withdraw', why)
    expect(noticeLines(must(await desk.as.editor('articles.read', { id }))).at(-1)).toBe('Withdrawal proposed')
    await act(desk.as.records, id, 'confirm_status')
    expect(await pageOf(desk, id)).toContain(notice)
    expect(noticeLines(must(await desk.as.editor('articles.read', { id })))).toEqual([
      'A change of what readers see was proposed',
      'The proposal was declined',
      'Withdrawal proposed',
      'Withdrawn',
    ])
  })

  test('[PS1] without a notice or a reason, of what was never published, and a second time it is refused in words', async () => {
    const desk = await openDesk()
    const draft = await importText(desk.as.writer, text)
    for (const name of ['withdraw', 'retract', 'take_down', 'confirm_status', 'decline_status'] as const)
      expect(await desk.as.publisher('workflow.act', { id: draft, act: name, ...why })).toMatchObject({ ok: false })
    await publish(desk, draft)
    expect(await desk.as.publisher('workflow.act', { id: draft, act: 'withdraw', note: ' ' })).toMatchObject({
      ok: false,
      error: { code: 'invalid', message: expect.stringContaining('Write the notice') as string },
    })
    await act(desk.as.publisher, draft, 'withdraw', why)
    expect(await desk.as.publisher('workflow.act', { id: draft, act: 'withdraw', ...why })).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining('on its way already') as string },
    })
  })

  test('[PS1] words of an open edition are set aside, not published and not lost', async () => {
    const desk = await openDesk()
    const id = await published(desk)
    await act(desk.as.editor, id, 'open_edition', { kind: 'update' })
    must(await desk.as.writer('articles.save', { id, update: await paragraphUpdate(desk.as.writer, id, 'Not yet checked.') }))
    const view = await act(desk.as.publisher, id, 'withdraw', why)
    expect(view.editions.map(({ state }) => state)).toEqual(['published', 'spiked', 'scheduled'])
    expect(await pageOf(desk, id)).not.toContain('Not yet checked.')
    const reopened = await act(desk.as.editor, id, 'open_edition', { kind: 'update' })
    expect(reopened.row.words).toBeGreaterThan(view.editions.length)
    expect(Buffer.from(must(await desk.as.editor('articles.open', { id })).update).includes('Not yet checked.')).toBe(true)
  })

  test('[PS1] an edition cannot be opened as a notice, and a notice on its way takes no other act', async () => {
    const desk = await openDesk()
    const id = await published(desk)
    expect(await desk.as.editor('workflow.act', { id, act: 'open_edition', kind: 'withdrawal' })).toMatchObject({ ok: false })
    await act(desk.as.publisher, id, 'withdraw', why)
    for (const name of ['edit_again', 'request_changes', 'hold', 'take_back', 'spike'] as const)
      expect(await desk.as.editor('workflow.act', { id, act: name, note: 'No.' })).toMatchObject({ ok: false })
    const undone = await act(desk.as.publisher, id, 'unschedule')
    expect(undone).toMatchObject({ publicStatus: 'live', edition: { n: 1, state: 'published' }, row: { state: 'published' } })
    expect(await pageOf(desk, id)).not.toContain(notice)
  })

  test('[PS1] a notice that was undone leaves the piece as it was: it can be corrected, and told of again', async () => {
    const desk = await openDesk()
    const id = await published(desk)
    await act(desk.as.publisher, id, 'withdraw', why)
    await act(desk.as.publisher, id, 'unschedule')
    const opened = await act(desk.as.editor, id, 'open_edition', { kind: 'correction' })
    expect(opened).toMatchObject({ edition: { n: 3, kind: 'correction', state: 'draft' }, locked: false })
    // The edition that was open meanwhile is set aside by the next notice, and taken up again once that is undone.
    await act(desk.as.publisher, id, 'withdraw', why)
    const undone = await act(desk.as.publisher, id, 'unschedule')
    expect(undone).toMatchObject({ edition: { n: 3, state: 'spiked' } })
    expect(await act(desk.as.editor, id, 'unspike')).toMatchObject({ edition: { n: 3, kind: 'correction', state: 'draft' }, locked: false })
  })
})

describe('the page before it is told', () => {
  test('[PS4] [SI1] the sheet shows what readers will find, from the words that are being written, and nothing is changed by it', async () => {
    const desk = await openDesk()
    const id = await published(desk)
    const { session } = await desk.sit(desk.people.publisher)
    const served = async (status: 'withdrawn' | 'retracted' | 'taken_down', words: string) => {
      const { path } = must(await desk.as.publisher('preview.notice', { id, status, notice: words }))
      const page = await desk.workstation.respond(session, path)
      return { path, html: Buffer.from(page?.bytes ?? '').toString('utf8') }
    }
    const withdrawn = await served('withdrawn', notice)
    expect(withdrawn.html).toContain(notice)
    expect(withdrawn.html).toContain('free on Sundays')
    const retracted = await served('retracted', notice)
    expect(retracted.html).toContain('The tolls of the bridge')
    expect(retracted.html).not.toContain('free on Sundays')
    expect((await served('taken_down', 'By order of a court.')).html).not.toContain('The tolls of the bridge')
    expect(must(await desk.as.writer('articles.read', { id }))).toMatchObject({ publicStatus: 'live', proposal: null, edition: { n: 1 } })

    // But for the time and what hangs on it, it is the page that goes out.
    await act(desk.as.publisher, id, 'withdraw', why)
    const timeless = (html: string) => html.replaceAll(/\d{2}[.:]\d{2}(?::\d{2})?|(?:[0-9a-f]{4}[ …]*){3,}|[0-9a-f]{64}/gu, '·')
    expect(timeless(withdrawn.html)).toBe(timeless(await pageOf(desk, id)))
    const draft = await importText(desk.as.writer, text)
    expect(await desk.as.publisher('preview.notice', { id: draft, status: 'withdrawn', notice })).toMatchObject({ ok: false })
    expect(await desk.workstation.respond(session, withdrawn.path.replace(/notice\/[0-9a-f]+/u, 'notice/0000'))).toBeUndefined()
  })
})

describe('retracting', () => {
  test('[PS2] [SI5] a publisher and a records editor agree, two people; headline and notice stay, the words go', async () => {
    const desk = await openDesk()
    const id = await published(desk)
    expect(await desk.as.editor('workflow.act', { id, act: 'retract', ...why })).toMatchObject({ ok: false })
    await act(desk.as.publisher, id, 'retract', why)
    expect(await desk.as.publisher('workflow.act', { id, act: 'confirm_status' })).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining('two people') as string },
    })
    await act(desk.as.records, id, 'confirm_status')
    const page = await pageOf(desk, id)
    expect(must(await desk.as.writer('articles.read', { id })).row.waitsFor).toBe('retracted')
    expect(page).toContain(notice)
    expect(page).toContain('The tolls of the bridge')
    expect(page).not.toContain('free on Sundays')
    expect(await desk.as.publisher('workflow.act', { id, act: 'withdraw', ...why })).toMatchObject({ ok: false })
    expect(existsSync(join(desk.folder, 'site', 'corrections/index.html'))).toBe(true)
  })

  test('[PS2] [WF8] where nobody else can agree it needs a reason and stays marked', async () => {
    const desk = await openDesk()
    const { founder } = desk.as
    for (const person of must(await founder('desk.status', {})).people.filter(
      ({ id }) => id !== desk.founder && id !== desk.people.publisher,
    ))
      must(await founder('people.setRoles', { id: person.id, roles: ['writer', 'editor'] }))
    must(await founder('people.setRoles', { id: desk.people.publisher, roles: ['publisher', 'recordsEditor'] }))
    const id = await published(desk)
    await act(desk.as.publisher, id, 'retract', why)
    expect(await desk.as.publisher('workflow.act', { id, act: 'confirm_status' })).toMatchObject({ ok: false, error: { code: 'invalid' } })
    const done = await act(desk.as.publisher, id, 'confirm_status', { note: 'I am alone with both rights.' })
    expect(done.unconfirmed).toMatchObject({ status: 'retracted', until: '' })
    expect(await pageOf(desk, id)).toContain(notice)
  })
})

describe('taking down', () => {
  test('[PS3] [QU7] a publisher takes down at once, what waited is cancelled, and a second person confirms', async () => {
    const desk = await openDesk()
    const id = await published(desk)
    const before = await pageOf(desk, id)
    await act(desk.as.editor, id, 'open_edition', { kind: 'update' })
    must(await desk.as.editor('articles.setField', { id, field: 'changeNote', value: 'More.', base: '' }))
    await act(desk.as.writer, id, 'submit')
    await act(desk.as.editor, id, 'approve')
    await act(desk.as.publisher, id, 'schedule', { at: '2030-01-01T06:00:00Z' })
    const view = await act(desk.as.publisher, id, 'take_down', why)
    expect(view.editions.map(({ state }) => state)).toEqual(['published', 'spiked', 'scheduled'])
    expect(view.unconfirmed).toMatchObject({ status: 'taken_down', by: desk.people.publisher })
    const page = await pageOf(desk, id)
    for (const words of ['The tolls of the bridge', 'free on Sundays']) {
      expect(before).toContain(words)
      expect(page).not.toContain(words)
    }
    expect(await desk.as.publisher('workflow.act', { id, act: 'confirm_status' })).toMatchObject({ ok: false })
    expect(must(await desk.as.writer('articles.read', { id })).row.waitsFor).toMatch(
      /^taken down, to be confirmed by \d{1,2} [A-Z][a-z]+ \d{4}$/u,
    )
    const confirmed = await act(desk.as.editor, id, 'confirm_status')
    expect(confirmed).toMatchObject({ unconfirmed: null, row: { waitsFor: 'taken down' } })
    expect(noticeLines(confirmed)).toEqual(['Taking down proposed', 'Taken down', 'The taking down was confirmed by a second person'])
    expect(must(await desk.workstation.admin.verify()).problems).toEqual([])
    expect(must(await desk.workstation.admin.rebuild()).changed).toEqual([])
  })

  test('[PS3] [QU7] it waits for no other notice: one that has not gone out is set aside', async () => {
    const desk = await openDesk()
    const id = await published(desk)
    await act(desk.as.publisher, id, 'withdraw', { ...why, note: 'Not to be relied on.' })
    const view = await act(desk.as.publisher, id, 'take_down', why)
    expect(view.editions.map(({ kind, state }) => [kind, state])).toEqual([
      ['original', 'published'],
      ['withdrawal', 'spiked'],
      ['takedown', 'scheduled'],
    ])
    const page = await pageOf(desk, id)
    expect(page).toContain(notice)
    expect(page).not.toContain('Not to be relied on.')
    expect(await desk.as.publisher('workflow.act', { id, act: 'take_down', ...why })).toMatchObject({ ok: false })
    expect(must(await desk.workstation.admin.verify()).problems).toEqual([])
    expect(must(await desk.workstation.admin.rebuild()).changed).toEqual([])
  })
})
