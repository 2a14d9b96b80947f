/** What the built command line answers on one desk: shapes that stay, refusals in words, wrong usage, acts and their options. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Article, deskIn, documentOf, notBuilt, type Refusal, sharedDesk, started } from './chancery.ts'

describe.skipIf(notBuilt !== '')('the command line', () => {
  const desk = sharedDesk()
  const file = (name: string, bytes: string | Uint8Array) => writeFileSync(path.join(desk.beside, name), bytes)
  const refused = async (...argv: readonly string[]) => {
    const said = await desk.run('--json', ...argv)
    expect(said.exit, argv.join(' ')).toBe(1)
    return documentOf<Refusal>(said).error
  }
  const wrong = async (...argv: readonly string[]) => {
    const said = await desk.run('--json', ...argv)
    expect(said.exit, argv.join(' ')).toBe(2)
    expect(said.err).toContain('Usage: chancery')
    return documentOf<Refusal>(said).error
  }
  let ids: readonly string[] = []

  beforeAll(async () => {
    await desk.ask('init', '--publication', 'The Ferry Record')
    await desk.ask('person', 'add', 'Ada Quill', '--role', 'writer')
    await desk.ask('person', 'add', 'Ed Marsh', '--role', 'editor', '--role', 'records-editor')
    file('one.txt', 'Boats go at nine\n\nThe last boat leaves at nine.\n')
    file('two.md', '# Boats go at *ten*\n\nThe last boat leaves at **ten**.\n')
    file('three.html', '<title>Boats stay</title><p>There is ice &amp; fog.</p>')
    file('latin.txt', Buffer.from([0x63, 0x61, 0x66, 0xe9, 0x0a]))
    mkdirSync(path.join(desk.beside, 'folder.txt'))
  })

  it('[CL1] imports what can be imported, names what cannot, and says both in one document', async () => {
    const said = await desk.run('import', 'one.txt', 'latin.txt', 'two.md', 'gone.txt', 'three.html', '--as', 'Ada Quill', '--json')
    expect(said.exit).toBe(1)
    const document = documentOf<Refusal & { articles: readonly Article[]; refused: readonly { file: string; code: string }[] }>(said)
    expect(document.articles.map(({ headline, state }) => [headline, state])).toEqual([
      ['Boats go at nine', 'draft'],
      ['Boats go at ten', 'draft'],
      ['Boats stay', 'draft'],
    ])
    expect(document.refused).toMatchObject([
      { file: 'latin.txt', code: 'invalid' },
      { file: 'gone.txt', code: 'notFound' },
    ])
    expect(document.error.message).toContain('latin.txt')
    ids = document.articles.map(({ id }) => id)
    const { articles } = await desk.ask<{ articles: readonly Article[] }>('list', '--state', 'draft')
    expect(articles.map(({ id }) => id).toSorted()).toEqual(ids.toSorted())
    const keys = ['id', 'headline', 'state', 'publicStatus', 'edition', 'byline', 'words']
    for (const article of articles) expect(Object.keys(article)).toEqual(keys)
  })

  it('[CL1] refuses a whole import in the form of every refusal', async () => {
    expect(await refused('import', 'folder.txt')).toMatchObject({
      code: 'invalid',
      message: 'folder.txt is a folder. Nothing of it was imported.',
    })
    expect((await refused('import', 'one.txt', '--byline', 'king')).message).toContain('Kinds are: named, initials')
    expect((await refused('import', 'one.txt', '--headline', ' ')).message).toContain('empty')
    expect((await refused('import', 'one.txt', '--as', 'Nobody')).message).toContain('At the desk are: The editor, Ada Quill, Ed Marsh')
    expect(await desk.ask('list')).toMatchObject({ articles: [{}, {}, {}] })
  })

  it('[CL1] keeps the shapes of people, search and show', async () => {
    const { people } = await desk.ask<{ people: readonly object[] }>('people')
    expect(people.slice(1)).toMatchObject([
      { name: 'Ada Quill', roles: ['writer'] },
      { name: 'Ed Marsh', roles: ['editor', 'recordsEditor'] },
    ])
    const found = await desk.ask<{ results: readonly object[] }>('search', 'ice', 'fog')
    expect(found.results).toEqual([{ id: ids[2], headline: 'Boats stay', snippet: expect.stringContaining('ice & fog') }])
    expect(await desk.ask('search', '" OR 1')).toMatchObject({ results: [] })
    expect(await desk.ask('search', 'ice', 'fog', '--everything')).toEqual({ ...found, kept: [], moreKept: false })
    await desk.ask('act', 'Boats stay', 'spike', '--note', 'Told by the harbourmaster.', '--as', 'Ada Quill')
    expect(await desk.ask('search', 'harbourmaster')).toMatchObject({ results: [] })
    const { kept } = await desk.ask<{ kept: readonly object[] }>('search', 'harbourmaster', '--everything')
    expect(kept).toMatchObject([
      { id: ids[2], state: 'spiked', place: { kind: 'act', act: 'spike' }, snippet: 'Told by the harbourmaster.' },
    ])
    const printed = (await desk.run('search', 'harbourmaster', '--everything')).out.toString('utf8')
    expect(printed).toContain('in the reason for “Spiked”')
    await desk.ask('act', 'Boats stay', 'unspike', '--as', 'Ada Quill')
    const shown = async (format: string) => (await desk.run('show', 'Boats go at ten', '--format', format)).out.toString('utf8')
    expect(await shown('md')).toBe('# Boats go at _ten_\n\nThe last boat leaves at **ten**.\n')
    expect(await shown('html')).toBe('<h1>Boats go at <em>ten</em></h1>\n<p>The last boat leaves at <strong>ten</strong>.</p>\n')
    expect(JSON.parse(await shown('json'))).toMatchObject({ id: ids[1], state: 'draft', fields: { byline: { kind: 'staff' } } })
  })

  it('[CL3] calls somebody by another name, as themselves or by an administrator', async () => {
    expect(await refused('person', 'rename', 'Ada Quill', 'Ed Marsh')).toMatchObject({ message: expect.stringContaining('already') })
    expect((await refused('person', 'rename', 'Ed Marsh', 'Ed', '--as', 'Ada Quill')).code).toBe('notAllowed')
    expect(await desk.ask('person', 'rename', 'Ada Quill', 'Ada Penn', '--as', 'Ada Quill')).toMatchObject({ person: { name: 'Ada Penn' } })
    await desk.ask('person', 'rename', 'Ada Penn', 'Ada Quill')
  })

  it('[WF14] [CL3] somebody leaves, acts no more, and is back with the roles they are given', async () => {
    await desk.ask('person', 'add', 'Bram Vane', '--role', 'writer')
    expect(await desk.ask('person', 'left', 'Bram Vane')).toMatchObject({ person: { name: 'Bram Vane', roles: [] } })
    expect((await desk.run('people')).out.toString('utf8')).toMatch(/Bram Vane +has left/u)
    expect(await refused('person', 'rename', 'Ed Marsh', 'Ed', '--as', 'Bram Vane')).toMatchObject({
      message: expect.stringContaining('Bram Vane has left this desk'),
    })
    expect((await wrong('person', 'roles', 'Bram Vane')).message).toContain('at least one role')
    const back = await desk.ask('person', 'roles', 'Bram Vane', '--role', 'editor', '--role', 'checker')
    expect(back).toMatchObject({ person: { name: 'Bram Vane', roles: ['editor', 'checker'] } })
    await desk.ask('person', 'left', 'Bram Vane')
  })

  it('[CL1] tells wrong usage from refusal, and names what is missing', async () => {
    expect(await wrong('fly')).toEqual({ code: 'usage', message: 'There is no command “fly”.' })
    expect((await wrong('show')).message).toBe('ARTICLE is missing.')
    expect((await wrong('act', 'x')).message).toBe('ACT is missing.')
    expect((await wrong('act', 'x', 'submit')).message).toContain('--as')
    expect((await wrong('show', 'x', '--format', 'docx')).message).toContain('docx')
    expect((await wrong('init', '--sample', '--publication', 'X')).message).toContain('--publication')
    expect((await refused('init')).code).toBe('conflict')
    expect((await refused('init', '--publication', ' ')).message).toBe('A newspaper needs a name. Nothing was begun.')
    expect((await refused('picture', ids[0] ?? '', 'none.jpg', '--alt', 'x')).message).toBe('“none.jpg” is not there. Nothing was changed.')
    expect((await refused('site', 'one.txt')).message).toContain('is a file')
    expect((await refused('site', desk.folder)).message).toContain('data folder')
  })

  it('[CL3] refuses names that fit nothing or several', async () => {
    await desk.ask('import', 'three.html')
    const several = await refused('show', 'Boats stay')
    expect(several).toMatchObject({ code: 'conflict', message: expect.stringContaining(ids[2] ?? '-') })
    expect((await refused('show', 'Boats')).code).toBe('notFound')
    expect((await wrong('act', '', 'submit', '--as', 'Ada Quill')).message).toBe('ARTICLE is missing.')
    expect(await desk.ask('show', (ids[2] ?? '').slice(0, 13))).toMatchObject({ id: ids[2] })
  })

  it('[CL2] refuses options that the act would pass over, before it does anything', async () => {
    const [id = ''] = ids
    const ed = ['--as', 'Ed Marsh']
    expect((await wrong('act', id, 'publish', '--at', '2040-01-01 10:00', ...ed)).message).toBe(
      '--at is for schedule and reschedule, not for publish. Nothing was changed.',
    )
    expect((await wrong('act', id, 'schedule', ...ed)).message).toContain('--at')
    expect((await refused('act', id, 'edit_again', '--mode', 'soon', ...ed)).message).toContain('hold-back, next-edition')
    expect(await refused('act', id, 'release', ...ed)).toMatchObject({ code: 'notAllowed', message: expect.stringContaining('queue') })
    expect(await refused('act', id, 'fly', ...ed)).toMatchObject({ code: 'invalid', message: expect.stringContaining('Acts are: submit') })
    expect((await refused('act', id, 'approve', '--version', 'abc', ...ed)).message).toContain('“abc” is no version’s name')
    expect((await refused('act', id, 'request_changes', '--note', 'No.', ...ed)).message).toBe(
      '“Request changes” is for an edition that is in review, approved or scheduled; this one is a draft. Nothing was changed.',
    )
    expect(await desk.ask('show', id)).toMatchObject({ state: 'draft', history: [] })
  })

  it('works through gates, holds and a schedule, and lists what waits', async () => {
    const [id = ''] = ids
    const act = (...argv: readonly string[]) => desk.ask<{ article: Article }>('act', id, ...argv)
    await act('submit', '--as', 'Ada Quill', '--note', 'Please.')
    await act('require_gate', '--gate', 'facts', '--as', 'Ed Marsh')
    expect((await refused('act', id, 'approve', '--as', 'Ed Marsh')).message).toContain('facts')
    await act('complete-gate', '--gate', 'facts', '--as', 'The editor')
    await act('hold', '--note', 'The lawyers read it.', '--as', 'Ed Marsh')
    expect((await refused('act', id, 'approve', '--as', 'Ed Marsh')).message).toContain('on hold')
    await act('lift_hold', '--as', 'Ed Marsh')
    const approved = await desk.run('act', id, 'approve', '--note', 'Fine.', '--as', 'Ed Marsh', '--json')
    expect(documentOf(approved)).toMatchObject({ article: { state: 'approved' } })
    expect(approved.err).toContain('takes no note')
    expect((await refused('act', id, 'schedule', '--at', 'soon', '--as', 'The editor')).message).toContain('2026-03-29 06:00')
    await act('schedule', '--at', '2040-05-01 06:00', '--as', 'The editor')
    expect(await desk.ask('work')).toMatchObject({
      done: 0,
      waiting: 1,
      entries: [{ article: id, state: 'waiting', at: '2040-05-01T05:00:00.000Z' }],
    })
    await act('unschedule', '--as', 'The editor')
    await act('publish', '--now', '--as', 'The editor')
    await desk.ask('work')
    expect((await refused('act', id, 'open_edition', '--kind', 'sequel', '--as', 'Ed Marsh')).message).toContain('sequel')
    expect(await act('open_edition', '--kind', 'correction', '--as', 'Ed Marsh')).toMatchObject({
      article: { state: 'draft', edition: 2, publicStatus: 'under_correction' },
    })
  })

  it('[CL5] says that a desk whose key is gone cannot be read, in the form that was asked for', async () => {
    const folder = path.join(desk.beside, 'keyless')
    mkdirSync(folder)
    writeFileSync(path.join(folder, 'workstation.db'), new Uint8Array(4096))
    const said = await deskIn(folder, desk.beside).run('verify', '--json')
    expect(said.exit).toBe(1)
    expect(documentOf(said)).toEqual({ ok: false, problems: [expect.stringContaining('key file is not')] })
  })

  it('[BK1] is kept in one file and restored elsewhere by its code; the site is laid again from it', async () => {
    const { recoveryCode } = await desk.ask<{ recoveryCode: string }>('backup', 'desk.chancery')
    expect((await refused('backup', 'desk.chancery')).code).toBe('conflict')
    const other = deskIn(path.join(desk.beside, 'restored'), desk.beside)
    expect((await other.run('restore', 'desk.chancery', '--code', 'WRONG')).exit).toBe(1)
    expect(existsSync(other.folder)).toBe(false)
    // A folder that was there stays, and so does whatever stands in it.
    mkdirSync(other.folder)
    expect((await other.run('restore', 'desk.chancery', '--code', 'WRONG')).exit).toBe(1)
    expect(existsSync(other.folder)).toBe(true)
    const within = path.join(desk.folder, 'site', 'desk.chancery')
    expect(await refused('backup', within)).toMatchObject({ message: expect.stringContaining('the desk’s own folder') })
    expect(existsSync(within)).toBe(false)
    await other.ask('restore', 'desk.chancery', '--code', recoveryCode)
    expect(await other.ask('list')).toEqual(await desk.ask('list'))
    await other.ask('site', path.join(other.folder, 'site'))
    expect(await other.ask('verify')).toEqual({ ok: true, problems: [] })
  })

  it('[CL4] ends quietly when nobody reads on', async () => {
    const said = await started(['--data', desk.folder, 'settings', '--json'], desk.beside, { deaf: true })
    expect(said).toMatchObject({ exit: 0, err: '' })
  })
})
