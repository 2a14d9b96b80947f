/** Settings that cannot be: judged at the hub, one sentence each, and everything stands as it was. */
import { expect, test } from 'vitest'
import type { HouseSettings } from '../../shared/desk/settings.ts'
import type { Call } from '../../shared/contract/contract.ts'
import { importText, must } from '../factories/people.ts'
import { openTestDesk } from '../factories/workstation.ts'

/** Asks for changed settings as a publisher and answers the sentence of the refusal; empty when they were taken. */
async function refusalOf(call: Call, change: (settings: HouseSettings) => Partial<HouseSettings>): Promise<string> {
  const before = must(await call('settings.read', {}))
  const changed = await call('settings.change', { base: before.hash, settings: { ...before.settings, ...change(before.settings) } })
  if (changed.ok) return ''
  expect(must(await call('settings.read', {}))).toEqual(before)
  return changed.error.message
}

const without =
  (slug: string) =>
  ({ categories }: HouseSettings) => ({ categories: categories.filter((category) => category.slug !== slug) })

test('[BI1] a category in which articles stand is not taken out: the sentence says how many, which, and what to do', async () => {
  const desk = await openTestDesk()
  const [{ call }, { call: editor }, { call: publisher }] = await Promise.all([
    desk.sit(desk.people.writer),
    desk.sit(desk.people.editor),
    desk.sit(desk.people.publisher),
  ])
  const first = await importText(call, 'The weir\n\nWords.')
  // A draft that is not theirs to see has no headline for them. [WF12]
  expect(await refusalOf(publisher, without('archives'))).toContain('one article stands in it, a draft that is its writer’s alone. ')
  must(await call('articles.share', { id: first, with: 'everybody' }))
  expect(await refusalOf(publisher, without('archives'))).toBe(
    'The category “Archives” was not taken out: one article stands in it, “The weir”. Nothing was changed. Give it another category first, what is published by a new edition; or give the category another name, which keeps its address.',
  )
  for (const headline of ['The lamp', 'The bell', 'The ferry'])
    must(await call('articles.share', { id: await importText(call, `${headline}\n\nWords.`), with: 'everybody' }))
  const several = await refusalOf(publisher, without('archives'))
  expect(several).toMatch(
    /^The category “Archives” was not taken out: 4 articles stand in it, among them “The \w+”, “The \w+” and “The \w+”\. /,
  )
  // Another name for it is no taking out, and neither is taking out one in which nothing stands.
  expect(
    await refusalOf(publisher, ({ categories }) => ({
      categories: categories.map((category) => (category.slug === 'archives' ? { ...category, name: 'The stacks' } : category)),
    })),
  ).toBe('')
  const { settings } = must(await publisher('settings.read', {}))
  const empty = settings.categories.find(({ slug }) => slug !== 'archives')?.slug ?? ''
  expect(await refusalOf(publisher, without(empty))).toBe('')

  // What readers find there counts also when the next edition is filed elsewhere; it is named first.
  must(await call('workflow.act', { id: first, act: 'submit' }))
  must(await editor('workflow.act', { id: first, act: 'approve' }))
  must(await publisher('workflow.act', { id: first, act: 'publish', now: true }))
  must(await publisher('queue.work', {}))
  const other = must(await publisher('settings.read', {})).settings.categories.find(({ slug }) => slug !== 'archives')?.slug ?? ''
  const filed = must(await call('articles.list', {})).articles
  for (const { id } of filed) must(await editor('articles.setField', { id, field: 'category', value: other, base: 'archives' }))
  expect(await refusalOf(publisher, without('archives'))).toContain('“The stacks” was not taken out: one article stands in it, “The weir”.')
  expect(must(await desk.workstation.admin.verify()).problems).toEqual([])
})

const sponsor = { name: 'The Harbour Board', address: '', kind: 'sponsor', from: '2026-06-01', until: '' } as const

