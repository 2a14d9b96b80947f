/** Lists and searches as the workstation answers them from its indexes. */
import { setTimeout as wait } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { snippet } from '../../electron/handlers/snippet.ts'
import { keepStatements } from '../../sqlite/statements.ts'
import { callOf, importText, must, paragraphUpdate } from '../factories/people.ts'
import { openTestDesk } from '../factories/workstation.ts'

test('a list is narrowed by state, by person and by words of the headline, with its total', async () => {
  const desk = await openTestDesk()
  const { call } = await desk.sit(desk.people.writer)
  for (const text of ['Bells of the harbour\n\nText.', 'Harbour dues\n\nText.', 'Bridge tolls\n\nText.']) {
    let job = must(await call('imports.start', { files: [{ name: 'piece.txt', bytes: new TextEncoder().encode(text) }] }))
    while (job.state === 'running') {
      await wait(5)
      job = must(await call('jobs.read', { id: job.id }))
    }
  }
  const heads = async (input: object) => {
    const { articles, total } = must(await call('articles.list', input))
    expect(total).toBe(articles.length)
    return articles.map(({ headline }) => headline)
  }
  expect(await heads({})).toEqual(['Bridge tolls', 'Harbour dues', 'Bells of the harbour'])
  expect(await heads({ words: 'harb' })).toEqual(['Harbour dues', 'Bells of the harbour'])
  expect(await heads({ words: 'harbour bells' })).toEqual(['Bells of the harbour'])
  expect(await heads({ words: '" OR 1' })).toEqual([])
  expect(await heads({ words: '%' })).toEqual([])
  expect(await heads({ state: 'draft', words: 'dues' })).toEqual(['Harbour dues'])
  expect(await heads({ filter: 'waiting' })).toEqual([])
  expect(await heads({ filter: 'mine' })).toHaveLength(3)
  const first = must(await call('articles.list', { limit: 2 }))
  expect(first.total).toBe(3)
  expect(must(await call('articles.list', { limit: 2, cursor: first.next })).articles.map(({ headline }) => headline)).toEqual([
    'Bells of the harbour',
  ])
})

test('[DK3] what was only begun is on no list at the desk until it has words, a field or a reader; its operations stay, and the command line has it', async () => {
  const desk = await openTestDesk()
  const { call } = await desk.sit(desk.people.writer)
  const owner = callOf(desk.workstation.connect(() => {}, undefined, 'all'))
  const begin = async () => must(await call('articles.create', {})).row.id
  const [left, written, planned, shared] = [await begin(), await begin(), await begin(), await begin()]
  const listed = async (filter: 'all' | 'mine' = 'all') => {
    const { articles, total } = must(await call('articles.list', { filter }))
    expect(total).toBe(articles.length)
    return new Set(articles.map(({ id }) => id))
  }
  expect(await listed()).toEqual(new Set())
  expect(await listed('mine')).toEqual(new Set())
  // Stored here is enough: words count before the hub has heard of them.
  must(await call('articles.save', { id: written, update: await paragraphUpdate(call, written, 'Words.') }))
  expect(await listed()).toEqual(new Set([written]))
  must(await call('articles.setField', { id: planned, field: 'slugline', value: 'tolls', base: '' }))
  must(await call('articles.share', { id: shared, with: [desk.people.editor] }))
  expect(await listed()).toEqual(new Set([written, planned, shared]))
  expect(await listed('mine')).toEqual(new Set([written, planned, shared]))
  expect(must(await call('articles.read', { id: left })).row.state).toBe('draft')
  expect(must(await owner('articles.list', {})).articles.map(({ id }) => id)).toContain(left)
  expect(must(await desk.workstation.admin.rebuild()).changed).toEqual([])
  expect(await listed()).toEqual(new Set([written, planned, shared]))
})

test('[DK2] what was set aside leaves the list of work in hand; its state and its words find it', async () => {
  const desk = await openTestDesk()
  const { call } = await desk.sit(desk.people.writer)
  const id = await importText(call, 'Bells of the harbour\n\nText.')
  must(await call('workflow.act', { id, act: 'spike' }))
  const total = async (input: object) => must(await call('articles.list', input)).total
  expect([await total({}), await total({ filter: 'mine' })]).toEqual([0, 0])
  expect([await total({ state: 'spiked' }), await total({ words: 'bells' })]).toEqual([1, 1])
  must(await call('workflow.act', { id, act: 'unspike' }))
  expect([await total({}), await total({ filter: 'mine' })]).toEqual([1, 1])
})

test('a snippet shows the first match in its surroundings, whatever its case, and marks words where they begin', () => {
  expect(snippet('The Bells rang; doorbells did not.', ['bell'])).toBe('The \u2068Bell\u2069s rang; doorbells did not.')
  expect(snippet('Ring the bell, bellman.', ['bell', 'bellman'])).toBe('Ring the \u2068bell\u2069, \u2068bellman\u2069.')
  expect(snippet(`${'word '.repeat(100)}needle ${'word '.repeat(100)}`, ['needle'])).toMatch(/^… (word )+\u2068needle\u2069( word)+.* …$/)
  expect(snippet('Nothing of it', ['else'])).toBe('Nothing of it')
  expect(snippet('İstanbul bells', ['bells'])).toBe('İstanbul \u2068bells\u2069')
})

test('a statement is compiled once, answers anew each time, and follows a changed table', () => {
  const db = new Database(':memory:')
  keepStatements(db)
  db.exec('CREATE TABLE bell (name TEXT)')
  const all = () => db.prepare('SELECT * FROM bell')
  expect(all()).toBe(all())
  db.prepare('INSERT INTO bell VALUES (?)').run('Great Tom')
  expect(all().all()).toEqual([{ name: 'Great Tom' }])
  db.exec('ALTER TABLE bell ADD COLUMN weight INTEGER DEFAULT 6')
  expect(all().all()).toEqual([{ name: 'Great Tom', weight: 6 }])
  db.close()
})
