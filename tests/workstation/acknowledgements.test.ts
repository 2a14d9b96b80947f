/** What a workstation believes of its hub: an acknowledgement or an operation that is not its own keeps everything in the outbox. */
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openDatabase } from '../../electron/database/open.ts'
import { countUnsent } from '../../electron/database/outbox.ts'
import { SyncClient } from '../../electron/sync/client.ts'
import { addCommand } from '../../electron/sync/streams.ts'
import { lordsPress } from '../../shared/desk/lordsPress.ts'
import type { HubAnswer, HubLine, HubRequest } from '../../shared/sync/messages.ts'
import { openTestHub } from '../factories/streams.ts'
import { temporaryFolder } from '../harness/folder.ts'

type Answer = HubAnswer<HubRequest['type']>

/** A workstation that has begun a desk, over a real hub whose answers pass `lie` on their way. */
async function joined(lie: (type: HubRequest['type'], answer: Answer) => Answer) {
  const hub = await openTestHub()
  const { db } = openDatabase({ file: join(temporaryFolder(), 'workstation.db'), key: new Uint8Array(32).fill(1) })
  onTestFinished(() => void db.close())
  const line: HubLine = {
    // The answer's type follows the request's.
    ask: (async (request: HubRequest) => lie(request.type, await hub.desk.handle(request))) as HubLine['ask'],
    onEvent: () => () => {},
    close: () => Promise.resolve(),
  }
  const sync = new SyncClient({ db, line, app: 'test', now: hub.clock.now, onApplied: () => {}, onSent: () => {}, onLine: () => {} })
  onTestFinished(() => sync.close())
  const person = { id: randomUUID(), name: 'Founder', roles: ['writer' as const, 'administrator' as const] }
  const write = () =>
    db.transaction(() => addCommand(db, person.id, 'article.create', randomUUID(), { lang: 'en-GB' }, hub.clock.now())).immediate()
  db.transaction(() =>
    addCommand(db, person.id, 'desk.begin', '', { desk: randomUUID(), person, settings: lordsPress }, hub.clock.now()),
  ).immediate()
  const waiting = () => db.prepare<[], { n: number }>('SELECT count(*) AS n FROM outbox').get()?.n
  return { db, sync, write, waiting }
}

test('[SY4] an acknowledgement of another chain is not believed, and the outbox keeps what was sent', async () => {
  let isLying = false
  const { db, sync, write, waiting } = await joined((type, answer) =>
    isLying && type === 'push' && answer.ok ? { ...answer, value: { ...answer.value, chain: 'f'.repeat(64) } as never } : answer,
  )
  await sync.sync()
  expect(waiting()).toBe(0)
  isLying = true
  write()
  await expect(sync.sync()).rejects.toThrow('The hub acknowledged something else than was sent.')
  expect([waiting(), countUnsent(db)]).toEqual([1, 1])
  isLying = false
  await sync.sync()
  expect(waiting()).toBe(0)
})

test('[SY4] an operation that comes back changed is not believed, and stays in the outbox', async () => {
  let isLying = false
  const { sync, write, waiting } = await joined((type, answer) => {
    if (!isLying || type !== 'pull' || !answer.ok || !('ops' in answer.value)) return answer
    return { ...answer, value: { ...answer.value, ops: answer.value.ops.map((op) => ({ ...op, hash: 'f'.repeat(64) })) } }
  })
  await sync.sync()
  isLying = true
  write()
  await expect(sync.sync()).rejects.toThrow('came back from the hub changed. Everything is kept here.')
  expect(waiting()).toBe(1)
  isLying = false
  await sync.sync()
  expect(waiting()).toBe(0)
})

test('[DU2] however often it was tried by hand meanwhile, what waits goes out by itself a moment after the hub takes it again', async () => {
  let isFull = false
  const { sync, write, waiting } = await joined((type, answer) =>
    isFull && (type === 'push' || type === 'hello') ? { ok: false, refusal: 'FULL', at: 0, message: 'The disk is full.' } : answer,
  )
  await sync.sync()
  isFull = true
  write()
  // Each save begins a round; the pause of a second must not have become half a minute by them.
  for (let round = 0; round < 8; round += 1) await expect(sync.sync()).rejects.toThrow('The disk is full.')
  isFull = false
  await expect.poll(waiting, { timeout: 10_000 }).toBe(0)
})
