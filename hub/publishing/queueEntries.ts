/** The queue's rows: made, moved by the table of moves and no other way, read; never removed. [QU9] */
import { sql } from 'kysely'
import { isGoneOut, type QueueState, queueMoves, queueStates } from '../../shared/desk/queueState.ts'
import type { QueueEntry, UndeliveredEntry } from '../../shared/sync/messages.ts'
import type { HubContext, Reader, Writer } from '../context.ts'
import type { Row } from '../storage/schema.ts'

export type EntryRow = Row<'queue'>

/** States in which an entry waits for its turn. */
export const waitingStates = ['waiting', 'pending', 'retrying'] as const satisfies readonly QueueState[]

/** States in which an entry is not at its end: sent, or to be sent, or in need of somebody. */
export const openStates: readonly QueueState[] = queueStates.filter((state) => !isGoneOut(state))

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
  const rows = await reader
    .selectFrom('queue')
    .selectAll()
    .where('destination', '=', destination)
    .where('state', 'in', [...states])
    .execute()
  // Put in order here: SQLite would go through all that ever went out there, as that stands in order already.
  return rows.toSorted((one, other) => one.sequence - other.sequence)
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

/** States in which nothing more happens to an entry by itself; literals, or the index of such entries would not answer. */
const goneOut = sql<boolean>`q.state IN ('live', 'canceled', 'superseded')`

export interface QueuePage {
  /** `CHANGED_AT SEQUENCE ID` of the last one before; empty: from the newest, with everything that is still on its way. */
  readonly cursor: string
  /** Of those that went out. */
  readonly limit: number
}

/** Newest first: what is on its way, whole, with the first page; what went out, a page at a time. */
export async function listQueue(reader: Reader, page: QueuePage = { cursor: '', limit: 1_000_000 }): Promise<readonly QueueEntry[]> {
  const open = page.cursor === '' ? await entries(reader).where(sql<boolean>`NOT (${goneOut})`).execute() : []
  const [changedAt = '', sequence = '', id = ''] = page.cursor.split(' ')
  const after = page.cursor === '' ? sql`` : sql`AND (changed_at, sequence, id) < (${changedAt}, ${Number(sequence)}, ${id})`
  // Said by name, as the index of states looks as good to the planner; for each page it would then sort all that ever went out.
  const newest = sql<string>`(SELECT id FROM queue INDEXED BY queue_gone_out WHERE state IN ('live', 'canceled', 'superseded') ${after}
    ORDER BY changed_at DESC, sequence DESC, id DESC LIMIT ${page.limit})`
  const rows = [...open, ...(await entries(reader).where('q.id', 'in', newest).execute())]
  return rows.toSorted((a, b) => b.changed_at.localeCompare(a.changed_at) || b.sequence - a.sequence).map(entryOf)
}

/** Editions that could not be sent, in their order; found by state, so that those behind them in the queue are not read. */
export async function listUndelivered(reader: Reader): Promise<readonly UndeliveredEntry[]> {
  return reader
    .selectFrom('queue')
    .select(['article', 'edition', 'state', 'attempts', 'due_at as dueAt'])
    .where('state', 'in', ['retrying', 'failed', 'error'])
    .where('action', '=', 'publish')
    .orderBy('sequence')
    .orderBy('destination')
    .execute()
}

/** Every entry of an article, oldest first. */
export async function receiptsOf(reader: Reader, article: string): Promise<readonly QueueEntry[]> {
  const rows = await entries(reader).where('q.article', '=', article).execute()
  return rows.toReversed().map(entryOf)
}

function entries(reader: Reader) {
  return reader
    .selectFrom('queue as q')
    .leftJoin('record as r', (join) => join.onRef('r.article', '=', 'q.article').onRef('r.edition', '=', 'q.edition'))
    .selectAll('q')
    .select('r.address')
    .orderBy('q.changed_at', 'desc')
    .orderBy('q.sequence', 'desc')
    .orderBy('q.id', 'desc')
}

function entryOf(row: EntryRow & { readonly address: string | null }): QueueEntry {
  return {
    id: row.id,
    article: row.article,
    edition: row.edition,
    destination: row.destination,
    action: row.action,
    state: row.state,
    sequence: row.sequence,
    detail: row.detail,
    attempts: row.attempts,
    dueAt: row.due_at,
    changedAt: row.changed_at,
    address: row.action === 'publish' ? (row.address ?? '') : '/',
    filesWritten: row.files_written,
  }
}
