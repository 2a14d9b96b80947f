/** A round with the hub: while a page of the order is taken in, what was written meanwhile is at the hub, and so is the question for the next page. */
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openDatabase } from '../../electron/database/open.ts'
import { SyncClient } from '../../electron/sync/client.ts'
import { addCommand } from '../../electron/sync/streams.ts'
import { openWorkerLine } from '../../electron/sync/workerLine.ts'
import { lordsPress } from '../../shared/desk/lordsPress.ts'
import type { HubLine, HubRequest } from '../../shared/sync/messages.ts'
import { openEncrypted } from '../../sqlite/open.ts'
import { newTestStream, opening, openTestHub } from '../factories/streams.ts'
import { temporaryFolder } from '../harness/folder.ts'

const key = new Uint8Array(32).fill(1)

/** A workstation that has begun a desk over a real hub; `told`: what it asked for and took in, in this order. */
async function begun(onAsked: (type: HubRequest['type'], write: () => string) => void) {
  const hub = await openTestHub()
  const { db } = openDatabase({ file: join(temporaryFolder(), 'workstation.db'), key })
  onTestFinished(() => void db.close())
  const told: string[] = []
  /** How much had been told each time that it was said that something was sent. */
  const sent: number[] = []
  const person = { id: randomUUID(), name: 'Founder', roles: ['writer' as const, 'administrator' as const] }
  const write = () =>
    db.transaction(() => addCommand(db, person.id, 'article.create', randomUUID(), { lang: 'en-GB' }, new Date())).immediate()
  const line: HubLine = {
    // The answer's type follows the request's.
    ask: (async (request: HubRequest) => {
      told.push(request.type)
      onAsked(request.type, write)
      return hub.desk.handle(request)
    }) as HubLine['ask'],
    onEvent: () => () => {},
    close: () => Promise.resolve(),
  }
  const sync = new SyncClient({
    db,
    line,
    app: 'test',
    now: hub.clock.now,
    onApplied: () => void told.push('taken in'),
    onSent: () => void sent.push(told.length),
    onLine: () => {},
  })
  onTestFinished(() => sync.close())
  db.transaction(() =>
    addCommand(db, person.id, 'desk.begin', '', { desk: randomUUID(), person, settings: lordsPress }, hub.clock.now()),
  ).immediate()
  const inOrder = () => db.prepare<[], { n: number }>('SELECT count(*) AS n FROM op').get()?.n
  return { db, sync, write, told, sent, inOrder, clock: hub.clock }
}

test('[DU5] what was written while a page came goes out before that page is taken in, and the next page is asked for with it', async () => {
  let left = 2
  const { sync, told, inOrder } = await begun((type, write) => {
    if (type !== 'pull' || left === 0) return
    left -= 1
    write()
  })
  await sync.sync()
  expect(told.slice(0, 6)).toEqual(['hello', 'push', 'pull', 'push', 'pull', 'taken in'])
  // Opening the stream, beginning the desk, and the two that were written meanwhile.
  expect(inOrder()).toBe(4)
})

test('[SY3] a round in which nothing was written meanwhile asks for nothing ahead', async () => {
  const { sync, told, write, inOrder } = await begun(() => {})
  await sync.sync()
  expect(told).toEqual(['hello', 'push', 'pull', 'taken in'])
  write()
  await sync.sync()
  expect(told.slice(4)).toEqual(['push', 'pull', 'taken in'])
  expect(inOrder()).toBe(3)
})

test('[DU5] of much that waits the first part is taken in while the hub judges the second: neither waits until the other is through', async () => {
  const { sync, told, write, inOrder } = await begun(() => {})
  await sync.sync()
  for (let n = 0; n < 450; n += 1) write()
  await sync.sync()
  // Two hundred a push; behind each but the last, the page with what it brought into the order.
  expect(told.slice(4)).toEqual(['push', 'pull', 'push', 'pull', 'taken in', 'push', 'pull', 'taken in', 'taken in'])
  expect(inOrder()).toBe(452)
})

test('[IN11] a round that has no end for long says on the way what was sent, though not each time', async () => {
  let left = 10
  const { sync, told, sent, clock } = await begun((type, write) => {
    if (type !== 'pull' || left === 0) return
    left -= 1
    clock.advance(700)
    write()
  })
  await sync.sync()
  expect(left).toBe(0)
  // Seven seconds of it, once in two, and at the end.
  expect(sent.length).toBeGreaterThanOrEqual(3)
  expect(sent.length).toBeLessThanOrEqual(5)
  expect(sent[0]).toBeLessThan(told.length)
  expect(sent.at(-1)).toBe(told.length)
})

test('[SY3] a page that was asked for too early and has nothing is asked for again', async () => {
  let isFirst = true
  const { sync, told, inOrder, write } = await begun((type) => {
    if (type !== 'pull' || !isFirst) return
    isFirst = false
    // Two pushes: the page that is asked for behind the first of them has only its operations, or none.
    for (let n = 0; n < 250; n += 1) write()
  })
  await sync.sync()
  expect(told.filter((what) => what === 'push')).toHaveLength(3)
  expect(inOrder()).toBe(252)
})

test('[DU5] what is asked of the hub is with it at once: whoever asked need not have a turn of the loop for that', async () => {
  const folder = temporaryFolder()
  const file = join(folder, 'hub.db')
  const line = await openWorkerLine({ file, key, folder, resources: folder, automatic: false, restored: false })
  onTestFinished(() => line.close())
  const db = openEncrypted({ file, key, readonly: true })
  onTestFinished(() => void db.close())
  const founder = newTestStream()
  const answer = line.ask(founder.pushOf([opening(founder)]))
  let found: unknown
  const nobody = new Int32Array(new SharedArrayBuffer(4))
  for (let tries = 0; tries < 600 && found === undefined; tries += 1) {
    Atomics.wait(nobody, 0, 0, 100)
    found = db.prepare('SELECT 1 FROM op').get()
  }
  expect(found).toBeDefined()
  expect(await answer).toMatchObject({ ok: true })
})
