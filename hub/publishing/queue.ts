/** The queue at work: for each destination, in its order, what is due goes out, is read back, and only then is live. */
import type { Destination as DestinationSettings } from '../../shared/desk/settings.ts'
import { isCode } from '../../sqlite/open.ts'
import type { HubContext, Reader } from '../context.ts'
import { checkApproved } from './approved.ts'
import { type Delivered, deliver, type DeliveryOptions, type DeliveryOrder, readBack, readState } from './delivery.ts'
import type { Destination } from './destinations/destination.ts'
import { openDestination } from './destinations/open.ts'
import { editionsOf, headPlace } from './entries.ts'
import { DeliveryFailure } from './failure.ts'
import { beginDelivery, type DeliveryPlan, doubt, forgetOtherFolders, moveDelivery, type OpenDelivery, openDeliveries } from './journal.ts'
import { tellDelivered, tellError, tellFailure, tellLive, tellUnknown } from './outcomes.ts'
import { pathOfName } from './pageName.ts'
import type { Press } from './press.ts'
import { type EntryRow, isSentAgain, moveEntry, rowsById, rowsOf, waitingStates } from './queueEntries.ts'

export interface Worked {
  readonly delivered: number
  readonly failed: number
}

/** Entries that go out together; the site is then brought to the last of their editions. */
const mostEntries = 200

/** Does what is due at one destination, batch by batch, until nothing is due or something has to wait. */
export async function workDestination(
  hub: HubContext,
  press: Press,
  settings: DestinationSettings,
  options: DeliveryOptions,
): Promise<Worked> {
  let delivered = 0
  let failed = 0
  await recoverDestination(hub, settings)
  for (;;) {
    const open = await takeDue(hub, press, settings)
    if (open === 'nothing due') return { delivered, failed }
    if (open === 'all overtaken') continue
    options.step?.('begun')
    const worked = await send(hub, press, settings, open, options)
    // Also told where nothing went out and nothing needs anybody: what waits to be tried again says why.
    hub.emit({ type: 'queue' })
    delivered += worked.delivered
    failed += worked.failed
    if (worked.delivered === 0) return { delivered, failed }
  }
}

/**
 * After a crash: what was being sent is unknown, and what is unknown, or sent and not yet seen, is read back before
 * anything else happens. All of it stands there: live. If not, it is sent again, at once. [QU1]
 */
export async function recoverDestination(hub: HubContext, settings: DestinationSettings): Promise<void> {
  const { db } = hub
  await db.transaction().execute(async (writer) => {
    for (const row of await rowsOf(writer, settings.id, ['in_progress'])) await tellUnknown(writer, hub, row)
  })
  for (const open of await openDeliveries(db, settings.id)) {
    const rows = (await rowsById(db, open.plan.entries)).filter(({ state }) => state === 'unknown' || state === 'delivered')
    if (rows.length === 0) continue
    const destination = openDestination(hub, settings, true)
    if (open.state === 'applied' && (await standsThere(hub, destination, open.key))) await confirm(hub, open, rows)
    else await sendAgain(hub, rows)
  }
  // Without a journal there is nothing to compare with; sending again is the same as once.
  await sendAgain(hub, await rowsOf(db, settings.id, ['unknown', 'delivered']))
}

/** A place that cannot be read just now has not shown it: sending again is the same as once, and tells what is wrong there. */
async function standsThere({ db }: HubContext, destination: Destination, key: string): Promise<boolean> {
  try {
    return (await readBack(db, destination, key)).length === 0
  } catch (error) {
    if (isCode(error, 'SQLITE')) throw error
    return false
  }
}

async function sendAgain(hub: HubContext, rows: readonly EntryRow[]): Promise<void> {
  await hub.db.transaction().execute(async (writer) => {
    for (const row of rows) await moveEntry(writer, hub, row, 'retrying', { dueAt: hub.now().toISOString() })
  })
}

/** Takes the entries whose turn it is and writes down, in the same transaction, what is about to be done with them. */
async function takeDue(
  hub: HubContext,
  press: Press,
  settings: DestinationSettings,
): Promise<OpenDelivery | 'nothing due' | 'all overtaken'> {
  const now = hub.now().toISOString()
  return hub.db.transaction().execute(async (writer) => {
    const rows = await rowsOf(writer, settings.id, [...waitingStates, 'failed', 'error'])
    const needing = (row: EntryRow) => row.state === 'failed' || row.state === 'error'
    // Order holds: whatever waits behind an entry whose time has not come waits with it. Failed ones go along with the next.
    const barred = rows.findIndex((row) => !needing(row) && row.due_at > now)
    const turn = (barred < 0 ? rows : rows.slice(0, barred)).slice(0, mostEntries)
    if (!turn.some((row) => !needing(row))) return 'nothing due'
    await forgetOtherFolders(writer, settings.id, settings.folder)
    const state = await readState(writer, settings.id)
    const target = await targetOf(writer, turn, state?.place ?? 0)
    const taken: EntryRow[] = []
    for (const row of turn) {
      const ready = row.state === 'pending' || row.state === 'retrying' ? row : await moveEntry(writer, hub, row, 'pending')
      const overtaken = await overtakenBy(writer, press, ready, target)
      if (overtaken === '') taken.push(await moveEntry(writer, hub, ready, 'in_progress', { detail: '' }))
      else await moveEntry(writer, hub, ready, 'superseded', { detail: overtaken })
    }
    const last = taken.at(-1)
    if (!last) return 'all overtaken'
    const plan: DeliveryPlan = {
      entries: taken.map(({ id }) => id),
      place: target,
      made: press.made,
      front: press.front.name,
      folder: settings.folder,
      sequence: last.sequence,
      isWhole: await anySentAgain(writer, taken),
    }
    await beginDelivery(writer, last.id, settings.id, now, plan)
    return { key: last.id, destination: settings.id, state: 'begun', plan }
  })
}

