/** Every field of an article from the command line, written as a person would; what readers see of them is on the page. */
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { documentOf, notBuilt, type Refusal, sharedDesk } from './chancery.ts'

interface Set {
  readonly fields: Readonly<Record<string, unknown>>
}

describe.skipIf(notBuilt !== '')('set', () => {
  const desk = sharedDesk()

  it('[CL3] takes each field in words: people and pieces by name, times on the clock of the newspaper', { timeout: 240_000 }, async () => {
    await desk.ask('init', '--publication', 'The Ferry Record')
    for (const [name, headline] of [
      ['one', 'Boats go at nine'],
      ['two', 'The quay, and who owns it'],
      ['three', 'Tolls at the lock'],
    ] as const) {
      writeFileSync(path.join(desk.beside, `${name}.txt`), `${headline}\n\nThe last boat leaves at nine.\n`)
      await desk.ask('import', `${name}.txt`)
    }
    for (const headline of ['Boats go at nine', 'The quay, and who owns it'])
      await desk.ask('act', headline, 'override_publish', '--as', 'The editor', '--note', 'Alone.', '--now')
    await desk.ask('work')
    const set = async (field: string, value: string) =>
      (await desk.ask<Set>('set', 'Tolls at the lock', field, value, '--as', 'The editor')).fields[field]
    expect(await set('pieceKind', 'report part')).toBe('reportPart')
    expect(await set('series', 'The tolls, 2')).toEqual({ name: 'The tolls', number: 2 })
    expect(await set('series', 'The tolls')).toEqual({ name: 'The tolls', number: 0 })
    expect(await set('dateline', 'Skerrow, 2026-11-21')).toEqual({ place: 'Skerrow', date: '2026-11-21' })
    expect(await set('tags', 'boats, tolls')).toEqual(['boats', 'tolls'])
    expect(await set('previously', 'The quay, and who owns it')).toHaveLength(1)
    expect(await set('previously', '')).toEqual([])
    expect(await set('embargo', '2027-01-05 08:00')).toBe('2027-01-05T08:00:00.000Z')
    expect(await set('embargo', '')).toBe('')
    expect(await set('reader', 'the editor')).toMatch(/^[0-9a-f-]{36}$/u)
    expect(await set('wantedBy', '2027-01-04')).toBe('2027-01-04')
    expect(await set('wantedLength', '600')).toBe(600)
    expect(await set('rights', 'Ours')).toEqual({ whose: 'Ours', licence: '', askedOn: '' })
    expect(await set('rights', 'Ours; the archive’s; CC BY 4.0; 2026-05-03')).toEqual({
      whose: 'Ours; the archive’s',
      licence: 'CC BY 4.0',
      askedOn: '2026-05-03',
    })
    expect(await set('lang', 'de')).toBe('de')
    const id = async (headline: string) => (await desk.ask<{ id: string }>('show', headline)).id
    const [boats, quay] = [await id('Boats go at nine'), await id('The quay, and who owns it')]
    expect(await set('previously', `${quay.slice(0, 13)}, Boats go at nine`)).toEqual([quay, boats])

    await desk.ask('act', 'Tolls at the lock', 'override_publish', '--as', 'The editor', '--note', 'Alone.', '--now')
    await desk.ask('work')
    const { editions } = await desk.ask<{ editions: readonly { publication?: { address: string } }[] }>('show', 'Tolls at the lock')
    const address = editions[0]?.publication?.address ?? ''
    const page = readFileSync(path.join(desk.folder, 'site', address, 'index.html'), 'utf8')
    expect(page).toMatch(/class="previously"[\s\S]*The quay, and who owns it[\s\S]*Boats go at nine/u)
    expect(page).toContain('<a href="../../../series/the-tolls/">The tolls</a>')
    expect(page).not.toMatch(/archive’s|CC BY/u)
    const preview = await desk.run('preview', 'Tolls at the lock')
    expect(preview.out.toString()).toBe(page)
  })

  it('[CL3] a piece, a person or a time that is none is refused, and the field keeps what it had', async () => {
    for (const [field, value, words] of [
      ['previously', 'No such piece', 'There is no article “No such piece” here.'],
      ['reader', 'Nobody', 'There is nobody called “Nobody”'],
      ['embargo', 'tomorrow', 'is not a date and time'],
      ['pieceKind', 'poem', 'The field keeps what it had.'],
      ['wantedLength', 'long', 'A length is a number of words. The field keeps what it had.'],
      ['pieceKind', 'poem', 'A piece is an article, a notice or a reportPart.'],
      ['category', 'sport', 'There is no category “sport”. Categories are: diplomacy,'],
      ['contributorsNote', 'nobody', 'There is no contributors’ note “nobody”. Notes are: standing'],
      ['wantedBy', 'soon', '“soon” is no day of the calendar'],
    ] as const) {
      const said = await desk.run('--json', 'set', 'Boats go at nine', field, value, '--as', 'The editor')
      expect(said.exit, field).toBe(1)
      expect(documentOf<Refusal>(said).error.message, field).toContain(words)
    }
    const fields = await desk.ask<{ fields: Readonly<Record<string, unknown>> }>('show', 'Boats go at nine')
    expect(fields.fields).toMatchObject({ contributorsNote: 'standing', wantedBy: '', wantedLength: 0 })
    expect((await desk.run('help', 'set')).out.toString()).toMatch(/previously +up to three ARTICLEs/u)
  })

  it('[CL8] what was understood is said back, part by part', async () => {
    const set = async (field: string, value: string) => {
      const [first = ''] = (await desk.run('set', 'Boats go at nine', field, value, '--as', 'The editor')).out.toString().split('\n')
      return first
    }
    expect(await set('rights', 'The archive; CC BY 4.0; 2026-05-03')).toBe(
      'rights is now: whose: The archive; licence: CC BY 4.0; asked on: 3 May 2026.',
    )
    expect(await set('rights', 'The archive; CC BY 4.0; May 3')).toBe('rights is now: whose: The archive; CC BY 4.0; licence: May 3.')
    expect(await set('dateline', 'Skerrow, 2026-11-21')).toBe('dateline is now: place: Skerrow; date: 21 November 2026.')
    expect(await set('series', 'The tolls, 2')).toBe('series is now: The tolls; part: 2.')
    expect(await set('embargo', '2027-07-05 08:00')).toBe('embargo is now: until 5 July 2027, 08:00.')
    expect(await set('embargo', '')).toBe('embargo is now: nothing.')
    expect(await set('reader', 'the editor')).toBe('reader is now: The editor.')
    expect(await set('tags', 'boats,tolls')).toBe('tags is now: boats, tolls.')
    const versions = async (...argv: readonly string[]) =>
      (await desk.run('versions', 'Tolls at the lock', ...argv, '--as', 'The editor')).out.toString().split('\n')[0]
    expect(await versions('--keep', 'before the cut')).toMatch(/^Version \d+ is kept: before the cut\.$/u)
    expect(await set('contributorsNote', 'Standing note')).toBe('contributorsNote is now: standing.')
  })
})
