/** What became of entries, told to everybody: an operation of the hub's own stream in the transaction that moves the row. */
import { minutesUntilRetry, mostAttempts } from '../../shared/desk/queueState.ts'
import type { HubContext, Writer } from '../context.ts'
import { appendOwn } from '../ownStream.ts'
import { readArticle } from '../storage/projections.ts'
import { allIsWhole, type DeliveryFailure } from './failure.ts'
import { type EntryRow, moveEntry } from './queueEntries.ts'

/** Found `in_progress` at a start: whether it arrived has to be read back. [QU1] */
export async function tellUnknown(writer: Writer, hub: HubContext, row: EntryRow): Promise<EntryRow> {
  if (isEdition(row)) await appendOwn(writer, hub, 'hub.unknown', row.article, subjectOf(row))
  return moveEntry(writer, hub, row, 'unknown', { detail: 'The program ended while this was being sent. It is read back first.' })
}

export async function tellDelivered(writer: Writer, hub: HubContext, row: EntryRow, filesWritten: number): Promise<EntryRow> {
  if (isEdition(row)) await appendOwn(writer, hub, 'hub.delivered', row.article, subjectOf(row))
  return moveEntry(writer, hub, row, 'delivered', { detail: '', filesWritten })
}

/** `hash`: of the article's page, as it was read back. Editions that this one replaces are superseded from now on. [QU2] */
export async function tellLive(writer: Writer, hub: HubContext, row: EntryRow, hash: string): Promise<void> {
  await moveEntry(writer, hub, row, 'live', { detail: '' })
  if (!isEdition(row)) return
  await appendOwn(writer, hub, 'hub.live', row.article, { ...subjectOf(row), hash })
  const article = await readArticle(writer, row.article)
  for (const { n, state } of article?.editions ?? []) {
    if (n < row.edition && state === 'published') await appendOwn(writer, hub, 'hub.superseded', row.article, { edition: n })
  }
}

/** Waits and tries again, or after too many attempts, or at once where waiting cannot help, needs somebody. */
export async function tellFailure(
  writer: Writer,
  hub: HubContext,
  row: EntryRow,
  failure: Pick<DeliveryFailure, 'kind' | 'message'>,
): Promise<'retrying' | 'failed'> {
  const attempts = row.attempts + 1
  if (failure.kind === 'transient' && attempts < mostAttempts) {
    const dueAt = new Date(hub.now().getTime() + minutesUntilRetry(attempts) * 60_000).toISOString()
    await moveEntry(writer, hub, row, 'retrying', { detail: failure.message, attempts, dueAt })
    return 'retrying'
  }
  if (isEdition(row)) await appendOwn(writer, hub, 'hub.failed', row.article, { ...subjectOf(row), reason: failure.message })
  await moveEntry(writer, hub, row, 'failed', { detail: failure.message, attempts })
  return 'failed'
}

/** The pages could not be made: a fault of the program, told with what it says, so that it can be reported. */
export async function tellError(writer: Writer, hub: HubContext, row: EntryRow, error: unknown): Promise<'failed' | 'error'> {
  const said = error instanceof Error ? error.message : String(error)
  const reason = `The pages could not be made: ${said}. ${allIsWhole}, and nothing is lost. Please report this, then try again.`
  const state = row.state === 'delivered' ? 'failed' : 'error'
  if (isEdition(row)) await appendOwn(writer, hub, 'hub.failed', row.article, { ...subjectOf(row), reason })
  await moveEntry(writer, hub, row, state, { detail: reason })
  return state
}

function isEdition({ action }: EntryRow): boolean {
  return action === 'publish'
}

function subjectOf({ id, edition, destination }: EntryRow) {
  return { entry: id, edition, destination }
}
