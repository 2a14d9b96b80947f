/** The queue's rows: made, moved by the table of moves and no other way, read; never removed. [QU9] */
import { type QueueState, queueMoves } from '../../shared/desk/queueState.ts'
import type { QueueEntry } from '../../shared/sync/messages.ts'
import type { HubContext, Reader, Writer } from '../context.ts'
import type { Row } from '../storage/schema.ts'

export type EntryRow = Row<'queue'>

/** States in which an entry waits for its turn. */
export const waitingStates = ['waiting', 'pending', 'retrying'] as const satisfies readonly QueueState[]

export interface EntryChange {
  readonly detail?: string
  readonly attempts?: number
  readonly dueAt?: string
  readonly filesWritten?: number
}

/** Moves an entry and answers the moved row. Throws on a move that is not in the table: a bug. */
export async function moveEntry(
  writer: Writer,
  hub: Pick<HubContext, 'now'>,
  row: EntryRow,
  state: QueueState,
  change: EntryChange = {},
): Promise<EntryRow> {
  if (!queueMoves[row.state].includes(state)) throw new Error(`queue entry ${row.id}: no way from ${row.state} to ${state}`)
  const values = {
    state,
    changed_at: hub.now().toISOString(),
    detail: change.detail ?? row.detail,
    attempts: change.attempts ?? row.attempts,
    due_at: change.dueAt ?? row.due_at,
    files_written: change.filesWritten ?? row.files_written,
  }
  const moved = await writer.updateTable('queue').set(values).where('id', '=', row.id).where('state', '=', row.state).executeTakeFirst()
  if (moved.numUpdatedRows !== 1n) throw new Error(`queue entry ${row.id} is no longer ${row.state}`)
  return { ...row, ...values }
}

/** Rows of a destination in the order in which they must arrive there. */
export async function rowsOf(reader: Reader, destination: string, states: readonly QueueState[]): Promise<readonly EntryRow[]> {
  return reader
    .selectFrom('queue')
    .selectAll()
    .where('destination', '=', destination)
    .where('state', 'in', [...states])
    .orderBy('sequence')
    .execute()
}

export async function rowsById(reader: Reader, ids: readonly string[]): Promise<readonly EntryRow[]> {
  return ids.length === 0
    ? []
    : reader
        .selectFrom('queue')
        .selectAll()
        .where('id', 'in', [...ids])
        .orderBy('sequence')
        .execute()
}

/** Adds the entry that brings an arrangement of the front. */
export async function addFront(
  writer: Writer,
  hub: Pick<HubContext, 'now' | 'randomId'>,
  destination: string,
  subject: string,
): Promise<void> {
  await addEntry(writer, hub, { destination, article: '', edition: 0, action: 'front', subject_hash: subject })
}

/** Adds the entry that rebuilds a site, behind all others. [QU3] */
export async function addRebuild(
  writer: Writer,
  hub: Pick<HubContext, 'now' | 'randomId'>,
  destination: string,
  made: string,
): Promise<void> {
  await addEntry(writer, hub, { destination, article: '', edition: 0, action: 'rebuild', subject_hash: made })
}

export type Subject = Pick<EntryRow, 'destination' | 'article' | 'edition' | 'action' | 'subject_hash'>

/** Adds an entry under the next sequence number of its destination. [QU10] */
export async function addEntry(
  writer: Writer,
  hub: Pick<HubContext, 'now' | 'randomId'>,
  { destination, article, edition, action, subject_hash }: Subject,
): Promise<void> {
  const at = hub.now().toISOString()
  const last = await writer
    .selectFrom('queue')
    .select('sequence')
    .where('destination', '=', destination)
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst()
  await writer
    .insertInto('queue')
    .values({
      id: hub.randomId(),
      sequence: (last?.sequence ?? 0) + 1,
      article,
      edition,
      destination,
      action,
      state: 'pending',
      detail: '',
      attempts: 0,
      due_at: at,
      changed_at: at,
      subject_hash,
      files_written: 0,
    })
    .execute()
}

/** True when an earlier entry was about the same: this one is sent again, and all of its destination is looked at. */
export async function isSentAgain(reader: Reader, row: EntryRow): Promise<boolean> {
  const before = await reader
    .selectFrom('queue')
    .select('id')
    .where('destination', '=', row.destination)
    .where('article', '=', row.article)
    .where('edition', '=', row.edition)
    .where('subject_hash', '=', row.subject_hash)
    .where('sequence', '<', row.sequence)
    .limit(1)
    .executeTakeFirst()
  return before !== undefined
}

/** All entries, newest first. */
export async function listQueue(reader: Reader): Promise<readonly QueueEntry[]> {
  const rows = await reader
    .selectFrom('queue as q')
    .leftJoin('record as r', (join) => join.onRef('r.article', '=', 'q.article').onRef('r.edition', '=', 'q.edition'))
    .selectAll('q')
    .select('r.address')
    .orderBy('q.changed_at', 'desc')
    .orderBy('q.sequence', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    article: row.article,
    edition: row.edition,
    destination: row.destination,
    action: row.action,
    state: row.state,
    detail: row.detail,
    attempts: row.attempts,
    dueAt: row.due_at,
    changedAt: row.changed_at,
    address: row.action === 'publish' ? (row.address ?? '') : '/',
    filesWritten: row.files_written,
  }))
}
