/** A desk of very many articles, and a queue of very many entries: everything is read a page at a time, and nothing is missing. */
import { expect } from 'vitest'
import type { Call } from '../../shared/contract/contract.ts'
import { corpusOf } from '../../scripts/bench/corpus.ts'
import { idOf } from '../../scripts/bench/desk.ts'
import { fillWithArticles, queueOldEntries } from '../factories/many.ts'
import { importText, must } from '../factories/people.ts'
import { openTestDesk, openTestWorkstation } from '../factories/workstation.ts'

/** Of `articles` the first `published` are in the record, the newest number last edited first of all. */
export async function readsManyArticles(articles: number, published: number): Promise<void> {
  const begun = await openTestDesk()
  await begun.close()
  fillWithArticles(begun.folder, begun.people.writer, { articles, published })
  const desk = await openTestWorkstation(begun.folder)
  const { call } = await desk.sit(begun.people.writer)

  const first = must(await call('articles.list', {}))
  expect([first.articles.length, first.total]).toEqual([100, articles])
  expect(new Set(await everyArticle(call, 'all', articles)).size).toBe(articles)
  expect(must(await call('articles.list', { filter: 'mine', limit: 1 })).total).toBe(articles)
  expect(must(await call('articles.list', { filter: 'waiting', limit: 1 })).total).toBe(0)

  const newest = must(await call('articles.list', { filter: 'published' }))
  expect(newest.total).toBe(published)
  expect(newest.articles.map(({ number }) => number)).toEqual(Array.from({ length: 100 }, (_, n) => published - n))
  const record = await everyArticle(call, 'published', published)
  expect(record.at(-1)).toBe(idOf(0))
  expect(new Set(record).size).toBe(published)

  const word = corpusOf(7).word(0)
  const found = must(await call('search.find', { words: word }))
  expect([found.results.length, found.more]).toEqual([20, true])
  expect(must(await call('search.find', { words: '" OR 1' }))).toEqual({ results: [], more: false })
  await desk.close()
}

async function everyArticle(call: Call, filter: 'all' | 'published', most: number): Promise<readonly string[]> {
  const ids: string[] = []
  for (let cursor = ''; ids.length <= most; ) {
    const { articles, next } = must(await call('articles.list', { filter, limit: 500, cursor }))
    ids.push(...articles.map(({ id }) => id))
    if (next === '') return ids
    cursor = next
  }
  throw new Error('the list never ends')
}

/** `count` entries that went out long ago beside one of today. */
export async function readsManyEntries(count: number): Promise<void> {
  const begun = await openTestDesk()
  const { call: writer } = await begun.sit(begun.people.writer)
  const id = await importText(writer, 'The newest of them\n\nWords.')
  must(await writer('workflow.act', { id, act: 'submit' }))
  must(await (await begun.sit(begun.people.editor)).call('workflow.act', { id, act: 'approve' }))
  const { call: publisher } = await begun.sit(begun.people.publisher)
  must(await publisher('workflow.act', { id, act: 'publish', now: true }))
  must(await publisher('queue.work', {}))
  await begun.close()
  queueOldEntries(begun.folder, count)
  const desk = await openTestWorkstation(begun.folder)
  const { call } = await desk.sit(begun.people.publisher)
  const failed = Array.from({ length: count }, (_, n) => n).filter((n) => n % 50 !== 0 && n % 51 === 0).length
  const first = must(await call('queue.list', {}))
  expect(first.entries.filter(({ word }) => word === 'Needs you')).toHaveLength(failed)
  expect(first.entries).toHaveLength(failed + 100)
  expect(first.entries.some(({ headline, word }) => headline === 'The newest of them' && word === 'Live')).toBe(true)
  const seen = new Set(first.entries.map((entry) => entry.id))
  for (let { next } = first; next !== ''; ) {
    const page = must(await call('queue.list', { cursor: next, limit: 1000 }))
    expect(page.entries.every((entry) => !seen.has(entry.id) && entry.word !== 'Needs you')).toBe(true)
    for (const entry of page.entries) seen.add(entry.id)
    next = page.next
  }
  expect(seen.size).toBe(count + 1)
  await desk.close()
}
