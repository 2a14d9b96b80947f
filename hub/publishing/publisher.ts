/** Publishing, as the hub asks for it: what is due, what is queued, a site of its own elsewhere, and whether all of it still stands. */
import { resolve } from 'node:path'
import type { FrontSlots } from '../../shared/desk/front.ts'
import type { HouseSettings } from '../../shared/desk/settings.ts'
import type { Named, Page } from '../../shared/site/model.ts'
import { renderPage } from '../../shared/site/page.ts'
import type { HubContext, Writer } from '../context.ts'
import { deliver, type DeliveryOptions, readBack } from './delivery.ts'
import { openFolder } from './destinations/folder.ts'
import { isOwnFolderGone, openDestination } from './destinations/open.ts'
import { differingFiles } from './differing.ts'
import { headPlace } from './entries.ts'
import { DeliveryFailure } from './failure.ts'
import { beginDelivery, moveDelivery } from './journal.ts'
import { gather } from './gather.ts'
import { openPress, type Press, pressFront, pressOf } from './press.ts'
import { readDesk } from '../storage/projections.ts'
import { recoverDestination, workDestination, type Worked } from './queue.ts'
import { namedBy, type Naming } from './named.ts'
import { openSite } from './site.ts'
import { addFront, addRebuild, moveEntry, openStates, rowsOf, waitingStates } from './queueEntries.ts'

export { cancelEntry, resendEntry, retryEntry } from './queueActs.ts'
export { countOverdue } from './overdue.ts'
export { reportNames } from './reports.ts'
export { listQueue, listUndelivered, receiptsOf } from './queueEntries.ts'

/** Does every delivery that is due, destination by destination: the failure of one holds up no other. [QU9] One call at a time. */
export async function workQueue(hub: HubContext, options: DeliveryOptions = {}): Promise<Worked> {
  const press = await openPress(hub)
  if (!press) return { delivered: 0, failed: 0 }
  await cancelOrphans(
    hub,
    press.destinations.map(({ id }) => id),
  )
  let delivered = 0
  let failed = 0
  const onProgress = options.onProgress ?? ((done, total) => hub.emit({ type: 'progress', step: 'publish', done, total }))
  for (const destination of press.destinations) {
    const worked = await workDestination(hub, press, destination, { ...options, onProgress })
    delivered += worked.delivered
    failed += worked.failed
  }
  return { delivered, failed }
}

/** At a start: what was being sent when the program ended is read back. [QU1] */
export async function recoverQueue(hub: HubContext): Promise<void> {
  const desk = await readDesk(hub.db)
  for (const destination of desk?.settings.destinations ?? []) await recoverDestination(hub, destination)
}

/** Queues a rebuild for each destination that shows a site made with other settings, an older renderer or another theme, or none where one was. [QU3] */
export async function ensureRebuilds(hub: HubContext): Promise<void> {
  const press = await openPress(hub)
  if (!press) return
  await hub.db.transaction().execute(async (writer) => {
    const released = await headPlace(writer)
    for (const settings of press.destinations) {
      const { id, folder } = settings
      const state = await writer.selectFrom('site_state').selectAll().where('destination', '=', id).executeTakeFirst()
      const isMade = state ? state.made === press.made && state.folder === folder && !isOwnFolderGone(hub, settings) : released === 0
      if (isMade && state && state.front !== press.front.name) await ensureFront(writer, hub, id, press)
      if (isMade) continue
      const rows = await rowsOf(writer, id, openStates)
      // Whatever goes to a place that shows nothing yet, or something else, writes all of it.
      const isComing = state ? rows.some((row) => row.action === 'rebuild' && row.subject_hash === press.made) : rows.length > 0
      if (!isComing) await addRebuild(writer, hub, id, press.made)
    }
  })
}

/** At a start: a site that is gone from the desk's own folder is laid again from the record. [BK9] */
export async function ensureLaid(hub: HubContext): Promise<void> {
  const destinations = (await readDesk(hub.db))?.settings.destinations ?? []
  if (destinations.some((settings) => isOwnFolderGone(hub, settings))) await ensureRebuilds(hub)
}

/** An arrangement of the front goes out by an entry of its own, unless something that is on its way there brings it along. */
async function ensureFront(writer: Writer, hub: HubContext, destination: string, press: Press): Promise<void> {
  const rows = await rowsOf(writer, destination, [...waitingStates, 'in_progress'])
  if (rows.length === 0) await addFront(writer, hub, destination, press.front.subject)
}

