/** The house settings at a workstation: saved, counted, undone, proposed, agreed to, and told again by their history. */
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Call } from '../../shared/contract/contract.ts'
import type { SettingsView } from '../../shared/contract/settings.ts'
import type { HouseSettings } from '../../shared/desk/settings.ts'
import { treeOf } from '../factories/tree.ts'
import { importText, must } from '../factories/people.ts'
import { openTestDesk, type TestDesk } from '../factories/workstation.ts'

/** Saves one change of the settings as they stand. */
async function save(call: Call, change: (settings: HouseSettings) => Partial<HouseSettings>) {
  const { settings, hash } = must(await call('settings.read', {}))
  return call('settings.change', { base: hash, settings: { ...settings, ...change(settings) } })
}

const policies = (text: string) => (): Partial<HouseSettings> => ({ policies: [{ slug: 'corrections', title: 'Corrections', text }] })

async function seated(desk: TestDesk) {
  const [founder, publisher, writer, editor] = await Promise.all(
    [desk.founder, desk.people.publisher, desk.people.writer, desk.people.editor].map((person) => desk.sit(person)),
  )
  if (!founder || !publisher || !writer || !editor) throw new Error('four people sit down')
  return { founder: founder.call, publisher: publisher.call, writer: writer.call, editor: editor.call }
}

/** Two pieces that readers can open. */
async function published(desk: TestDesk): Promise<void> {
  const { writer, editor, publisher } = await seated(desk)
  for (const headline of ['The weir', 'The lamp']) {
    const id = await importText(writer, `${headline}\n\nWords.`)
    must(await writer('workflow.act', { id, act: 'submit' }))
    must(await editor('workflow.act', { id, act: 'approve' }))
    must(await publisher('workflow.act', { id, act: 'publish', now: true }))
  }
  must(await publisher('queue.work', {}))
}

function differing(before: Readonly<Record<string, string>>, after: Readonly<Record<string, string>>) {
  const paths = Object.keys({ ...before, ...after }).filter((path) => before[path] !== after[path])
  const pages = paths.filter((path) => path.endsWith('.html')).length
  return { pages, others: paths.length - pages }
}

const changes: readonly (readonly [string, (settings: HouseSettings) => Partial<HouseSettings>])[] = [
  ['the name, on every page', () => ({ publication: 'The Other Record' })],
  ['words of the newsletter, at the foot of every page', ({ newsletter }) => ({ newsletter: { ...newsletter, text: 'Once a week.' } })],
  [
    'a category that is taken out, with its pages',
    ({ categories }) => ({ categories: categories.filter(({ slug }) => slug !== 'notices') }),
  ],
  ['ninjs, files that were not there', () => ({ machineFiles: { newsSitemap: false, ninjs: true } })],
]

test.each(changes)('[HS2] %s: the files counted before saving are those that are written', async (_what, change) => {
  const desk = await openTestDesk()
  const { publisher } = await seated(desk)
  await published(desk)
  const before = await treeOf(join(desk.folder, 'site'))
  const { settings } = must(await publisher('settings.read', {}))
  const counted = must(await publisher('settings.rewrites', { settings: { ...settings, ...change(settings) } })).rewrites
  const { saved } = must(await save(publisher, change))
  expect(saved.rewrites).toEqual(counted)
  must(await publisher('queue.work', {}))
  expect(differing(before, await treeOf(join(desk.folder, 'site')))).toEqual(counted)
  expect((counted?.pages ?? 0) + (counted?.others ?? 0)).toBeGreaterThan(0)
})

test('[HS2] a change that comes before the one on its way was written is counted by itself', async () => {
  const desk = await openTestDesk()
  const { publisher } = await seated(desk)
  await published(desk)
  const machineFiles = { newsSitemap: true, ninjs: true }
  const { settings } = must(await publisher('settings.read', {}))
  const { rewrites } = must(await publisher('settings.rewrites', { settings: { ...settings, machineFiles } }))
  expect(rewrites?.others).toBe(2)
  expect(must(await save(publisher, () => ({ publication: 'The Other Record' }))).saved.rewrites?.pages).toBeGreaterThan(10)
  expect(must(await save(publisher, () => ({ machineFiles }))).saved.rewrites).toEqual(rewrites)
})

test('[HS2] weather, the time to undo and what is the same rewrite nothing', async () => {
  const desk = await openTestDesk()
  const { publisher } = await seated(desk)
  await published(desk)
  expect(must(await save(publisher, () => ({ undoSeconds: 5 }))).saved.rewrites).toEqual({ pages: 0, others: 0 })
})

