/** A delivery that failed, as Compose and the Desk tell of it: by what the queue says, as soon as it says so. */
import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { followUndelivered } from '../../electron/sync/undelivered.ts'
import type { HubLine, HubRequest, UndeliveredEntry } from '../../shared/sync/messages.ts'
import { callOf, importText, must } from '../factories/people.ts'
import { openTestDesk, openTestWorkstation } from '../factories/workstation.ts'
import { temporaryFolder } from '../harness/folder.ts'

async function openDesk() {
  const desk = await openTestDesk()
  const { call } = await desk.sit(desk.founder)
  const site = join(temporaryFolder(), 'site')
  const { settings, hash } = must(await call('settings.read', {}))
  const destinations = settings.destinations.map((destination) => ({ ...destination, folder: site }))
  must(await call('settings.change', { base: hash, settings: { ...settings, destinations } }))
  const publish = async (headline: string) => {
    const id = await importText(call, `${headline}\n\nIt is seen all night.`)
    must(await call('workflow.act', { id, act: 'override_publish', note: 'Alone.', now: true }))
    must(await call('queue.work', {}))
    return id
  }
  const waitsFor = async (id: string) => {
    const { row } = must(await call('articles.read', { id }))
    const listed = must(await call('articles.list', {})).articles.find((other) => other.id === id)
    expect(listed?.waitsFor).toBe(row.waitsFor)
    return row.waitsFor
  }
  return { ...desk, call, publish, waitsFor, site }
}

test('[QU10] an edition that could not be sent is not called on its way: it needs somebody, until it was tried again', async () => {
  const { workstation, founder, call, publish, waitsFor, site } = await openDesk()
  // As a screen does: asked when it is told that the queue changed, and at no other time.
  const read: string[] = []
  const window = workstation.connect(({ topic }) => {
    if (topic !== 'queue') return
    void callOf(window)('articles.list', {}).then((listed) => read.push(must(listed).articles[0]?.waitsFor ?? ''))
  })
  must(await callOf(window)('people.sitDown', { id: founder }))
  writeFileSync(site, 'a file where a folder should be')
  const id = await publish('The lamp at the pier')
  await expect.poll(() => read.at(-1)).toBe('could not be sent: the Queue says why')
  expect(await waitsFor(id)).toBe(read.at(-1))
  const row = must(await call('queue.list', {})).entries.find(({ article }) => article === id)
  expect(row?.word).toBe('Needs you')
  renameSync(site, `${site}.away`)
  must(await call('queue.retry', { id: row?.id ?? '' }))
  must(await call('queue.work', {}))
  await expect.poll(() => waitsFor(id)).toBe('published without review')
})

test('[QU10] where it is tried again by itself it says when, also after a start', async () => {
  const desk = await openDesk()
  mkdirSync(desk.site)
  await desk.publish('The bell of the ferry')
  renameSync(desk.site, `${desk.site}.away`)
  const id = await desk.publish('The lamp at the pier')
  const again = /^could not be sent, tried again at \d\d:\d\d$/
  await expect.poll(() => desk.waitsFor(id)).toMatch(again)
  await desk.close()
  const { call } = await (await openTestWorkstation(desk.folder)).sit(desk.founder)
  await expect.poll(async () => must(await call('articles.read', { id })).row.waitsFor).toMatch(again)
})

test('[QU10] of several destinations the one that needs somebody is told, and the queue is asked once at a time', async () => {
  let entries: readonly Partial<UndeliveredEntry>[] = []
  let asked = 0
  const line = {
    ask: ({ type }: HubRequest) => {
      // All that waits may be very much, and is not needed for this.
      expect(type).toBe('undelivered')
      asked++
      return Promise.resolve({ ok: true, value: { entries } })
    },
  } as unknown as HubLine
  let told = 0
  const undelivered = followUndelivered(line, () => told++)
  const entry = { article: 'lamp', edition: 1, attempts: 1 } as const
  entries = [
    { ...entry, state: 'retrying', dueAt: '2026-11-27T16:05:00.000Z' },
    { ...entry, state: 'failed' },
    { ...entry, state: 'retrying', dueAt: '2026-11-27T16:01:00.000Z' },
    { ...entry, edition: 2, state: 'retrying', dueAt: '2026-11-27T16:05:00.000Z' },
    { ...entry, edition: 2, state: 'retrying', dueAt: '2026-11-27T16:01:00.000Z' },
    { ...entry, edition: 3, state: 'retrying', attempts: 0, dueAt: '2026-11-27T16:01:00.000Z' },
  ]
  for (let event = 0; event < 5; event++) undelivered.hear({ type: 'queue' })
  await expect.poll(() => told).toBe(1)
  expect([1, 2, 3].map((n) => undelivered.of('lamp', n))).toEqual([
    { kind: 'failed' },
    { kind: 'retrying', at: '2026-11-27T16:01:00.000Z' },
    undefined,
  ])
  expect(asked).toBe(2)
  undelivered.hear({ type: 'queue' })
  await expect.poll(() => asked).toBe(3)
  expect(told).toBe(1)
})
