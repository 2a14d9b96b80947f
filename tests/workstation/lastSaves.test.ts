/** Saved by one window while much else is written: it is told when those words are at the desk, and not when all is. */
import { expect, test } from 'vitest'
import { must, paragraphUpdate } from '../factories/people.ts'
import { openTestDesk } from '../factories/workstation.ts'

const encoder = new TextEncoder()

test('[IN11] what is saved during a long import is at the desk long before the import is', { timeout: 120_000 }, async () => {
  const desk = await openTestDesk()
  const { call } = await desk.sit(desk.founder)
  const { call: beside } = await desk.sit(desk.founder)
  const id = must(await call('articles.create', {})).row.id
  const update = await paragraphUpdate(call, id, 'Typed meanwhile.')
  const files = Array.from({ length: 800 }, (_, n) => ({ name: `${n}.txt`, bytes: encoder.encode(`Piece ${n}\n\nSome words of it.`) }))
  const job = must(await beside('imports.start', { files, pictures: [] })).id
  await expect.poll(async () => must(await beside('jobs.read', { id: job })).done, { interval: 20 }).toBeGreaterThan(50)
  const { savedAt } = must(await call('articles.save', { id, update }))
  // Asked together, in one turn of the loop: at the desk, while something else waits.
  const isThere = async () => {
    const [sent, status] = await Promise.all([call('desk.sent', {}), call('desk.status', {})])
    return must(sent).at >= savedAt && must(status).unsent > 0
  }
  await expect.poll(isThere, { interval: 5, timeout: 30_000 }).toBe(true)
  const { at } = must(await call('desk.sent', {}))
  await expect.poll(async () => must(await beside('jobs.read', { id: job })).state, { timeout: 60_000 }).toBe('done')
  expect(must(await call('desk.sent', {})).at).toBe(at)
})
