/** The journal of deliveries: what was going to be written, durably before the first byte, and what stands where. [QU11] */
import { sql } from 'kysely'
import type { Hash } from '../../shared/canonical.ts'
import type { Reader, Writer } from '../context.ts'
import type { Row } from '../storage/schema.ts'
import type { Known, Planned } from './plan.ts'

/** A delivery: several entries go out together, under the key of the last of them, and bring the site to one place of the record. */
export interface DeliveryPlan {
  readonly entries: readonly string[]
  readonly place: number
  readonly made: Hash
  /** Name of the arrangement of the front. */
  readonly front: string
  readonly folder: string
  readonly sequence: number
  /** Every page is looked at, not only those that newer entries reach. */
  readonly isWhole: boolean
}

/** One batch of a delivery: every path it reaches with the hash that has to stand there, and those that have to be gone. */
export interface BatchPlan {
  readonly files: Readonly<Record<string, Hash>>
  readonly removed: readonly string[]
}

export interface OpenDelivery {
  readonly key: string
  readonly destination: string
  readonly state: Row<'intent'>['state']
  readonly plan: DeliveryPlan
}

/** Begins a delivery, or begins it again under the same key. */
export async function beginDelivery(writer: Writer, key: string, destination: string, at: string, plan: DeliveryPlan): Promise<void> {
  const values = { entry: key, destination, state: 'begun' as const, at, plan: JSON.stringify(plan) }
  await writer
    .insertInto('intent')
    .values({ key, ...values })
    .onConflict((conflict) => conflict.column('key').doUpdateSet(values))
    .execute()
}

export async function moveDelivery(writer: Writer, key: string, state: Row<'intent'>['state'], at: string): Promise<void> {
  await writer.updateTable('intent').set({ state, at }).where('key', '=', key).execute()
  if (state === 'verified') await writer.deleteFrom('intent').where('entry', '=', key).where('key', '<>', key).execute()
}

/** Batches are gone before their delivery is verified, so that all of them are open. A literal, or the index of what is open would not answer. */
const isOpen = sql<boolean>`state <> 'verified'`

/** Deliveries to a destination that were begun and not yet seen to have arrived. */
export async function openDeliveries(reader: Reader, destination: string): Promise<readonly OpenDelivery[]> {
  const rows = await reader
    .selectFrom('intent')
    .selectAll()
    .where('destination', '=', destination)
    .where(isOpen)
    .whereRef('key', '=', 'entry')
    .orderBy('at')
    .execute()
  return rows.map(({ key, state, plan }) => ({ key, destination, state, plan: JSON.parse(plan) as DeliveryPlan }))
}

/** The batches of a delivery, in their order; one at a time, as together they name every file of a site. */
export async function* batchesOf(reader: Reader, key: string): AsyncGenerator<BatchPlan> {
  const rows = await reader.selectFrom('intent').select('key').where('entry', '=', key).where('key', '<>', key).orderBy('key').execute()
  for (const row of rows) {
    const { plan } = await reader.selectFrom('intent').select('plan').where('key', '=', row.key).executeTakeFirstOrThrow()
    yield JSON.parse(plan) as BatchPlan
  }
}

/** Written before the batch's first byte. */
export async function recordIntent(
  writer: Writer,
  key: string,
  n: number,
  destination: string,
  at: string,
  planned: readonly Planned[],
): Promise<void> {
  await writer
    .insertInto('intent')
    .values({
      key: batchKey(key, n),
      entry: key,
      destination,
      state: 'begun',
      at,
      plan: batchText(planned),
    })
    .execute()
}

/** A `BatchPlan`, as text at once: an object of three thousand names is dear to make and dearer to forget. */
function batchText(planned: readonly Planned[]): string {
  const files = planned.flatMap((file) => (file.kind === 'remove' ? [] : [`${JSON.stringify(file.path)}:"${file.content}"`]))
  const removed = planned.flatMap((file) => (file.kind === 'remove' ? [file.path] : []))
  return `{"files":{${files.join(',')}},"removed":${JSON.stringify(removed)}}`
}

