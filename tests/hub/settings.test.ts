/** Changes of the house settings at the real hub: what one person may, what needs two, and what the log gives again. */
import { expect, test } from 'vitest'
import type { DeskState } from '../../shared/desk/desk.ts'
import type { BodyOf } from '../../shared/desk/operation.ts'
import type { RecordEntry } from '../../shared/desk/record.ts'
import { hashOfSettings } from '../../shared/desk/reduceSettings.ts'
import type { HouseSettings } from '../../shared/desk/settings.ts'
import { partHash } from '../../shared/desk/settingsParts.ts'
import type { Outcome } from '../../shared/sync/messages.ts'
import { draftVersion, rows } from '../factories/hubFile.ts'
import { type BegunDesk, begunDesk, type TestStream, writtenArticle } from '../factories/streams.ts'

function deskAt(hub: BegunDesk): DeskState {
  const row = rows(hub, (db) => db.prepare<[], { state: string }>('SELECT state FROM desk').get())
  return JSON.parse(row?.state ?? '') as DeskState
}

type Kind = 'settings.change' | 'words.propose' | 'words.agree' | 'words.send_back' | 'words.withdraw' | 'person.role'

async function outcomeOf<K extends Kind>(hub: BegunDesk, stream: TestStream, kind: K, body: BodyOf<K>): Promise<Outcome | undefined> {
  const [outcome] = await hub.push(stream, stream.next(kind, '', body))
  return outcome
}

const policies = [{ slug: 'corrections', title: 'Corrections', text: 'What is wrong is put right, and said.' }]

function change(hub: BegunDesk, part: Partial<HouseSettings>, more: { readonly alone?: true } = {}) {
  const { settings, settingsHash: base } = deskAt(hub)
  return { base, settings: { ...settings, ...part }, ...more }
}

function proposal(hub: BegunDesk, value: HouseSettings['policies'] = policies) {
  return { part: 'policies' as const, base: partHash(deskAt(hub).settings, 'policies'), value }
}

/** What a decision is about, as it is read on screen. */
function standing(hub: BegunDesk) {
  const open = deskAt(hub).words?.policies?.open
  if (!open) throw new Error('nothing is proposed')
  return { part: 'policies' as const, proposal: open.seq, words: open.words }
}

test('[HS4] proposed words stand beside what readers have until another publisher agrees to exactly these', async () => {
  const hub = await begunDesk()
  const before = deskAt(hub).settings
  expect(await outcomeOf(hub, hub.publisher, 'settings.change', change(hub, { policies }))).toMatchObject({
    outcome: 'refused',
    reason: expect.stringContaining('Somebody else at this desk has to agree to the policies') as string,
  })
  expect(await outcomeOf(hub, hub.writer, 'words.propose', proposal(hub))).toMatchObject({ outcome: 'refused', code: 'notAllowed' })
  expect(await outcomeOf(hub, hub.publisher, 'words.propose', proposal(hub))).toMatchObject({ outcome: 'accepted' })
  expect(deskAt(hub).settings).toEqual(before)
  expect(await outcomeOf(hub, hub.publisher, 'words.agree', standing(hub))).toMatchObject({
    outcome: 'refused',
    reason: expect.stringContaining('You proposed these words') as string,
  })
  expect(await outcomeOf(hub, hub.founder, 'words.agree', { ...standing(hub), words: 'f'.repeat(64) })).toMatchObject({
    outcome: 'refused',
    code: 'conflict',
  })
  expect(await outcomeOf(hub, hub.founder, 'words.agree', standing(hub))).toMatchObject({ outcome: 'accepted' })
  const after = deskAt(hub)
  expect(after.settings).toEqual({ ...before, policies })
  expect(after.settingsHash).toBe(hashOfSettings(after.settings))
  expect(after.words?.policies?.open).toBeUndefined()
})

