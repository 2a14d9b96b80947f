/** Long texts are compared beside the page, and in the page where there is no worker. */
import { expect, test } from 'vitest'
import { type AskedComparison, comparer, isLongPair, type Pair } from '../../renderer/document/comparing.ts'
import { compareDocuments } from '../../shared/document/compare.ts'
import type { DocumentJson } from '../../shared/document/json.ts'

const document = (...paragraphs: readonly string[]): DocumentJson => ({
  headline: [{ type: 'text', text: 'The lamp' }],
  standfirst: [],
  body: paragraphs.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
})
const pair: Pair = { before: document('It burns all night.'), after: document('It burned all night.') }
const comparison = compareDocuments(pair.before, pair.after)

test('[RV4] what counts as long is both texts together, lists and tables within them too', () => {
  expect(isLongPair(pair)).toBe(false)
  const half = document('a'.repeat(30_000))
  expect(isLongPair({ before: half, after: document('short') })).toBe(false)
  expect(isLongPair({ before: half, after: half })).toBe(true)
  const item = { type: 'listItem', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'a'.repeat(60_000) }] }] }
  const list: DocumentJson = { headline: [], standfirst: [], body: [{ type: 'bulletList', content: [item] }] }
  expect(isLongPair({ before: list, after: pair.after })).toBe(true)
})

test('[RV4] one worker answers all, in whatever order; nothing but the words is handed over', async () => {
  const { worker, asked, say } = standIn()
  let begun = 0
  const compare = comparer(() => {
    begun += 1
    return worker
  })
  const first = compare({ ...pair, before: Object.assign(document('It burns all night.'), { byline: 'beside the words' }) })
  const second = compare({ before: pair.after, after: pair.before })
  expect(begun).toBe(1)
  expect(asked.map(({ before }) => before)).toEqual([pair.before, pair.after])
  const back = compareDocuments(pair.after, pair.before)
  say({ n: asked[1]?.n, comparison: back })
  say({ n: asked[0]?.n, comparison })
  expect(await Promise.all([first, second])).toEqual([comparison, back])
})

test('[RV4] a worker that breaks, gives up or cannot be had leaves the page to compare, and the next one is begun anew', async () => {
  const workers = [standIn(), standIn()]
  let begun = 0
  const compare = comparer(() => {
    const next = workers[begun]
    begun += 1
    if (!next) throw new Error('no worker may be had')
    return next.worker
  })
  const broken = compare(pair)
  workers[0]?.fail()
  expect(await broken).toEqual(comparison)
  const givenUp = compare(pair)
  workers[1]?.say({ n: workers[1].asked[0]?.n, comparison: null })
  expect(await givenUp).toEqual(comparison)
  workers[1]?.fail()
  expect(await compare(pair)).toEqual(comparison)
  expect(begun).toBe(3)
  expect(workers.map(({ ended }) => ended.times)).toEqual([1, 1])
})

function standIn() {
  const target = new EventTarget()
  const asked: AskedComparison[] = []
  const ended = { times: 0 }
  const parts = { postMessage: (message: AskedComparison) => asked.push(message), terminate: () => (ended.times += 1) }
  const worker = Object.assign(target, parts) as unknown as Worker
  const say = (data: unknown) => void target.dispatchEvent(Object.assign(new Event('message'), { data }))
  return { worker, asked, ended, say, fail: () => void target.dispatchEvent(new Event('error')) }
}
