/** What differs between two versions beside their words, as people say it. */
import { expect, test } from 'vitest'
import { changedFields, type FieldNames } from '../../shared/desk/changedFields.ts'
import { noFields } from '../../shared/desk/fields.ts'
import { lordsPress } from '../../shared/desk/lordsPress.ts'
import { type Version, versionOf } from '../../shared/desk/version.ts'

const names: FieldNames = {
  category: (slug) => (slug === 'letters' ? 'Letters' : 'Archives'),
  piece: (id) => (id === 'a' ? 'The weir' : 'The kiln'),
  houseCredit: 'LP Staff Writers',
}
const document = { headline: [{ type: 'text', text: 'The bells' }], standfirst: [], body: [] }
const edition = { n: 1, kind: 'original' } as const
const version = (fields: Partial<typeof noFields>): Version =>
  versionOf({ id: 'x', fields: { ...noFields, ...fields }, editions: [] }, edition, document, lordsPress, 'The bells')
const lead = { media: 'a'.repeat(64), alt: 'A bell', caption: 'Cast in 1921', credit: '', width: 4, height: 3, focus: { x: 50, y: 50 } }

test('[RV3] every public field that is another one is told by its name, with what it was and what it is', () => {
  const before = version({ category: 'letters', tags: ['bells'], dateline: { place: 'Holm', date: '2026-11-02' }, previously: ['a'] })
  const after = version({
    category: 'archives',
    byline: { kind: 'initials', text: 'A. B.' },
    tags: ['bells', 'towers'],
    dateline: { place: 'Holm', date: '2026-11-03' },
    previously: ['a', 'b'],
    pieceKind: 'reportPart',
    series: { name: 'The towers', number: 2 },
    access: 'registered',
    lang: 'cy',
    changeNote: 'The hour was wrong.',
    correctionNotes: [{ wrote: 'at five', shouldSay: 'at six', note: '', doNotRepeat: false }],
    lead,
  })
  const told = Object.fromEntries(changedFields(before, after, names).map((field) => [field.name, [field.before, field.after]]))
  expect(told).toEqual({
    'Lead picture': ['', 'a picture'],
    'Alternative text of the lead': ['', 'A bell'],
    'Caption of the lead': ['', 'Cast in 1921'],
    'What stays in sight of the lead': ['', '50 % from the left, 50 % from the top'],
    'Kind of piece': ['article', 'part of a special report'],
    Category: ['Letters', 'Archives'],
    Byline: ['LP Staff Writers', 'A. B.'],
    Dateline: ['Holm, 2 November 2026', 'Holm, 3 November 2026'],
    Tags: ['bells', 'bells, towers'],
    'Special report': ['', 'The towers, part 2'],
    Previously: ['“The weir”', '“The weir”, “The kiln”'],
    'Open to': ['everybody', 'registered readers'],
    Language: ['en-GB', 'cy'],
    'Change note': ['', 'The hour was wrong.'],
    Corrections: ['', 'We wrote: “at five” It should say: “at six”'],
  })
  expect(changedFields(after, after, names)).toEqual([])
})

test('[RV3] no field of a version is forgotten: whichever is another one, something is told', () => {
  const before = version({})
  // Of the words the comparison tells; the rest is no field of the piece’s own.
  const others = new Set(['v', 'article', 'edition', 'schema', 'headline', 'standfirst', 'body', 'media', 'sources'])
  const changed: Partial<Record<keyof Version, unknown>> = {
    kind: 'correction',
    lang: 'cy',
    byline: { kind: 'none', text: '' },
    contributorsNote: 'Another note.',
    category: 'letters',
    tags: ['bells'],
    dateline: { place: 'Holm', date: '' },
    slug: 'another',
    access: 'registered',
    pieceKind: 'notice',
    series: { name: 'The towers', number: 2 },
    previously: ['a'],
    correctionNotes: [{ wrote: 'five', shouldSay: 'six', note: '', doNotRepeat: false }],
    changeNote: 'The hour.',
  }
  const fields = Object.keys(before).filter((name) => !others.has(name))
  expect(Object.keys(changed).toSorted()).toEqual(fields.toSorted())
  for (const [name, value] of Object.entries(changed)) {
    const after = { ...before, ...(name === 'series' && { pieceKind: 'reportPart' as const }), [name]: value } as Version
    expect(changedFields(before, after, names).length, name).toBeGreaterThan(0)
  }
  for (const change of [
    { alt: 'Another' },
    { caption: 'Another' },
    { credit: 'Another' },
    { focus: { x: 1, y: 2 } },
    { media: 'b'.repeat(64) },
  ])
    expect(changedFields(version({ lead }), version({ lead: { ...lead, ...change } }), names)).toHaveLength(1)
})
