/** Settings from the command line: changed, told by their history, undone, and standing words agreed to by a second person. */
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Output } from '../../shared/contract/contract.ts'
import { documentOf, notBuilt, type Refusal, sharedDesk } from './chancery.ts'

const desk = sharedDesk()

type Changed = Output<'settings.change'>

function file(settings: object): string {
  const name = path.join(desk.beside, 'some.json')
  writeFileSync(name, JSON.stringify(settings))
  return name
}

const asEditor = ['--as', 'The editor'] as const
const asPia = ['--as', 'Pia Lund'] as const

describe.skipIf(notBuilt !== '')(`settings${notBuilt && ` (${notBuilt})`}`, () => {
  it('[HS1] [HS2] [HS3] are changed, listed, looked at, undone and brought back', { timeout: 180_000 }, async () => {
    await desk.ask('init', '--publication', 'The Ferry Record')
    const { saved } = await desk.ask<Changed>('settings', file({ city: 'Sele', motto: 'All of it' }))
    expect(saved).toMatchObject({ changed: ['motto', 'city'], proposed: [] })
    expect(saved.rewrites).toEqual({ pages: 0, others: 0, isUnpublished: true })
    const said = await desk.run('settings', 'history')
    expect(said.out.toString('utf8')).toMatch(/^CHANGE +AT +BY +WHAT\n\d+ +\S+ +The editor +Changed: the motto and the city\n/)
    const looked = await desk.run('settings', 'history', String(saved.change))
    expect(looked.out.toString('utf8')).toBe('motto\n- A journal of record\n+ All of it\n\ncity\n- London\n+ Sele\n')
    expect((await desk.run('settings', 'undo', String(saved.change))).exit).toBe(2)
    const undone = await desk.ask<Changed>('settings', 'undo', String(saved.change), ...asEditor)
    expect(undone.settings).toMatchObject({ city: 'London', motto: 'A journal of record' })
    const refused = await desk.run('--json', 'settings', 'undo', String(saved.change), ...asEditor)
    expect(refused.exit).toBe(1)
    expect(documentOf<Refusal>(refused).error.message).toContain('changed again')
    const back = await desk.ask<Changed>('settings', 'bring-back', String(saved.change), 'CITY', '--after', ...asEditor)
    expect(back.settings).toMatchObject({ city: 'Sele', motto: 'A journal of record' })
    expect(documentOf<Refusal>(await desk.run('--json', 'settings', 'bring-back', '7', 'towns', ...asEditor)).error.message).toContain(
      'There is no part of the settings called “towns”',
    )
  })

  it('[HS4] [HS5] [HS6] standing words are one person’s alone, and two people’s as soon as there are two', {
    timeout: 180_000,
  }, async () => {
    const words = (text: string) => file({ privacyOverview: text })
    const alone = await desk.run('settings', words('Nothing is kept.'))
    expect(alone.out.toString('utf8')).toMatch(/^Changed: privacyOverview\. This rewrites no page: nothing is published yet\./)
    expect((await desk.run('settings', 'history')).out.toString('utf8')).toContain('Changed: the privacy overview; nobody else could agree')
    await desk.ask('person', 'add', 'Pia Lund', '--role', 'publisher')
    const proposed = await desk.run('settings', words('Your address is kept.'))
    expect(proposed.out.toString('utf8')).toBe('Proposed: privacyOverview. Another publisher agrees with words, or sends them back.\n')
    const listed = await desk.run('words')
    expect(listed.out.toString('utf8')).toMatch(
      /^Proposed by The editor, \S+; waits for another publisher\nprivacyOverview\n- Nothing is kept\.\n\+ Your address is kept\.\n$/,
    )
    expect((await desk.run('words', 'privacyOverview')).exit).toBe(2)
    expect((await desk.run('words', 'privacyOverview', 'agree')).exit).toBe(2)
    expect(documentOf<Refusal>(await desk.run('--json', 'words', 'privacyOverview', 'agree', ...asEditor)).error.message).toContain(
      'You proposed these words',
    )
    expect((await desk.run('words', 'privacyOverview', 'agree', '--reason', 'Good.', ...asPia)).exit).toBe(2)
    expect(documentOf<Refusal>(await desk.run('--json', 'words', 'privacyOverview', 'send-back', ...asPia)).error.message).toContain(
      'Give a reason',
    )
    await desk.ask('words', 'privacyOverview', 'send-back', '--reason', 'For how long?', ...asPia)
    expect((await desk.run('words', ...asEditor)).out.toString('utf8')).toContain('sent back: For how long?')
    await desk.ask('words', 'privacyOverview', 'withdraw', ...asEditor)
    expect((await desk.run('words', ...asEditor)).out.toString('utf8')).toBe('No standing words wait for anybody.\n')
    await desk.ask('settings', words('Your address is kept until you ask.'))
    const agreed = await desk.ask<Changed>('words', 'privacyOverview', 'agree', ...asPia)
    expect(agreed.settings.privacyOverview).toBe('Your address is kept until you ask.')
    expect(documentOf<Refusal>(await desk.run('--json', 'words', 'policies', 'agree', ...asPia)).error.message).toBe(
      'No words are proposed for policies. Nothing was changed.',
    )
  })
})
