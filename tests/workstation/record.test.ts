/** The Record's lists: years, the register of what was put right, receipts. */
import { expect, test } from 'vitest'
import { importText, must } from '../factories/people.ts'
import { openTestDesk } from '../factories/workstation.ts'

test('[RC1] pieces by year, each edition that put something right, and what every destination answered', async () => {
  const desk = await openTestDesk()
  const { call } = await desk.sit(desk.founder)
  expect(must(await call('record.years', {}))).toEqual({ years: [] })
  const publish = async (id: string) => {
    must(await call('workflow.act', { id, act: 'override_publish', note: 'Alone at the desk.', now: true }))
    must(await call('queue.work', {}))
  }
  const first = await importText(call, 'The bells\n\nThe bells rang at five.')
  await publish(first)
  await publish(await importText(call, 'The weir\n\nThe weir is open.'))
  const year = must(await call('articles.read', { id: first })).row.publishedAt.slice(0, 4)
  expect(must(await call('record.years', {})).years).toEqual([{ year, count: 2 }])
  expect(must(await call('articles.list', { filter: 'published', year })).total).toBe(2)
  expect(must(await call('articles.list', { filter: 'published', year: '1999' })).total).toBe(0)
  expect(must(await call('record.corrections', {}))).toEqual({ corrections: [], next: '' })

  must(await call('workflow.act', { id: first, act: 'open_edition', kind: 'correction' }))
  const note = { wrote: 'The bells rang at five.', shouldSay: 'The bells rang at six.', note: '', doNotRepeat: false }
  must(await call('articles.setField', { id: first, field: 'correctionNotes', value: [note], base: [] }))
  must(await call('articles.setField', { id: first, field: 'changeNote', value: 'The hour was wrong.', base: '' }))
  await publish(first)
  const { corrections } = must(await call('record.corrections', {}))
  expect(corrections).toMatchObject([{ article: first, headline: 'The bells', edition: 2, kind: 'correction', notes: [note] }])
  expect(must(await call('articles.read', { id: first })).row.putRight).toMatchObject({ kind: 'correction', at: corrections[0]?.at })
  const { receipts, kept } = must(await call('record.receipts', { id: first }))
  expect(kept).toEqual([1])
  expect(receipts.map(({ edition, word, destination }) => [edition, word, destination])).toEqual([
    [1, 'Live', 'Site folder'],
    [2, 'Live', 'Site folder'],
  ])
  for (const { files } of receipts) expect(files).toBeGreaterThan(0)
})

test('[SI13] the card knows which editions keep a page, and that none does whose words must not be repeated', async () => {
  const desk = await openTestDesk()
  const { call } = await desk.sit(desk.founder)
  const publish = async (id: string) => {
    must(await call('workflow.act', { id, act: 'override_publish', note: 'Alone at the desk.', now: true }))
    must(await call('queue.work', {}))
  }
  const id = await importText(call, 'The keys\n\nMr Halloran left the keys.')
  await publish(id)
  expect(must(await call('record.receipts', { id })).kept).toEqual([])
  must(await call('workflow.act', { id, act: 'open_edition', kind: 'correction' }))
  const note = { wrote: 'Mr Halloran left the keys.', shouldSay: 'The keys were left.', note: 'A name was wrong.', doNotRepeat: true }
  must(await call('articles.setField', { id, field: 'correctionNotes', value: [note], base: [] }))
  must(await call('articles.setField', { id, field: 'changeNote', value: 'A name is taken out.', base: '' }))
  await publish(id)
  expect(must(await call('record.receipts', { id })).kept).toEqual([])
  must(await call('workflow.act', { id, act: 'open_edition', kind: 'update' }))
  must(await call('articles.setField', { id, field: 'changeNote', value: 'The keys were found.', base: '' }))
  await publish(id)
  expect(must(await call('record.receipts', { id })).kept).toEqual([2])
})

test('[RC2] a check that is stopped ends as stopped, and what it would have found is not told', async () => {
  const desk = await openTestDesk()
  const { call } = await desk.sit(desk.founder)
  const { id } = must(await call('verify.start', {}))
  must(await call('jobs.stop', { id }))
  await expect.poll(async () => must(await call('jobs.read', { id })).state).toBe('stopped')
  const again = must(await call('verify.start', {}))
  await expect.poll(async () => must(await call('jobs.read', { id: again.id })).state, { timeout: 20_000 }).toBe('done')
  expect(must(await call('jobs.read', { id: again.id })).notes).toEqual([])
})
