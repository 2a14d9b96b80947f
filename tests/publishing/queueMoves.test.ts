/** The table of the queue: each move it names is made, every other is refused and changes nothing; and what people may do from each state. */
import { randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cancelEntry, resendEntry, retryEntry } from '../../hub/publishing/publisher.ts'
import { type EntryRow, moveEntry, rowsById } from '../../hub/publishing/queueEntries.ts'
import { type QueueState, queueMoves, queueStates, queueWord } from '../../shared/desk/queueState.ts'
import { openHub, type TestHub } from '../factories/hub.ts'

let hub: TestHub
let sequence = 0

beforeAll(async () => {
  hub = await openHub({ isHasty: true })
})
afterAll(async () => {
  await hub.close()
  await rm(hub.folder, { recursive: true, force: true })
})

async function entryIn(state: QueueState): Promise<EntryRow> {
  const at = hub.now().toISOString()
  sequence += 10 // Room for the entries that sending again adds.
  const row = {
    id: randomUUID(),
    sequence,
    article: '',
    edition: 0,
    destination: 'site',
    action: 'rebuild' as const,
    state,
    detail: '',
    attempts: 0,
    due_at: at,
    changed_at: at,
    subject_hash: `made ${sequence}`,
    files_written: 0,
  }
  await hub.db.insertInto('queue').values(row).execute()
  return row
}

async function stateOf({ id }: EntryRow): Promise<QueueState | undefined> {
  return (await rowsById(hub.db, [id]))[0]?.state
}

describe('moves', () => {
  for (const from of queueStates) {
    for (const to of queueStates) {
      const isAllowed = queueMoves[from].includes(to)
      test(`[QU10] from ${from} to ${to} is ${isAllowed ? 'allowed' : 'refused'}`, async () => {
        const row = await entryIn(from)
        const moving = hub.db.transaction().execute((writer) => moveEntry(writer, hub, row, to))
        if (isAllowed) expect(await moving).toMatchObject({ id: row.id, state: to })
        else await expect(moving).rejects.toThrow(`no way from ${from} to ${to}`)
        expect(await stateOf(row)).toBe(isAllowed ? to : from)
      })
    }
  }

  test('[QU9] what is final stays: its row cannot be removed by any move', () => {
    for (const state of ['live', 'canceled', 'superseded'] as const) expect(queueMoves[state]).toEqual([])
    for (const state of queueStates) expect(queueWord(state)).toMatch(/^[A-Z]/)
  })
})

describe('what people do', () => {
  const byHand = {
    'tried again': { act: retryEntry, from: ['failed', 'error', 'retrying'] },
    cancelled: { act: cancelEntry, from: ['waiting', 'pending', 'retrying'] },
    'sent again': { act: resendEntry, from: ['live', 'canceled'] },
  } as const
  for (const [done, { act, from }] of Object.entries(byHand)) {
    for (const state of queueStates) {
      const isAllowed = (from as readonly QueueState[]).includes(state)
      test(`[QU10] what is ${state} is ${isAllowed ? '' : 'not '}${done} by hand`, async () => {
        const row = await entryIn(state)
        expect(await act(hub, row.id)).toBe(isAllowed)
        if (!isAllowed) expect(await stateOf(row)).toBe(state)
      })
    }
  }
})
