/** The hub's clock: what is due is done, and what cannot be done ends neither the hub nor the rest. */
import { renameSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { HubEvent } from '../../shared/sync/messages.ts'
import { articleAt, draftVersion, rows } from '../factories/hubFile.ts'
import { type BegunDesk, begunDesk, writtenArticle } from '../factories/streams.ts'

test('[QU12] a due version whose bytes were changed is not released, is named, and holds up no other', async () => {
  const hub = await begunDesk()
  const [damaged, sound] = [await dueIn(hub, 60, 'Damaged'), await dueIn(hub, 61, 'Sound')]
  change(hub, damaged)
  hub.clock.advance(120_000)
  expect(await hub.ask({ type: 'work' })).toMatchObject({ ok: true, value: { released: 1, delivered: 1, failed: 1 } })
  expect([stateOf(hub, damaged), stateOf(hub, sound)]).toEqual(['scheduled', 'published'])
  const verified = await hub.ask({ type: 'verify' })
  expect(verified).toMatchObject({ value: { problems: [expect.stringMatching(/^version [0-9a-f]{64} of article .* changed/u)] } })
})

test('[QU12] a hub that works by itself goes on beside a version that it cannot release', async () => {
  const hub = await begunDesk({}, { automatic: true })
  const damaged = await dueIn(hub, 60, 'Damaged')
  change(hub, damaged)
  hub.clock.advance(120_000)
  const sound = await dueIn(hub, 0, 'Sound')
  await expect.poll(() => stateOf(hub, sound), { timeout: 5000 }).toBe('published')
  expect(stateOf(hub, damaged)).toBe('scheduled')
})

test('[QU9] a destination that is away is told of at once, also when all that is known is that it is tried again', async () => {
  const told: HubEvent[] = []
  const hub = await begunDesk(
    { destinations: [{ id: 'site', kind: 'folder', name: 'Site', folder: 'press' }] },
    { emit: (event) => void told.push(event) },
  )
  await dueIn(hub, 0, 'Gone out')
  await hub.ask({ type: 'work' })
  renameSync(join(hub.folder, 'press'), join(hub.folder, 'away'))
  await dueIn(hub, 0, 'Comes later')
  await hub.ask({ type: 'work' })
  told.length = 0
  const queued = await hub.ask({ type: 'queue', cursor: '', limit: 10 })
  const waiting = queued.ok ? queued.value.entries.find(({ state }) => state === 'retrying') : undefined
  expect(waiting?.detail).toContain('is not there any more')
  await hub.ask({ type: 'retry', entry: waiting?.id ?? '' })
  told.length = 0
  expect(await hub.ask({ type: 'work' })).toMatchObject({ value: { delivered: 0, failed: 0 } })
  expect(told).toContainEqual({ type: 'queue' })
})

test('[SY22] an entry marked as though a later edition had been released is named, and marked right when all is made again', async () => {
  const hub = await begunDesk()
  await dueIn(hub, 0, 'Stands')
  await dueIn(hub, 0, 'Marked wrong')
  await hub.ask({ type: 'work' })
  rows(hub, (db) => db.prepare('UPDATE record SET current = 0 WHERE place = 2').run())
  const named =
    'record entry 2 (number 2, edition 1): it is marked as no longer what readers see, but no later edition was released. “rebuild” sets the mark right; then build the site again.'
  expect(await hub.ask({ type: 'verify' })).toMatchObject({ value: { problems: [named, expect.stringContaining('projections: ')] } })
  const rebuilt = await hub.ask({ type: 'rebuild' })
  expect(rebuilt.ok && rebuilt.value.before !== rebuilt.value.after).toBe(true)
  expect(rows(hub, (db) => db.prepare('SELECT place, current FROM record ORDER BY place').all())).toEqual([
    { place: 1, current: 1 },
    { place: 2, current: 1 },
  ])
  expect(await hub.ask({ type: 'verify' })).toMatchObject({ value: { problems: [] } })
})

/** Written, approved and published; it is due in `seconds`. Answers the article's id. */
async function dueIn(hub: BegunDesk, seconds: number, headline: string): Promise<string> {
  const { id } = await writtenArticle(hub, hub.writer, headline)
  const version = await draftVersion(hub, id)
  await hub.push(hub.writer, hub.writer.next('workflow.submit', id, { version, note: '' }))
  await hub.push(hub.editor, hub.editor.next('workflow.approve', id, { version, sameComputer: false }))
  const at = new Date(hub.clock.now().getTime() + seconds * 1000).toISOString()
  const act =
    seconds === 0
      ? hub.publisher.next('workflow.publish', id, { version, now: true })
      : hub.publisher.next('workflow.schedule', id, { version, at, zone: 'Europe/London' })
  const [outcome] = await hub.push(hub.publisher, act)
  if (outcome?.outcome !== 'accepted') throw new Error(outcome?.reason)
  return id
}

function stateOf(hub: BegunDesk, id: string): string | undefined {
  return articleAt(hub, id).editions.at(-1)?.state
}

/** As a failing disk would, behind the trigger that refuses it. */
function change(hub: BegunDesk, article: string): void {
  rows(hub, (db) => {
    db.exec('DROP TRIGGER IF EXISTS version_fixed')
    db.prepare(`UPDATE version SET bytes = CAST('{}' AS BLOB) WHERE article = ?`).run(article)
  })
}
