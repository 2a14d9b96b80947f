/** The hub's worker ends by itself: it is begun again, and whatever was saved or asked for meanwhile is there once. */
import { expect, test } from 'vitest'
import type { Changed } from '../../shared/contract/contract.ts'
import { hubsBegun } from '../factories/hubsBegun.ts'
import { callOf, importText, must, paragraphUpdate } from '../factories/people.ts'
import { openTestDesk } from '../factories/workstation.ts'

test('[DU7] a hub that ends is begun again by itself: what was written meanwhile is sent once, and the desk is told', async () => {
  const hubs = hubsBegun()
  const desk = await openTestDesk()
  const heard: Changed[] = []
  const session = desk.workstation.connect((event) => heard.push(event))
  const call = callOf(session)
  // Sees the drafts that nobody has written in, too.
  const owner = callOf(desk.workstation.connect(() => {}, undefined, 'all'))
  must(await call('people.sitDown', { id: desk.people.writer }))
  const id = await importText(call, 'The weir\n\nIt begins.')
  expect(must(await call('desk.status', {})).hubReopenedAt).toBe('')

  for (let end = 1; end <= 3; end += 1) {
    const ended = hubs.at(-1)?.terminate()
    // Into the hub that is going: saved all the same.
    for (let n = 0; n < 10; n += 1) {
      must(await call('articles.save', { id, update: await paragraphUpdate(call, id, `Page ${end}.${n} of it.`) }))
    }
    const asked = await call('articles.create', {})
    if (!asked.ok) {
      expect(asked.error.code).toBe('offline')
      expect(asked.error.message).toContain('This is kept here and will be sent when it answers again.')
    }
    await ended
    await expect.poll(() => hubs.length, { timeout: 20_000 }).toBe(end + 1)
    await expect.poll(async () => must(await call('desk.status', {})).hubReopenedAt, { timeout: 20_000 }).not.toBe('')
    await expect
      .poll(
        async () => {
          const { unsent, offlineSince } = must(await call('desk.status', {}))
          return `${unsent} ${offlineSince}`
        },
        { timeout: 30_000 },
      )
      .toBe('0 ')
    expect(must(await owner('articles.list', { limit: 50 })).total).toBe(1 + end)
  }
  expect(heard.some(({ topic, source }) => topic === 'queue' && source === '')).toBe(true)

  // Acts are judged and pages are published as if nothing had been.
  must(await call('workflow.act', { id, act: 'submit' }))
  const { call: editor } = await desk.sit(desk.people.editor)
  must(await editor('workflow.act', { id, act: 'approve' }))
  const { call: publisher } = await desk.sit(desk.people.publisher)
  must(await publisher('workflow.act', { id, act: 'publish', now: true }))
  expect(must(await publisher('queue.work', {}))).toMatchObject({ failed: 0 })
  expect(must(await publisher('queue.list', {})).entries.map(({ word }) => word)).toEqual(['Live'])
  expect(must(await desk.workstation.admin.verify()).problems).toEqual([])
})

test('[DU7] work that the hub was at when it ended has failed in words and can be begun again', async () => {
  const hubs = hubsBegun()
  const desk = await openTestDesk()
  const { call } = await desk.sit(desk.people.writer)
  for (let n = 0; n < 3; n += 1) await importText(call, `Piece ${n}\n\nWords.`)
  let job = must(await call('rebuild.start', {}))
  void hubs.at(-1)?.terminate()
  await expect.poll(async () => (job = must(await call('jobs.read', { id: job.id }))).state, { timeout: 20_000 }).not.toBe('running')
  if (job.state === 'failed') expect(job.notes).toEqual([expect.stringMatching(/^The hub cannot be reached\./)])
  await expect.poll(async () => must(await call('desk.status', {})).hubReopenedAt, { timeout: 20_000 }).not.toBe('')
  expect(must(await desk.workstation.admin.rebuild()).changed).toEqual([])
})

test('[DU7] a desk that is closed while its hub begins again leaves nothing running', async () => {
  const hubs = hubsBegun()
  const desk = await openTestDesk()
  await hubs.at(-1)?.terminate()
  await desk.close()
  await expect.poll(() => hubs.every((worker) => worker.threadId === -1)).toBe(true)
})