test('[HS3] a change is undone by one act as a new change, and not where a part of it was changed again', async () => {
  const desk = await openTestDesk()
  const { publisher, founder } = await seated(desk)
  const before = must(await publisher('settings.read', {})).settings
  const first = must(await save(publisher, () => ({ motto: 'All of it', city: 'Bern' }))).saved
  must(await save(founder, () => ({ description: 'A paper.' })))
  // What somebody else changed meanwhile stays.
  const undone = must(await publisher('settings.undo', { change: first.change }))
  expect(undone.settings).toEqual({ ...before, description: 'A paper.' })
  expect(undone.saved).toMatchObject({ changed: ['motto', 'city'], proposed: [] })
  const again = must(await save(publisher, () => ({ motto: 'Some of it', zone: 'Europe/Oslo' }))).saved
  must(await save(founder, () => ({ motto: 'None of it' })))
  const refused = await publisher('settings.undo', { change: again.change })
  expect(refused).toMatchObject({
    ok: false,
    error: { code: 'conflict', message: expect.stringContaining('Since then the motto changed again') },
  })
  expect(must(await publisher('settings.read', {})).settings).toMatchObject({ motto: 'None of it', zone: 'Europe/Oslo' })
  const { entries } = must(await publisher('settings.history', {}))
  expect(entries.find(({ undoes }) => undoes === first.change)).toMatchObject({ act: 'change', parts: ['motto', 'city'] })
})

test('[HS1] the history says who, when, which parts and what it was before, and any state is brought back', async () => {
  const desk = await openTestDesk()
  const { publisher, founder } = await seated(desk)
  for (const motto of ['One', 'Two', 'Three']) must(await save(publisher, () => ({ motto })))
  must(await save(founder, policies('Put right, and said.')))
  const [words] = must(await publisher('settings.read', {})).waiting
  if (!words) throw new Error('words wait')
  const { part, proposal, words: name } = words
  must(await publisher('settings.decide', { part, act: 'agree', proposal, words: name }))
  must(await save(publisher, () => ({ motto: 'Four' })))
  const { entries, next } = must(await publisher('settings.history', {}))
  expect(next).toBe('')
  expect(entries.map(({ act, by, parts }) => ({ act, by, parts }))).toEqual([
    { act: 'change', by: desk.people.publisher, parts: ['motto'] },
    { act: 'agree', by: desk.people.publisher, parts: ['policies'] },
    { act: 'propose', by: desk.founder, parts: ['policies'] },
    ...['Three', 'Two', 'One'].map(() => ({ act: 'change', by: desk.people.publisher, parts: ['motto'] })),
    { act: 'begin', by: desk.founder, parts: [] },
  ])
  expect(entries[1]).toMatchObject({ proposedBy: desk.founder, proposal })
  // The same a page at a time.
  const pages = []
  for (let cursor = '', first = true; first || cursor !== ''; first = false) {
    const page = must(await publisher('settings.history', { cursor, limit: 2 }))
    pages.push(...page.entries)
    cursor = page.next
  }
  expect(pages).toEqual(entries)
  const third = must(await publisher('settings.entry', { change: entries[3]?.seq ?? 0 }))
  expect([third.before.motto, third.after.motto]).toEqual(['Two', 'Three'])
  const agreed = must(await publisher('settings.entry', { change: entries[1]?.seq ?? 0 }))
  expect(agreed.after.policies[0]?.text).toBe('Put right, and said.')
  expect(agreed.before.policies).not.toEqual(agreed.after.policies)

  const back = must(await publisher('settings.bringBack', { change: entries[4]?.seq ?? 0, part: 'motto', state: 'before' }))
  expect(back.settings.motto).toBe('One')
  expect(back.saved.proposed).toEqual([])
  // Standing words come back the ordinary way too: by a proposal.
  const former = must(await publisher('settings.bringBack', { change: entries[1]?.seq ?? 0, part: 'policies', state: 'before' }))
  expect(former.settings.policies).toEqual(agreed.after.policies)
  expect(former.saved).toMatchObject({ changed: [], proposed: ['policies'] })
  expect(former.waiting[0]?.proposed.policies).toEqual(agreed.before.policies)
  expect(await publisher('settings.entry', { change: 9999 })).toMatchObject({ ok: false, error: { code: 'notFound' } })
})

function mine({ waiting }: SettingsView) {
  return waiting.map(({ part, acts, waitsForMe, sentBack }) => ({
    part,
    acts: acts.filter(({ refusal }) => refusal === '').map(({ act }) => act),
    waitsForMe,
    reason: sentBack?.reason ?? '',
  }))
}