test('[HS6] one proposal a part: a second is refused, and so is a change that passes it by', async () => {
  const hub = await begunDesk()
  await outcomeOf(hub, hub.publisher, 'words.propose', proposal(hub))
  const first = standing(hub)
  const other = proposal(hub, [{ slug: 'corrections', title: 'Corrections', text: 'Other words.' }])
  expect(await outcomeOf(hub, hub.founder, 'words.propose', other)).toMatchObject({
    outcome: 'refused',
    code: 'conflict',
    reason: expect.stringContaining('there is one proposal at a time') as string,
  })
  expect(standing(hub)).toEqual(first)
  // Another part has room of its own.
  const note = { part: 'privacyOverview' as const, base: partHash(deskAt(hub).settings, 'privacyOverview'), value: 'Nothing is kept.' }
  expect(await outcomeOf(hub, hub.founder, 'words.propose', note)).toMatchObject({ outcome: 'accepted' })
  // The other publisher leaves; what is proposed still stands in the way of a change by one.
  await outcomeOf(hub, hub.founder, 'person.role', { id: hub.publisher.actor, roles: ['writer'] })
  expect(await outcomeOf(hub, hub.founder, 'settings.change', change(hub, { policies: [] }, { alone: true }))).toMatchObject({
    outcome: 'refused',
    code: 'conflict',
  })
})

test('[HS6] of two decisions pushed at once the first in the order stands, and the other is refused in words', async () => {
  const hub = await begunDesk()
  const third = await hub.join('Third', ['publisher'])
  await outcomeOf(hub, hub.publisher, 'words.propose', proposal(hub))
  const about = standing(hub)
  const [sentBack, agreed] = await Promise.all([
    outcomeOf(hub, hub.founder, 'words.send_back', { ...about, reason: 'Say by whom.' }),
    outcomeOf(hub, third, 'words.agree', about),
  ])
  expect(sentBack).toMatchObject({ outcome: 'accepted' })
  expect(agreed).toMatchObject({
    outcome: 'refused',
    reason: 'These words were sent back before you decided. Yours does not count. Nothing was changed.',
  })
  expect(deskAt(hub).words?.policies).toMatchObject({
    last: { act: 'send_back', by: hub.founder.actor, reason: 'Say by whom.', proposedBy: hub.publisher.actor },
  })
  // Whoever proposed them sets them aside, and then nothing waits any more.
  expect(await outcomeOf(hub, hub.publisher, 'words.withdraw', about)).toMatchObject({ outcome: 'accepted' })
  expect(deskAt(hub).words?.policies?.last?.act).toBe('withdraw')
})

test('[HS5] at a desk of one standing words are changed at once, and only with the operation saying so', async () => {
  const hub = await begunDesk()
  expect(await outcomeOf(hub, hub.founder, 'settings.change', change(hub, { policies }, { alone: true }))).toMatchObject({
    outcome: 'refused',
  })
  await outcomeOf(hub, hub.founder, 'person.role', { id: hub.publisher.actor, roles: ['writer'] })
  expect(await outcomeOf(hub, hub.founder, 'settings.change', change(hub, { policies }))).toMatchObject({
    outcome: 'refused',
    reason: 'That nobody else could agree to the policies has to be said. Nothing was changed.',
  })
  expect(await outcomeOf(hub, hub.founder, 'settings.change', change(hub, { motto: 'All of it' }, { alone: true }))).toMatchObject({
    outcome: 'refused',
  })
  expect(await outcomeOf(hub, hub.founder, 'words.propose', proposal(hub))).toMatchObject({ outcome: 'refused' })
  expect(await outcomeOf(hub, hub.founder, 'settings.change', change(hub, { policies }, { alone: true }))).toMatchObject({
    outcome: 'accepted',
  })
  expect(deskAt(hub).settings.policies).toEqual(policies)
})

test('[HS4] what a desk cannot say is refused when it is proposed, not when somebody agrees', async () => {
  const hub = await begunDesk()
  const twice = [...policies, ...policies]
  expect(await outcomeOf(hub, hub.publisher, 'words.propose', proposal(hub, twice))).toMatchObject({
    outcome: 'refused',
    reason: expect.stringContaining('Two policies have the address part “corrections”') as string,
  })
  expect(await outcomeOf(hub, hub.publisher, 'words.propose', { ...proposal(hub), value: 'no list' })).toMatchObject({
    outcome: 'refused',
    reason: 'These words do not fit in the settings. Nothing was changed.',
  })
})

test('[BI2] settings that cannot be are refused by the hub itself, whatever a workstation let pass', async () => {
  const hub = await begunDesk()
  for (const wrong of [{ zone: 'Europe/Lundon' }, { weather: { ...deskAt(hub).settings.weather, date: '2026-13-01' } }])
    expect(await outcomeOf(hub, hub.publisher, 'settings.change', change(hub, wrong))).toMatchObject({
      outcome: 'refused',
      code: 'invalid',
    })
})