/** Written once the batch is in place: what stands there now, made from what. */
export async function recordApplied(
  writer: Writer,
  key: string,
  n: number,
  destination: string,
  planned: readonly Planned[],
): Promise<void> {
  const kept = planned.flatMap((file) => (file.kind === 'remove' ? [] : [[file.path, file.inputs, file.content]]))
  // One text whatever there is to note: a statement of a thousand rows costs more to put together than to run. In the order
  // they stand in, or one page of the file is asked for again and again.
  await sql`INSERT INTO site_file (destination, path, inputs, content)
    SELECT ${destination}, value ->> 0, value ->> 1, value ->> 2 FROM json_each(${JSON.stringify(kept)}) WHERE true ORDER BY 2
    ON CONFLICT (destination, path) DO UPDATE SET inputs = excluded.inputs, content = excluded.content`.execute(writer)
  for (const file of planned) {
    if (file.kind === 'remove')
      await writer.deleteFrom('site_file').where('destination', '=', destination).where('path', '=', file.path).execute()
  }
  await writer.updateTable('intent').set({ state: 'applied' }).where('key', '=', batchKey(key, n)).execute()
}

/**
 * Batches that an interruption left at a destination, under whatever key: an entry that was being sent goes out again together
 * with newer ones, and then under the key of the last of them.
 */
export async function leftBatches(
  reader: Reader,
  destination: string,
): Promise<readonly (BatchPlan & { readonly state: Row<'intent'>['state'] })[]> {
  const rows = await reader
    .selectFrom('intent')
    .select(['state', 'plan'])
    .where('destination', '=', destination)
    .where(isOpen)
    .whereRef('key', '<>', 'entry')
    .orderBy('key')
    .execute()
  return rows.map(({ state, plan }) => ({ state, ...(JSON.parse(plan) as BatchPlan) }))
}

/**
 * Before a delivery goes on after an interruption: `placed`, files that a half-applied batch put down, are ours and to be written again;
 * its intents have served, and so have the deliveries that this one took over.
 */
export async function absorbBatches(writer: Writer, key: string, destination: string, placed: readonly string[]): Promise<void> {
  await doubt(writer, destination, placed)
  const open = writer.deleteFrom('intent').where('destination', '=', destination).where(isOpen)
  await open.whereRef('key', '<>', 'entry').execute()
  await open.where('key', '<>', key).execute()
}

/** Files that do not hold, or may not hold, what was written: ours, to be written again. */
export async function doubt(writer: Writer, destination: string, paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    await writer
      .insertInto('site_file')
      .values({ destination, path, inputs: '', content: '' })
      .onConflict((conflict) => conflict.columns(['destination', 'path']).doUpdateSet({ inputs: '', content: '' }))
      .execute()
  }
}

/** What stands at a destination: of these paths, or all of it. */
export async function readKnown(reader: Reader, destination: string, paths?: readonly string[]): Promise<Known> {
  const known = new Map<string, { inputs: Hash; content: Hash }>()
  const all = reader.selectFrom('site_file').select(['path', 'inputs', 'content']).where('destination', '=', destination)
  const parts = paths === undefined ? [all] : slices(paths, 500).map((part) => all.where('path', 'in', part))
  for (const part of parts) for (const { path, inputs, content } of await part.execute()) known.set(path, { inputs, content })
  return known
}

/** Nothing is known of a destination that was moved to another folder, or whose folder vanished. */
export async function forgetSite(writer: Writer, destination: string): Promise<void> {
  await writer.deleteFrom('site_file').where('destination', '=', destination).execute()
  await writer.deleteFrom('site_state').where('destination', '=', destination).execute()
}

/**
 * Deliveries that were begun into another folder than this one are over. Unless a site is known to be shown, what is noted of
 * files is what they wrote there, and says nothing of this folder.
 */
export async function forgetOtherFolders(writer: Writer, destination: string, folder: string): Promise<void> {
  const others = (await openDeliveries(writer, destination)).filter(({ plan }) => plan.folder !== folder)
  for (const { key } of others) await writer.deleteFrom('intent').where('entry', '=', key).execute()
  const shown = await writer.selectFrom('site_state').select('folder').where('destination', '=', destination).executeTakeFirst()
  if (others.length > 0 && !shown) await forgetSite(writer, destination)
}

function slices(list: readonly string[], size: number): readonly string[][] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, index) => list.slice(index * size, (index + 1) * size))
}

function batchKey(key: string, n: number): string {
  return `${key}/${String(n).padStart(6, '0')}`
}