test('[HS4] [HS7] saved words wait for the other publisher, sent back for whoever proposed them; agreed, they stand', async () => {
  const desk = await openTestDesk()
  const { publisher, founder, writer } = await seated(desk)
  const before = must(await founder('settings.read', {})).settings
  const count = async (call: Call) => must(await call('desk.status', {})).waiting.settings
  const { saved, settings } = must(await save(publisher, policies('Put right.')))
  expect(saved).toEqual({ change: 0, changed: [], proposed: ['policies'], rewrites: null })
  expect(settings).toEqual(before)
  expect([await count(publisher), await count(founder), await count(writer)]).toEqual([0, 1, 0])
  expect(mine(must(await publisher('settings.read', {})))).toEqual([
    { part: 'policies', acts: ['withdraw'], waitsForMe: false, reason: '' },
  ])
  expect(mine(must(await founder('settings.read', {})))).toEqual([
    { part: 'policies', acts: ['agree', 'send_back'], waitsForMe: true, reason: '' },
  ])
  const [first] = must(await founder('settings.read', {})).waiting
  if (!first) throw new Error('words wait')
  const about = { part: first.part, proposal: first.proposal, words: first.words }
  // A second proposal is refused, and nothing else of what was saved with it is done.
  expect(await save(founder, (now) => ({ ...policies('Other words.')(), motto: `${now.motto}!` }))).toMatchObject({
    ok: false,
    error: { code: 'conflict', message: expect.stringContaining('one proposal at a time') },
  })
  expect(must(await founder('settings.read', {})).settings).toEqual(before)
  expect(await founder('settings.decide', { ...about, act: 'send_back' })).toMatchObject({ ok: false, error: { code: 'invalid' } })
  must(await founder('settings.decide', { ...about, act: 'send_back', reason: 'Say by whom.' }))
  expect([await count(publisher), await count(founder)]).toEqual([1, 0])
  expect(mine(must(await publisher('settings.read', {})))).toEqual([
    { part: 'policies', acts: ['withdraw'], waitsForMe: true, reason: 'Say by whom.' },
  ])
  must(await save(publisher, policies('Put right by the editor.')))
  const [second] = must(await founder('settings.read', {})).waiting
  if (!second) throw new Error('words wait')
  const agreed = must(await founder('settings.decide', { part: second.part, act: 'agree', proposal: second.proposal, words: second.words }))
  expect(agreed.settings.policies[0]?.text).toBe('Put right by the editor.')
  expect(agreed.waiting).toEqual([])
  expect([await count(publisher), await count(founder)]).toEqual([0, 0])
  expect(await founder('settings.decide', { ...about, act: 'agree' })).toMatchObject({
    ok: false,
    error: { message: expect.stringContaining('Somebody agreed to these words before you') },
  })
  expect(must(await desk.workstation.admin.verify()).problems).toEqual([])
})

test('[HS5] [WF8] at a desk of one words stand at once, and the history says that nobody agreed', async () => {
  const desk = await openTestDesk()
  const { founder } = await seated(desk)
  must(await founder('people.setRoles', { id: desk.people.publisher, roles: ['writer'] }))
  const { saved, settings, isAgreedToByAnother } = must(
    await save(founder, (now) => ({ ...policies('Put right.')(), motto: `${now.motto}!` })),
  )
  expect(isAgreedToByAnother).toBe(false)
  expect(saved).toMatchObject({ changed: ['motto', 'policies'], proposed: [] })
  expect(settings.policies[0]?.text).toBe('Put right.')
  const [entry] = must(await founder('settings.history', {})).entries
  expect(entry).toMatchObject({ alone: true, parts: ['motto', 'policies'], undoRefusal: '' })
})

test('[HS2] [HS4] arrangement and words saved together: the one stands at once, the others wait', async () => {
  const desk = await openTestDesk()
  const { publisher } = await seated(desk)
  const { saved, settings } = must(await save(publisher, () => ({ ...policies('Put right.')(), motto: 'All of it' })))
  expect(saved).toMatchObject({ changed: ['motto'], proposed: ['policies'] })
  expect(settings.motto).toBe('All of it')
  expect(settings.policies[0]?.text).not.toBe('Put right.')
})

test('[HS1] settings too large for a push are told by the history all the same', async () => {
  const desk = await openTestDesk()
  const { publisher, founder } = await seated(desk)
  must(await founder('people.setRoles', { id: desk.people.publisher, roles: ['writer', 'publisher'] }))
  const long = Array.from({ length: 5 }, (_, index) => ({ slug: `policy-${index}`, title: `Policy ${index}`, text: 'x'.repeat(19_000) }))
  must(await save(publisher, () => ({ policies: long })))
  const [words] = must(await founder('settings.read', {})).waiting
  if (!words) throw new Error('words wait')
  must(await founder('settings.decide', { part: words.part, act: 'agree', proposal: words.proposal, words: words.words }))
  const { saved } = must(await save(publisher, () => ({ motto: 'All of it' })))
  const { before, after } = must(await publisher('settings.entry', { change: saved.change }))
  expect(before.policies).toEqual(long)
  expect(after.motto).toBe('All of it')
  expect(must(await desk.workstation.admin.verify()).problems).toEqual([])
})
