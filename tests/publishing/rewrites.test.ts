/** How much of the site other settings would rewrite, counted at the hub before anybody saves them. */
import { onTestFinished, expect, test } from 'vitest'
import { countRewrites } from '../../hub/publishing/rewrites.ts'
import { workQueue } from '../../hub/publishing/publisher.ts'
import { lordsPress } from '../../shared/desk/lordsPress.ts'
import { rewritesWords } from '../../shared/desk/rewrites.ts'
import { changeSettings, openHub, release } from '../factories/hub.ts'

const publication = 'The Other Record'

async function hubWithPieces() {
  const hub = await openHub()
  onTestFinished(() => hub.close())
  for (const headline of ['The weir', 'The lamp']) await release(hub, { headline })
  return hub
}

test('[HS2] a site of more files than are counted is told only when it was written', async () => {
  const hub = await hubWithPieces()
  const settings = { ...lordsPress, publication }
  expect(await countRewrites(hub, settings, 5)).toBeNull()
  await changeSettings(hub, { motto: 'All of it' })
  expect((await countRewrites(hub, { ...settings, motto: 'All of it' }))?.pages).toBeGreaterThan(5)
  expect(rewritesWords(null)).toBe('How many pages this rewrites is told in the Queue when they are written.')
})

test('[HS2] before anything was published nothing is rewritten, and that is said', async () => {
  const hub = await openHub()
  onTestFinished(() => hub.close())
  const settings = { ...lordsPress, publication }
  const rewrites = await countRewrites(hub, settings)
  expect(rewrites).toEqual({ pages: 0, others: 0, isUnpublished: true })
  expect(rewritesWords(rewrites, 'Saving it')).toBe('Saving it rewrites no page: nothing is published yet.')
  // What changes no page is not told of that one.
  expect(rewritesWords(await countRewrites(hub, lordsPress))).toBe('This rewrites no page.')
  await changeSettings(hub, { publication })
  expect(await workQueue(hub)).toEqual({ delivered: 0, failed: 0 })
  await release(hub, { headline: 'The weir' })
  expect((await countRewrites(hub, lordsPress))?.pages).toBeGreaterThan(0)
})

test('[HS2] the count is the same while nothing was written, when all stands, and after another piece went out', async () => {
  const hub = await hubWithPieces()
  // The last answer is kept: something else is asked for between, so that it is counted anew.
  const counted = async () => {
    await countRewrites(hub, { ...lordsPress, motto: 'Another one' })
    return countRewrites(hub, { ...lordsPress, publication })
  }
  const before = await counted()
  await workQueue(hub)
  expect(await counted()).toEqual(before)
  await release(hub, { headline: 'The ferry' })
  const after = await counted()
  expect(after?.pages).toBeGreaterThan(before?.pages ?? 0)
  await workQueue(hub)
  expect(await counted()).toEqual(after)
})

test.each([
  [{ pages: 0, others: 0 }, 'This rewrites no page.'],
  [{ pages: 1, others: 0 }, 'This rewrites 1 page.'],
  [{ pages: 12, others: 1 }, 'This rewrites 12 pages and 1 file that programs read.'],
  [{ pages: 0, others: 7 }, 'This rewrites 7 files that programs read.'],
])('[HS2] %o is said as “%s”', (rewrites, words) => {
  expect(rewritesWords(rewrites)).toBe(words)
})