async function anySentAgain(reader: Reader, rows: readonly EntryRow[]): Promise<boolean> {
  for (const row of rows) if (await isSentAgain(reader, row)) return true
  return false
}

/** The place of the record that these entries bring the site to: never back to an older one. [QU3] */
async function targetOf(reader: Reader, rows: readonly EntryRow[], shown: number): Promise<number> {
  let target = shown
  for (const { article, edition, action } of rows) {
    if (action !== 'publish') continue
    const row = await reader
      .selectFrom('record')
      .select('place')
      .where('article', '=', article)
      .where('edition', '=', edition)
      .executeTakeFirst()
    target = Math.max(target, row?.place ?? 0)
  }
  return target === 0 ? headPlace(reader) : target
}

/** Why an entry is not sent any more; empty when it is. */
async function overtakenBy(reader: Reader, press: Press, row: EntryRow, target: number): Promise<string> {
  if (row.action === 'rebuild') return row.subject_hash === press.made ? '' : 'The settings were changed again since.'
  if (row.action === 'front') return row.subject_hash === press.front.subject ? '' : 'The front was arranged again since.'
  const newest = (await editionsOf(reader, target, row.article)).at(-1)
  return newest && newest.edition > row.edition ? `Edition ${newest.edition} took its place.` : ''
}

async function send(
  hub: HubContext,
  press: Press,
  settings: DestinationSettings,
  open: OpenDelivery,
  options: DeliveryOptions,
): Promise<Worked> {
  const { db } = hub
  const { key, plan } = open
  const inProgress = await rowsById(db, plan.entries)
  const order = { key, destination: settings.id, folder: settings.folder, place: plan.place, isWhole: plan.isWhole }
  try {
    for (const { article, edition, action } of inProgress) if (action === 'publish') await checkApproved(db, article, edition)
    const destination = openDestination(hub, settings, (await readState(db, settings.id))?.folder === settings.folder)
    const sent = await deliver(hub, press, destination, order, options)
    const rows = await db.transaction().execute(async (writer) => {
      await moveDelivery(writer, key, 'applied', hub.now().toISOString())
      const moved: EntryRow[] = []
      for (const row of inProgress) moved.push(await tellDelivered(writer, hub, row, sent.written))
      return moved
    })
    options.step?.('delivered')
    return await seen(hub, press, destination, order, open, rows, options)
  } catch (error) {
    // A fault of the hub's own file is no outcome of a delivery, and there is nowhere to note one.
    if (isCode(error, 'SQLITE')) throw error
    const ends = await db.transaction().execute(async (writer) => {
      const moved = []
      for (const row of await rowsById(writer, plan.entries)) {
        moved.push(error instanceof DeliveryFailure ? await tellFailure(writer, hub, row, error) : await tellError(writer, hub, row, error))
      }
      return moved
    })
    return { delivered: 0, failed: ends.filter((end) => end !== 'retrying').length }
  }
}

/** Reads everything back. What does not stand there as sent is written once more and read once more; then it has to wait. [QU2] */
async function seen(
  hub: HubContext,
  press: Press,
  destination: Destination,
  order: DeliveryOrder,
  open: OpenDelivery,
  rows: readonly EntryRow[],
  options: DeliveryOptions,
): Promise<Worked> {
  const { db } = hub
  let differing = await readBack(db, destination, order.key)
  let mended: Delivered | undefined
  if (differing.length > 0) {
    await db.transaction().execute((writer) => doubt(writer, order.destination, differing))
    mended = await deliver(hub, press, destination, order, options)
    differing = await readBack(db, destination, order.key)
  }
  if (differing.length > 0) {
    await db.transaction().execute((writer) => doubt(writer, order.destination, differing))
    throw new DeliveryFailure(
      'transient',
      `${differing[0]} was sent, but reading it back gave other bytes. Nothing is lost; it is sent again by itself.`,
    )
  }
  options.step?.('read back')
  const written = mended?.written ?? 0
  await confirm(hub, open, written === 0 ? rows : rows.map((row) => ({ ...row, files_written: row.files_written + written })))
  options.step?.('live')
  return { delivered: rows.length, failed: 0 }
}

/** Read back and equal: live. From here on the destination is known to show this place of the record. */
async function confirm(hub: HubContext, { key, destination, plan }: OpenDelivery, rows: readonly EntryRow[]): Promise<void> {
  const now = hub.now().toISOString()
  await hub.db.transaction().execute(async (writer) => {
    for (const row of rows) {
      const sent = row.state === 'unknown' ? await tellDelivered(writer, hub, row, row.files_written) : row
      await tellLive(writer, hub, sent, row.action === 'publish' ? await pageHash(writer, destination, row) : plan.made)
    }
    const values = { folder: plan.folder, place: plan.place, made: plan.made, front: plan.front, sequence: plan.sequence }
    await writer
      .insertInto('site_state')
      .values({ destination, ...values })
      .onConflict((conflict) => conflict.column('destination').doUpdateSet(values))
      .execute()
    await moveDelivery(writer, key, 'verified', now)
  })
}

/** Hash of the article's page as it stands, seen a moment ago. */
async function pageHash(reader: Reader, destination: string, { article, edition }: EntryRow): Promise<string> {
  const { address } = await reader
    .selectFrom('record')
    .select('address')
    .where('article', '=', article)
    .where('edition', '=', edition)
    .executeTakeFirstOrThrow()
  const path = pathOfName({ page: 'article', article, address })
  const file = await reader
    .selectFrom('site_file')
    .select('content')
    .where('destination', '=', destination)
    .where('path', '=', path)
    .executeTakeFirstOrThrow()
  return file.content
}
