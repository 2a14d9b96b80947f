/** What people can get wrong at the desk: each is answered with one clear sentence, and everything stays as it was. */
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import type { Call } from '../../shared/contract/contract.ts'
import { readDocument } from '../../shared/document/read.ts'
import { blocksText } from '../../shared/document/text.ts'
import { callOf, importText, must, paragraphUpdate } from '../factories/people.ts'
import { openTestDesk } from '../factories/workstation.ts'

const staff = { kind: 'staff', text: '' }

test('[WF1] an article without a headline is not submitted; the sentence says so, and the draft stays', async () => {
  const desk = await openTestDesk()
  const { call } = await desk.sit(desk.people.writer)
  const id = await importText(call, '- a list\n- of two', 'archives', 'list.md')
  const before = must(await call('articles.read', { id }))
  expect(before.row.headline).toBe('')
  expect(await call('workflow.act', { id, act: 'submit' })).toEqual({
    ok: false,
    error: {
      code: 'invalid',
      message: 'The headline is empty. The text is safe and stays a draft.',
      details: [{ where: 'headline', message: 'The headline is empty.' }],
    },
  })
  expect(must(await call('articles.read', { id }))).toEqual(before)
})

test('[WF1] an article without a word is saved and previewed; submitting names each part that is missing', async () => {
  const desk = await openTestDesk()
  const { call, session } = await desk.sit(desk.people.writer)
  const { row } = must(await call('articles.create', {}))
  expect(must(await call('articles.read', { id: row.id })).row).toMatchObject({ id: row.id, headline: '', words: 0 })
  const { path } = must(await call('preview.of', { id: row.id }))
  expect(await desk.workstation.respond(session, path)).toMatchObject({ status: 200 })
  const refused = await call('workflow.act', { id: row.id, act: 'submit' })
  expect(refused).toMatchObject({
    ok: false,
    error: {
      code: 'invalid',
      details: expect.arrayContaining([
        { where: 'headline', message: 'The headline is empty.' },
        { where: 'body', message: 'The body has no text.' },
        { where: 'category', message: 'No category is chosen.' },
      ]) as object[],
    },
  })
  // Spaces are no text, and the cleaned document has none of them.
  must(await call('articles.save', { id: row.id, update: await paragraphUpdate(call, row.id, '   ') }))
  const again = await call('workflow.act', { id: row.id, act: 'submit' })
  expect(again.ok ? [] : again.error.details?.map(({ where }) => where)).toContain('body')
  expect(must(await call('articles.read', { id: row.id })).edition.state).toBe('draft')
})

test('a day that no calendar has is refused for the dateline, and the one before stands', async () => {
  const desk = await openTestDesk()
  const { call } = await desk.sit(desk.people.writer)
  const id = await importText(call, 'A headline\n\nWords.')
  const base = { place: '', date: '' }
  expect(await call('articles.setField', { id, field: 'dateline', value: { place: 'Bern', date: '2026-02-31' }, base })).toMatchObject({
    ok: false,
    error: { code: 'invalid', message: '“2026-02-31” is no day of the calendar: write it as 2026-03-29. The field keeps what it had.' },
  })
  expect(must(await call('articles.read', { id })).fields.dateline).toEqual(base)
  must(await call('articles.setField', { id, field: 'dateline', value: { place: 'Bern', date: '2028-02-29' }, base }))
})

test('an unknown byline is refused wherever it is set, with the kinds there are, and the one before stands', async () => {
  const desk = await openTestDesk()
  const { call } = await desk.sit(desk.people.writer)
  const id = await importText(call, 'A headline\n\nWords.')
  for (const value of [{ kind: 'ghost', text: '' }, 'A. Writer', null, { kind: 'named' }]) {
    const set = await call('articles.setField', { id, field: 'byline', value, base: staff })
    expect(set).toMatchObject({ ok: false, error: { code: 'invalid' } })
    expect(set.ok ? '' : set.error.message).toMatch(
      /^This is no byline: .*named.*initials.*penName.*staff.*none.*issuer.*keeps what it had\.$/,
    )
  }
  expect(must(await call('articles.read', { id })).fields.byline).toEqual(staff)
  const total = must(await call('articles.list', { limit: 50 })).total
  const started = await call('imports.start', { files: [{ name: 'a.txt', bytes: new TextEncoder().encode('A\n\nb') }], byline: 'ghost' })
  expect(started).toMatchObject({ ok: false, error: { code: 'invalid', message: expect.stringContaining('“ghost” is not a byline') } })
  expect(must(await call('articles.list', { limit: 50 })).total).toBe(total)
})

