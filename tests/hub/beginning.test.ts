/** Articles that begin with fields: one operation does what one for each field did. */
import { randomUUID } from 'node:crypto'
import Database from 'better-sqlite3'
import * as Y from 'yjs'
import { expect, test } from 'vitest'
import type { ArticleState } from '../../shared/desk/article.ts'
import { type FieldName, noFields } from '../../shared/desk/fields.ts'
import { unlock } from '../../sqlite/open.ts'
import { addParagraph, begunDesk, bodyOp, type TestHub } from '../factories/streams.ts'

const begun = {
  category: 'archives',
  byline: { kind: 'initials', text: 'A. B.' },
  tags: ['weirs', 'ferries'],
  rights: 'The estate of A. B.',
} as const

function articleOf(hub: TestHub, id: string): ArticleState | undefined {
  const db = new Database(hub.file, { readonly: true })
  unlock(db, new Uint8Array(32).fill(7))
  const row = db.prepare<[string], { state: string }>('SELECT state FROM article WHERE id = ?').get(id)
  db.close()
  return row && (JSON.parse(row.state) as ArticleState)
}

/** Without what tells one article and one place in the order from another. */
function shape(article: ArticleState | undefined) {
  return { ...article, id: '', lastSeq: 0 }
}

test('[SY22] [SY15] fields that an article begins with are as if each had been set, and are set from there', async () => {
  const hub = await begunDesk()
  const [atOnce, oneByOne, bare] = [randomUUID(), randomUUID(), randomUUID()]
  await hub.push(hub.writer, hub.writer.next('article.create', atOnce, { lang: 'fr', fields: { ...begun, tags: [...begun.tags] } }))
  await hub.push(
    hub.writer,
    hub.writer.next('article.create', oneByOne, { lang: 'fr' }),
    ...Object.entries(begun).map(([field, value]) =>
      hub.writer.next('field.set', oneByOne, {
        field: field as FieldName,
        value: structuredClone(value) as never,
        base: noFields[field as FieldName],
      }),
    ),
    hub.writer.next('article.create', bare, { lang: 'fr' }),
  )
  expect(articleOf(hub, atOnce)?.fields).toMatchObject({ category: 'archives', lang: 'fr', rights: { whose: 'The estate of A. B.' } })
  expect(shape(articleOf(hub, atOnce))).toEqual(shape(articleOf(hub, oneByOne)))
  expect(shape(articleOf(hub, atOnce))).not.toEqual(shape(articleOf(hub, bare)))
  const outcomes = await hub.push(
    hub.writer,
    hub.writer.next('field.set', atOnce, { field: 'category', value: 'notices', base: '' }),
    hub.writer.next('field.set', atOnce, { field: 'category', value: 'notices', base: 'archives' }),
  )
  expect(outcomes.map(({ outcome }) => outcome)).toEqual(['refused', 'accepted'])
  const rebuilt = await hub.ask({ type: 'rebuild' })
  expect(rebuilt.ok && rebuilt.value.before === rebuilt.value.after).toBe(true)
})

test('[BY5] initials that a piece begins with are its writer’s from then on, and a piece that begins with another’s is not begun', async () => {
  const hub = await begunDesk()
  const byline = { kind: 'initials', text: 'A. B.' }
  await hub.push(hub.writer, hub.writer.next('article.create', randomUUID(), { lang: '', fields: { byline } }))
  const [id, own] = [randomUUID(), randomUUID()]
  const outcomes = await hub.push(
    hub.founder,
    hub.founder.next('article.create', id, { lang: '', fields: { byline: { ...byline, text: 'a.b.' } } }),
    bodyOp(hub.founder, id, new Y.Doc(), addParagraph('Words of nothing.')),
  )
  expect(outcomes.map(({ reason }) => reason)).toEqual([
    'a.b. is registered to somebody else. Choose other initials or another byline.',
    'There is no such article at this desk.',
  ])
  expect(articleOf(hub, id)).toBeUndefined()
  const [again] = await hub.push(hub.writer, hub.writer.next('article.create', own, { lang: '', fields: { byline } }))
  expect(again).toMatchObject({ outcome: 'accepted' })
})

test.each([
  ['category', 'no-such-category'],
  ['byline', { kind: 'ghost', text: '' }],
  ['slug', 'Not A Slug!'],
  ['dateline', { place: '', date: '2026-02-30' }],
  ['previously', ['00000000-0000-4000-8000-000000000000']],
] as const)('[SY15] %s is judged alike when it is set and when a piece begins with it', async (field, wanted) => {
  const hub = await begunDesk()
  const value = structuredClone(wanted) as never
  const id = randomUUID()
  const [, set] = await hub.push(
    hub.writer,
    hub.writer.next('article.create', id, { lang: '' }),
    hub.writer.next('field.set', id, { field, value, base: noFields[field] }),
  )
  const other = randomUUID()
  const [create] = await hub.push(hub.writer, hub.writer.next('article.create', other, { lang: '', fields: { [field]: value } }))
  expect(set).toMatchObject({ outcome: 'refused' })
  // The same reason, with what is true of each.
  const reason = set?.reason.replace('The field keeps what it had.', 'The article was not begun.')
  expect(create).toMatchObject({ outcome: 'refused', code: set?.code, reason })
  expect(articleOf(hub, other)).toBeUndefined()
})

test('a field that nobody knows is refused by its name', async () => {
  const hub = await begunDesk()
  const [outcome] = await hub.push(hub.writer, hub.writer.next('article.create', randomUUID(), { lang: '', fields: { colour: 'red' } }))
  expect(outcome).toMatchObject({ outcome: 'refused', reason: 'There is no field named colour.' })
})