test.each<[string, Partial<HouseSettings>, string]>([
  [
    'a last day before the first',
    { sponsors: [{ ...sponsor, until: '2026-05-31' }] },
    '“The Harbour Board” would be thanked until 31 May 2026, which lies before the first day, 1 June 2026. Choose a last day on or after the first, or leave one of them empty.',
  ],
  [
    'a day that no calendar has',
    { sponsors: [{ ...sponsor, until: '2027-02-31' }] },
    '“The Harbour Board” has a day that no calendar has, 2027-02-31.',
  ],
  [
    'weather of no day',
    { weather: { date: '2026-13-01', condition: '', temperature: null, humidity: null, wind: null } },
    'There is no day 2026-13-01',
  ],
  [
    'weather without a date',
    { weather: { date: '', condition: 'light rain', temperature: 9, humidity: null, wind: null } },
    'Today’s weather has no date, and would not be printed without one.',
  ],
  [
    'weather of figures only',
    { weather: { date: '2026-11-27', condition: ' ', temperature: 9, humidity: null, wind: null } },
    'Today’s weather has no condition, such as light rain, and would not be printed without one.',
  ],
  [
    'two categories of one address',
    {
      categories: [
        { slug: 'archives', name: 'Archives' },
        { slug: 'archives', name: 'Archives again' },
      ],
    },
    'Two categories have the address part “archives”, “Archives again” is the second.',
  ],
  [
    'two policies of one address',
    { policies: ['One', 'Two'].map((title) => ({ slug: 'same', title, text: '' })) },
    'Two policies have the address part “same”.',
  ],
  [
    'two notes of one id',
    { contributorsNotes: ['One', 'Two'].map((name) => ({ id: 'same', name, text: '' })) },
    'Two contributors’ notes have the id “same”.',
  ],
  ['a sponsor without a name', { sponsors: [{ ...sponsor, name: ' ' }] }, 'The sponsor or patron in row 1 has no name.'],
  [
    'a policy without a title',
    { policies: [{ slug: 'policy', title: '', text: 'We print what was said.' }] },
    'The policy in row 1 has no title.',
  ],
  ['a zone that is none', { zone: 'Europe/Lundon' }, 'There is no time zone named “Europe/Lundon”.'],
])('[BI2] %s is refused at the hub in one sentence, and the settings stand', async (_what, change, sentence) => {
  const desk = await openTestDesk()
  const { call } = await desk.sit(desk.people.publisher)
  const said = await refusalOf(call, () => change)
  expect(said).toContain(sentence)
  expect(said).toMatch(/ Nothing was changed\.$/)
})

test('[BI2] a sponsor of one day, and one whose days are open, stand', async () => {
  const desk = await openTestDesk()
  const { call } = await desk.sit(desk.people.publisher)
  const sponsors = [{ ...sponsor, until: sponsor.from }, { ...sponsor, from: '', until: '2026-01-01' }, sponsor]
  expect(await refusalOf(call, () => ({ sponsors }))).toBe('')
})

test('[IN6] settings that two people change at once: one change stands, the other is told, and nothing is overwritten', async () => {
  const desk = await openTestDesk()
  const [{ call: one }, { call: other }] = [await desk.sit(desk.people.publisher), await desk.sit(desk.founder)]
  const { settings, hash } = must(await one('settings.read', {}))
  const answers = await Promise.all([
    one('settings.change', { base: hash, settings: { ...settings, motto: 'All that was said' } }),
    other('settings.change', { base: hash, settings: { ...settings, city: 'Bern' } }),
  ])
  const refused = answers.flatMap((answer) => (answer.ok ? [] : [answer.error]))
  expect(refused).toEqual([
    {
      code: 'conflict',
      message: 'The settings were changed meanwhile. Nothing was overwritten: look at what stands now and make your change again.',
    },
  ])
  const now = must(await one('settings.read', {})).settings
  expect([now.motto === 'All that was said', now.city === 'Bern'].filter(Boolean)).toHaveLength(1)
})

const long = 'x'.repeat(400)

test('[BI3] a name of 400 characters is refused with the limit, whoever or whatever bears it', async () => {
  const desk = await openTestDesk()
  const { call } = await desk.sit(desk.founder)
  const before = must(await call('desk.status', {})).people
  for (const asked of [
    await call('people.add', { name: long, roles: ['writer'] }),
    await call('people.rename', { id: desk.people.writer, name: long }),
  ])
    expect(asked).toMatchObject({
      ok: false,
      error: { code: 'invalid', message: 'The name may have at most 120 characters. Nothing was changed.' },
    })
  expect(must(await call('desk.status', {})).people).toEqual(before)
  expect(await refusalOf(call, () => ({ publication: long }))).toBe(
    'The name of the newspaper may have at most 80 characters. Nothing was changed.',
  )
  expect(await refusalOf(call, ({ categories }) => ({ categories: [...categories, { slug: 'long', name: long }] }))).toMatch(
    /^The categories, row \d+, name may have at most 60 characters\. Nothing was changed\.$/,
  )
  const id = await importText(call, 'A headline\n\nWords.')
  const { byline } = must(await call('articles.read', { id })).fields
  expect(await call('articles.setField', { id, field: 'byline', value: { kind: 'named', text: long }, base: byline })).toMatchObject({
    ok: false,
    error: { code: 'invalid', message: 'The byline, text may have at most 120 characters. The field keeps what it had.' },
  })
  expect(await call('versions.keep', { id, label: long })).toMatchObject({
    ok: false,
    error: { code: 'invalid', message: 'The label may have at most 200 characters. Nothing was changed.' },
  })
})