test('[BI2] what stands from a time before a rule hinders nobody who changes another part, and is asked about with its own', async () => {
  const nameless = { name: '', address: '', kind: 'sponsor' as const, from: '', until: '' }
  const undated = { date: '', condition: 'fog', temperature: null, humidity: null, wind: null }
  const hub = await begunDesk({ sponsors: [nameless], weather: undated })
  expect(await outcomeOf(hub, hub.publisher, 'settings.change', change(hub, { motto: 'All of it' }))).toMatchObject({ outcome: 'accepted' })
  expect(await outcomeOf(hub, hub.publisher, 'words.propose', proposal(hub))).toMatchObject({ outcome: 'accepted' })
  const more = [nameless, { ...nameless, name: 'The Harbour Board' }]
  expect(await outcomeOf(hub, hub.publisher, 'settings.change', change(hub, { sponsors: more }))).toMatchObject({
    outcome: 'refused',
    reason: 'The sponsor or patron in row 1 has no name. Write it, or take the row out. Nothing was changed.',
  })
  expect(await outcomeOf(hub, hub.publisher, 'settings.change', change(hub, { sponsors: more.slice(1) }))).toMatchObject({
    outcome: 'accepted',
  })
})

test('[HS2] arrangement is a publisher’s; where the site stands an administrator’s too', async () => {
  const hub = await begunDesk()
  const administrator = await hub.join('Administrator', ['administrator'])
  expect(await outcomeOf(hub, administrator, 'settings.change', change(hub, { motto: 'All of it' }))).toMatchObject({
    outcome: 'refused',
    reason: 'A publisher changes the motto. Nothing was changed.',
  })
  expect(await outcomeOf(hub, administrator, 'settings.change', change(hub, { baseUrl: 'https://example.org/' }))).toMatchObject({
    outcome: 'accepted',
  })
  expect(await outcomeOf(hub, hub.editor, 'settings.change', change(hub, { baseUrl: '' }))).toMatchObject({ outcome: 'refused' })
})

test('[SY22] proposals and decisions are made again from the log, to the hash', async () => {
  const hub = await begunDesk()
  await outcomeOf(hub, hub.publisher, 'words.propose', proposal(hub))
  await outcomeOf(hub, hub.founder, 'words.send_back', { ...standing(hub), reason: 'Say by whom.' })
  await outcomeOf(hub, hub.publisher, 'words.propose', proposal(hub))
  await outcomeOf(hub, hub.founder, 'words.agree', standing(hub))
  await outcomeOf(hub, hub.founder, 'words.propose', proposal(hub, []))
  const before = deskAt(hub)
  const rebuilt = await hub.ask({ type: 'rebuild' })
  expect(rebuilt.ok && rebuilt.value.before === rebuilt.value.after).toBe(true)
  expect(deskAt(hub)).toEqual(before)
  expect(before.words?.policies?.open?.by).toBe(hub.founder.actor)
})

test('[HS8] an article keeps the note it was submitted with, though other words are agreed to before it goes out', async () => {
  const hub = await begunDesk()
  const { id } = await writtenArticle(hub, hub.writer)
  const version = await draftVersion(hub, id)
  await hub.push(hub.writer, hub.writer.next('workflow.submit', id, { version, note: '' }))
  const { settings } = deskAt(hub)
  const [note, ...rest] = settings.contributorsNotes
  if (!note) throw new Error('a desk has a note')
  const value = [{ ...note, text: 'Other words about those who write.' }, ...rest]
  const part = 'contributorsNotes' as const
  await outcomeOf(hub, hub.publisher, 'words.propose', { part, base: partHash(settings, part), value })
  const open = deskAt(hub).words?.contributorsNotes?.open
  await outcomeOf(hub, hub.founder, 'words.agree', { part, proposal: open?.seq ?? 0, words: open?.words ?? '' })
  expect(deskAt(hub).settings.contributorsNotes[0]?.text).toBe('Other words about those who write.')
  await hub.push(hub.editor, hub.editor.next('workflow.approve', id, { version, sameComputer: false }))
  await hub.push(hub.publisher, hub.publisher.next('workflow.publish', id, { version, now: true }))
  await hub.ask({ type: 'work' })
  const entry = rows(hub, (db) => db.prepare<[], { bytes: Uint8Array }>('SELECT bytes FROM record').get())
  const { article } = JSON.parse(new TextDecoder().decode(entry?.bytes)) as RecordEntry
  expect(article.contributorsNote).toBe(note.text)
})
