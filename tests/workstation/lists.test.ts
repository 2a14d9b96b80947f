/** Lists and searches as the workstation answers them from its indexes. */
import { setTimeout as wait } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { snippet } from '../../electron/handlers/snippet.ts'
import { keepStatements } from '../../sqlite/statements.ts'
import { must } from '../factories/people.ts'
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