test('a slug that is none says what one is; one that is taken is told at submission, and the piece on its way keeps it', async () => {
  const desk = await openTestDesk()
  const { call } = await desk.sit(desk.people.writer)
  const [first, second] = [await importText(call, 'First\n\nWords.'), await importText(call, 'Second\n\nWords.')]
  const odd = await call('articles.setField', { id: first, field: 'slug', value: 'Not A Slug!', base: '' })
  expect(odd).toMatchObject({
    ok: false,
    error: {
      code: 'invalid',
      message: 'A slug has small letters, figures and single hyphens, such as the-treatys-page. The field keeps what it had.',
    },
  })
  for (const id of [first, second]) must(await call('articles.setField', { id, field: 'slug', value: 'the-weir', base: '' }))
  must(await call('workflow.act', { id: first, act: 'submit' }))
  const refused = await call('workflow.act', { id: second, act: 'submit' })
  expect(refused).toMatchObject({
    ok: false,
    error: { code: 'invalid', details: [{ where: 'slug', message: expect.stringContaining('is taken by another article') }] },
  })
  expect(refused.ok ? '' : refused.error.message).toContain('The text is safe and stays a draft.')
  expect(must(await call('articles.read', { id: second })).edition.state).toBe('draft')
  must(await call('articles.setField', { id: second, field: 'slug', value: 'the-weir-again', base: 'the-weir' }))
  must(await call('workflow.act', { id: second, act: 'submit' }))
})

test('words that are no document are refused, say what to do, and leave document and log as they were', async () => {
  const desk = await openTestDesk()
  const { call } = await desk.sit(desk.people.writer)
  const id = await importText(call, 'A headline\n\nWords.')
  const whole = await paragraphUpdate(call, id, 'More words.')
  const before = must(await call('articles.open', { id }))
  for (const update of [new Uint8Array(), new Uint8Array([1, 2, 3]), whole.slice(0, -4), new Uint8Array(2000).fill(255)]) {
    expect(await call('articles.save', { id, update })).toMatchObject({
      ok: false,
      error: { code: 'invalid', message: expect.stringContaining('The text on the screen is untouched; copy it') },
    })
  }
  expect(must(await call('articles.open', { id }))).toMatchObject({ update: before.update, cursor: before.cursor })
  expect(must(await desk.workstation.admin.verify()).problems).toEqual([])
})

test('[SY9] two sessions type into the same paragraph at once: every letter of both stands, once, for both', async () => {
  const desk = await openTestDesk()
  const writers = [await desk.sit(desk.people.writer), await desk.sit(desk.people.editor)] as const
  const id = await importText(writers[0].call, 'A headline\n\nMiddle.')
  must(await writers[0].call('articles.share', { id, with: 'everybody' }))
  const hands = await Promise.all(writers.map(async ({ call }) => ({ call, doc: await openedDoc(call, id) })))
  for (let n = 0; n < 20; n += 1) {
    await Promise.all(
      hands.map(async ({ call, doc }, index) => {
        const before = Y.encodeStateVector(doc)
        const text = paragraphOf(doc)
        if (index === 0) text.insert(0, `a${n} `)
        else text.insert(text.length, ` b${n}`)
        must(await call('articles.save', { id, update: Y.encodeStateAsUpdate(doc, before) }))
      }),
    )
  }
  const read = await Promise.all(writers.map(async ({ call }) => blocksText(readDocument(await openedDoc(call, id)).document.body)))
  const numbers = Array.from({ length: 20 }, (_, n) => n)
  const expected = `${numbers
    .toReversed()
    .map((n) => `a${n} `)
    .join('')}Middle.${numbers.map((n) => ` b${n}`).join('')}`
  expect(read).toEqual([expected, expected])
  expect(must(await desk.workstation.admin.verify()).problems).toEqual([])
})

test('[SY15] two sessions set one detail at once: one stands, the other is told both values', async () => {
  const desk = await openTestDesk()
  const sessions = [await desk.sit(desk.people.writer), await desk.sit(desk.people.editor)] as const
  const id = await importText(sessions[0].call, 'A headline\n\nWords.')
  must(await sessions[0].call('articles.share', { id, with: 'everybody' }))
  const answers = await Promise.all(
    sessions.map(({ session }, n) => callOf(session)('articles.setField', { id, field: 'slug', value: `slug-${n}`, base: '' })),
  )
  const refused = answers.find(({ ok }) => !ok)
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
  const stands = must(await sessions[0].call('articles.read', { id })).fields.slug
  expect(refused).toMatchObject({ ok: false, error: { code: 'conflict', message: expect.stringContaining(`"${stands}"`) } })
})

async function openedDoc(call: Call, id: string): Promise<Y.Doc> {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, must(await call('articles.open', { id })).update)
  return doc
}

function paragraphOf(doc: Y.Doc): Y.XmlText {
  const [paragraph] = doc.getXmlFragment('body').toArray()
  const [text] = paragraph instanceof Y.XmlElement ? paragraph.toArray() : []
  if (!(text instanceof Y.XmlText)) throw new Error('the paragraph has no text')
  return text
}
