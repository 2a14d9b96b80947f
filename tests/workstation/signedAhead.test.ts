/** Acts that are signed before they are written: the chain holds whatever was written to the stream meanwhile. */
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openDatabase } from '../../electron/database/open.ts'
import { unsentOf } from '../../electron/database/outbox.ts'
import { streamOf } from '../../electron/database/streams.ts'
import { type Act, addActs, addCommand, commandAct, signedBeside } from '../../electron/sync/streams.ts'
import { lordsPress } from '../../shared/desk/lordsPress.ts'
import { zeroHash } from '../../shared/sync/operation.ts'
import { openTestHub } from '../factories/streams.ts'
import { temporaryFolder } from '../harness/folder.ts'

const person = { id: randomUUID(), name: 'Founder', roles: ['writer' as const, 'administrator' as const] }
const at = new Date('2026-01-05T09:00:00Z')
const creations = (count: number): readonly Act[] =>
  Array.from({ length: count }, () => commandAct('article.create', randomUUID(), { lang: 'en-GB' }, at))

/** A workstation's file in which the desk has begun; `judged`: how the hub answers to its whole outbox. */
async function begun() {
  const hub = await openTestHub()
  const { db } = openDatabase({ file: join(temporaryFolder(), 'workstation.db'), key: new Uint8Array(32).fill(1) })
  onTestFinished(() => void db.close())
  const inOneGo = <T>(act: () => T): T => db.transaction(act).immediate()
  inOneGo(() => addCommand(db, person.id, 'desk.begin', '', { desk: randomUUID(), person, settings: lordsPress }, at))
  const outbox = () => unsentOf(db, streamOf(db, person.id)?.id ?? '', 0, 200)
  const judged = async () => {
    const ops = outbox()
    const answer = await hub.desk.handle({ type: 'push', epoch: 1, stream: ops[0]?.stream, from: 1, prev: zeroHash, ops })
    if (!answer.ok || !('outcomes' in answer.value)) throw new Error(answer.ok ? 'no push' : answer.message)
    return answer.value.outcomes
  }
  return { db, inOneGo, outbox, judged }
}

test('[SY4] acts that nothing came before are written as they were signed, and the hub takes them', async () => {
  const { db, inOneGo, outbox, judged } = await begun()
  const acts = creations(5)
  const ahead = await signedBeside(db, person.id, acts)
  expect(outbox()).toHaveLength(2)
  const commands = inOneGo(() => addActs(db, person.id, acts, ahead))
  expect(outbox().slice(2)).toEqual(ahead)
  expect(commands).toEqual(ahead.map(({ cmdId }) => cmdId))
  expect((await judged()).map(({ outcome }) => outcome)).toEqual(Array(7).fill('accepted'))
})

test('[SY4] acts that were signed ahead of another are signed again behind it, and the hub takes all of them', async () => {
  const { db, inOneGo, outbox, judged } = await begun()
  const acts = creations(5)
  const ahead = await signedBeside(db, person.id, acts)
  const meanwhile = inOneGo(() => addCommand(db, person.id, 'article.create', randomUUID(), { lang: 'en-GB' }, at))
  const commands = inOneGo(() => addActs(db, person.id, acts, ahead))
  expect(outbox().map(({ subject }) => subject)).toEqual(['', '', expect.any(String), ...acts.map(({ subject }) => subject)])
  const outcomes = await judged()
  expect(outcomes.map(({ outcome }) => outcome)).toEqual(Array(8).fill('accepted'))
  expect(outcomes.slice(2).map(({ cmdId }) => cmdId)).toEqual([meanwhile, ...commands])
})