/** The pieces that an article's page names, as the record stands: for its preview. */
export async function namedBeside(hub: HubContext, naming: Naming): Promise<Named> {
  const press = await openPress(hub)
  if (!press) return { previously: [], before: null, after: null }
  return (await namedBy(openSite(hub.db, press, await headPlace(hub.db)), naming)).listed()
}

/** The front page with other slots, and in the words of `house` where it is not null, as it would be if nothing else changed. */
export async function previewFront(hub: HubContext, slots: FrontSlots, house: HouseSettings | null = null): Promise<Page> {
  const desk = await readDesk(hub.db)
  if (!desk) throw new Error('no desk is begun here yet')
  // A press of its own: what is made with other words must not be kept under the name of these.
  const press = await pressOf(hub.resources, { ...desk, settings: house ?? desk.settings })
  const site = openSite(hub.db, { ...press, front: pressFront(slots, 0) }, await headPlace(hub.db))
  const gathered = await gather(site, { page: 'front' })
  if (!gathered) throw new Error('a site always has a front')
  return renderPage(await gathered.spec(), press.house)
}

/** When the next delivery is due, ISO; empty when none waits. */
export async function nextDeliveryAt({ db }: HubContext): Promise<string> {
  const row = await db
    .selectFrom('queue')
    .select('due_at')
    .where('state', 'in', [...waitingStates])
    .orderBy('due_at')
    .limit(1)
    .executeTakeFirst()
  return row?.due_at ?? ''
}

/**
 * The whole site into `folder`: what is there already and right is left alone, files of ours that no page stands for go, a
 * file of somebody else ends it. Answers how many files the site has. Throws `DeliveryFailure` with a sentence for people.
 */
export async function buildSite(
  hub: HubContext,
  folder: string,
  onProgress: (done: number, total: number) => void,
): Promise<{ readonly files: number }> {
  const press = await openPress(hub)
  if (!press) throw new DeliveryFailure('permanent', 'There is no desk here yet, so there is no site to build.')
  const root = resolve(hub.folder, folder)
  const destination = `folder:${root}`
  const target = openFolder({ folder: root, isOwn: false, isKnown: false })
  const place = await headPlace(hub.db)
  const plan = { entries: [], place, made: press.made, front: press.front.name, folder: root, sequence: 0, isWhole: true }
  await hub.db.transaction().execute((writer) => beginDelivery(writer, destination, destination, hub.now().toISOString(), plan))
  const { files } = await deliver(hub, press, target, { key: destination, destination, folder: root, place, isWhole: true }, { onProgress })
  const [differing] = await readBack(hub.db, target, destination)
  if (differing !== undefined)
    throw new DeliveryFailure('transient', `${differing} was written, but reading it back gave other bytes. Build the site again.`)
  await hub.db.transaction().execute((writer) => moveDelivery(writer, destination, 'verified', hub.now().toISOString()))
  return { files }
}

/** Every public file at every destination, read as a reader would: each that is missing or differs is named. */
export async function verifySites(hub: HubContext): Promise<readonly string[]> {
  const desk = await readDesk(hub.db)
  const problems: string[] = []
  for (const { id } of desk?.settings.destinations ?? []) problems.push(...(await verifySite(hub, id)))
  return problems
}

/** As `verifySites`, of one destination. */
export async function verifySite(hub: HubContext, id: string): Promise<readonly string[]> {
  const settings = (await readDesk(hub.db))?.settings.destinations.find((known) => known.id === id)
  if (!settings) return [`site ${id}: the desk has no such destination.`]
  const problems: string[] = []
  for await (const { path, isMissing } of differingFiles(hub.db, openDestination(hub, settings, true), id)) {
    problems.push(isMissing ? `site ${id}: ${path} is missing.` : `site ${id}: ${path} is not what was published; its bytes were changed.`)
  }
  return problems
}

/** Nothing can be sent to a destination that the settings name no more. */
async function cancelOrphans(hub: HubContext, known: readonly string[]): Promise<void> {
  await hub.db.transaction().execute(async (writer) => {
    const rows = await writer
      .selectFrom('queue')
      .selectAll()
      .where('state', 'in', [...waitingStates])
      .execute()
    for (const row of rows) {
      if (!known.includes(row.destination))
        await moveEntry(writer, hub, row, 'canceled', { detail: 'This destination was taken out of the settings.' })
    }
  })
}
