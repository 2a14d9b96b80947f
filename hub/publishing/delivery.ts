/** One delivery: from what a destination shows to what it should show, in batches that are each announced, laid, placed and noted. */
import type { Reader, HubContext } from '../context.ts'
import { Assembly } from './assembly.ts'
import type { Destination, Step } from './destinations/destination.ts'
import { closureAfter, everyPage } from './closure.ts'
import { groupSize } from './group.ts'
import { endByHand, readyHand } from './hand.ts'
import { openSite, type Site } from './site.ts'
import { absorbBatches, type BatchPlan, batchesOf, forgetSite, leftBatches, readKnown } from './journal.ts'
import { type PageName, pathOfName } from './pageName.ts'
import { type Known, planPage } from './plan.ts'
import type { Press } from './press.ts'
import { Shipment } from './shipment.ts'

export interface DeliveryOrder {
  /** Stable: the same for each attempt. [QU11] */
  readonly key: string
  readonly destination: string
  /** As the settings name it. */
  readonly folder: string
  /** The record is shown up to this place. */
  readonly place: number
  /** Every page is looked at, not only those that the record’s newer entries reach. */
  readonly isWhole: boolean
}

export interface DeliveryOptions {
  readonly step?: Step
  /** Files looked at so far, and how many there will be; 0 while unknown. */
  readonly onProgress?: (done: number, total: number) => void
  /** Asked before each batch: true ends the delivery there. */
  readonly isStopped?: () => boolean
}

export interface Delivered {
  readonly written: number
  readonly removed: number
  /** Files looked at: all of the site after a full build. */
  readonly files: number
}

/** Makes and applies what is missing. Throws `DeliveryFailure`; what was applied by then stands, announced and noted. */
export async function deliver(
  hub: Pick<HubContext, 'db' | 'now'>,
  press: Press,
  destination: Destination,
  order: DeliveryOrder,
  options: DeliveryOptions = {},
): Promise<Delivered> {
  const { db } = hub
  if (order.isWhole && order.place > groupSize) readyHand()
  const found = await destination.check()
  await cleanUp(hub, destination, order)
  const state = await readState(db, order.destination)
  if (state && state.folder !== order.folder) await db.transaction().execute((writer) => forgetSite(writer, order.destination))
  const site = openSite(db, press, order.place)
  const shown = state && state.folder === order.folder ? state : undefined
  // An emptied folder is filled again: what is known of it no longer stands.
  const known = found === 'empty' ? emptied(await readKnown(db, order.destination)) : undefined
  const isPart = !order.isWhole && shown !== undefined && shown.made === press.made && known === undefined
  const build = isPart ? await part(site, order.destination, shown) : await whole(site, known ?? (await readKnown(db, order.destination)))
  const { step, onProgress } = options
  const shipment = new Shipment(hub, destination, {
    key: order.key,
    destination: order.destination,
    step,
    onLaid: (files) => onProgress?.(files, build.total),
  })
  const assembly = new Assembly(site, shipment, options.isStopped ?? (() => false))
  try {
    for await (const name of build.names) {
      if (!site.group) await assembly.sendArticles()
      const due = await planPage(site, name, build.known, assembly.pack)
      if (due) await assembly.add(due)
    }
    for (const path of build.leftOver()) await assembly.add({ kind: 'remove', path })
    await assembly.settle()
    await shipment.place()
  } catch (error) {
    // Whatever ended it: nothing of this delivery goes on behind it, and nothing half-done remains.
    await assembly.end()
    await shipment.drop()
    throw error
  } finally {
    // Nobody waits for it, and a thread that ended has forgotten it already.
    endByHand(site).catch(() => {})
  }
  if (shipment.touched.length > 0) await destination.settle(shipment.touched)
  return shipment.totals
}

/** Paths of a delivery that do not hold what it planned; none: a reader would get exactly that. [QU2] */
export async function readBack(reader: Reader, destination: Destination, key: string): Promise<readonly string[]> {
  const differing: string[] = []
  let before: Promise<readonly string[]> = Promise.resolve([])
  // While one batch is looked at the next one is read.
  for await (const batch of batchesOf(reader, key)) {
    const looking = differingIn(destination, batch)
    // Waited for at the next batch; until then a failure is no unhandled one.
    looking.catch(() => {})
    differing.push(...(await before))
    before = looking
  }
  return [...differing, ...(await before)]
}

async function differingIn(destination: Destination, { files, removed }: BatchPlan): Promise<readonly string[]> {
  const paths = Object.keys(files)
  const found = await destination.hashes([...paths, ...removed])
  return [
    ...paths.filter((path, index) => found[index] !== files[path]),
    ...removed.filter((_, index) => found[paths.length + index] !== undefined),
  ]
}

interface Build {
  readonly names: Iterable<PageName> | AsyncIterable<PageName>
  readonly known: Known
  readonly total: number
  /** Files of ours that no page stands for any more; asked for when all names were given. */
  leftOver(): readonly string[]
}

/** What newer entries of the record reach; and the front, when it was arranged anew and nothing else happened. */
async function part(site: Site, destination: string, shown: { readonly place: number; readonly front: string }): Promise<Build> {
  const reached = await closureAfter(site, shown.place)
  const names: readonly PageName[] = reached.length === 0 && shown.front !== site.press.front.name ? [{ page: 'front' }] : reached
  return { names, known: await readKnown(site.reader, destination, names.map(pathOfName)), total: names.length, leftOver: () => [] }
}

async function whole(site: Site, known: Known): Promise<Build> {
  const left = new Set(known.keys())
  async function* names(): AsyncGenerator<PageName> {
    for await (const name of everyPage(site)) {
      left.delete(pathOfName(name))
      yield name
    }
  }
  return { names: names(), known, total: known.size, leftOver: () => [...left] }
}

function emptied(known: Known): Known {
  return new Map([...known.keys()].map((path) => [path, { inputs: '', content: '' }]))
}

/** What an interrupted attempt left: half-laid files go, those it placed are ours, and all that it may have named lasts. */
async function cleanUp({ db }: Pick<HubContext, 'db'>, destination: Destination, { key, destination: id }: DeliveryOrder): Promise<void> {
  const left = await leftBatches(db, id)
  const placed: string[] = []
  for (const { state, files } of left) {
    if (state !== 'begun') continue
    const paths = Object.keys(files)
    await destination.clean(paths)
    const [found, known] = [await destination.hashes(paths), await readKnown(db, id, paths)]
    // What holds other bytes was not placed, and may be somebody else's.
    placed.push(...paths.filter((path, index) => found[index] === files[path] && known.get(path)?.content !== files[path]))
  }
  // Now, while the journal has their paths: this attempt may be interrupted too, and the next would not know of them.
  if (left.length > 0) await destination.settle(left.flatMap(({ files, removed }) => [...Object.keys(files), ...removed]))
  await db.transaction().execute((writer) => absorbBatches(writer, key, id, placed))
}

export async function readState(reader: Reader, destination: string) {
  return reader.selectFrom('site_state').selectAll().where('destination', '=', destination).executeTakeFirst()
}
