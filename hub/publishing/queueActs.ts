/** What people do to entries of the queue: try again, cancel, send again. [QU10] */
import type { HubContext } from '../context.ts'
import { readDesk } from '../storage/projections.ts'
import { differingFiles } from './differing.ts'
import { openDestination } from './destinations/open.ts'
import { doubt } from './journal.ts'
import { addEntry, type EntryRow, moveEntry, rowsById, waitingStates } from './queueEntries.ts'

/** Puts an entry that needs somebody back into the queue, to go now; one that waits to be tried again goes now. False: it is in no such state. */
export async function retryEntry(hub: HubContext, id: string): Promise<boolean> {
  return hub.db.transaction().execute(async (writer) => {
    const [row] = await rowsById(writer, [id])
    const dueAt = hub.now().toISOString()
    if (row?.state === 'failed' || row?.state === 'error') {
      await moveEntry(writer, hub, row, 'pending', { attempts: 0, dueAt })
      return true
    }
    if (row?.state !== 'retrying') return false
    await writer
      .updateTable('queue')
      .set({ due_at: dueAt })
      .where('destination', '=', row.destination)
      .where('state', '=', 'retrying')
      .where('sequence', '<=', row.sequence)
      .execute()
    return true
  })
}

/** Takes an entry that waits out of the queue. False: it is being sent, or was. What it holds goes out with the next delivery there. */
export async function cancelEntry(hub: HubContext, id: string): Promise<boolean> {
  return hub.db.transaction().execute(async (writer) => {
    const [row] = await rowsById(writer, [id])
    if (!row || !isWaiting(row)) return false
    await moveEntry(writer, hub, row, 'canceled', {
      detail: 'Cancelled at the desk. It goes out with the next delivery to this destination, or when it is sent again.',
    })
    return true
  })
}

/**
 * Sends a final entry again, as a new one behind all others: files that differ at the destination are written again, the
 * others are left. False: it is not final, a newer one stands for it, or its destination is gone.
 */
export async function resendEntry(hub: HubContext, id: string): Promise<boolean> {
  const [row] = await rowsById(hub.db, [id])
  const settings = (await readDesk(hub.db))?.settings.destinations.find((known) => known.id === row?.destination)
  if (!row || !settings || (row.state !== 'live' && row.state !== 'canceled')) return false
  const differing: string[] = []
  for await (const { path } of differingFiles(hub.db, openDestination(hub, settings, true), settings.id)) differing.push(path)
  await hub.db.transaction().execute(async (writer) => {
    await doubt(writer, settings.id, differing)
    await addEntry(writer, hub, row)
  })
  return true
}

function isWaiting({ state }: EntryRow): boolean {
  return (waitingStates as readonly string[]).includes(state)
}
