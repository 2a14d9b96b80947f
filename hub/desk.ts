/** The desk's hub: answers the messages of `shared/sync/messages.ts` over its own file, and does what is due by its clock. */
import { randomUUID } from 'node:crypto'
import { statSync } from 'node:fs'
import { type HubAnswer, HubRequest, type HubRequestOf, protocolVersion } from '../shared/sync/messages.ts'
import { copyTo } from '../sqlite/migrate.ts'
import { hashWithNode } from '../sqlite/hashing.ts'
import { damageSentence, isDamage } from '../sqlite/damage.ts'
import { diskTrouble } from '../sqlite/trouble.ts'
import { append } from './append.ts'
import { getBlob, putBlob } from './blobs.ts'
import { type Clock, nextAt, startClock } from './clock.ts'
import type { HubContext } from './context.ts'
import { joinedHints } from './hints.ts'
import { readOwnStream } from './ownStream.ts'
import {
  buildSite,
  cancelEntry,
  countOverdue,
  listQueue,
  listUndelivered,
  receiptsOf,
  namedBeside,
  previewFront,
  recoverQueue,
  reportNames,
  resendEntry,
  retryEntry,
  verifySites,
} from './publishing/publisher.ts'
import { countRewrites } from './publishing/rewrites.ts'
import { pull } from './pull.ts'
import { rebuildProjections } from './rebuild.ts'
import { type HubStorage, openHubStorage } from './storage/open.ts'
import { verifyHub } from './verify.ts'

export interface HubOptions {
  readonly file: string
  readonly key: Uint8Array
  /** The data folder, in which a destination without a folder of its own stands. */
  readonly folder: string
  /** Where the site's theme is. */
  readonly resources: string
  /** Does releases and deliveries when they are due; off for scripts, which ask for `work`. */
  readonly automatic: boolean
  /** The file was restored from a backup: a new epoch begins. [SY6] */
  readonly restored: boolean
  readonly now: () => Date
  readonly emit: HubContext['emit']
}

export interface HubDesk {
  /** Answers one message; bad messages are answered too. Rejects never. */
  handle(message: unknown): Promise<HubAnswer<HubRequest['type']>>
  close(): Promise<void>
}

/** Opens or creates the hub's file. Throws `NewerFile`, `UnreadableFile` and SQLite's own errors. */
export async function openDesk(options: HubOptions): Promise<HubDesk> {
  hashWithNode()
  const storage = openHubStorage(options)
  await beginEpoch(storage, options)
  const hints = joinedHints(options.emit)
  const hub: HubContext = {
    db: storage.db,
    now: options.now,
    randomId: randomUUID,
    stream: await readOwnStream(storage.db, randomUUID),
    folder: options.folder,
    resources: options.resources,
    emit: options.emit,
    hint: hints.hint,
  }
  await recoverQueue(hub)
  const clock = startClock(hub, options.automatic)
  return {
    handle: (message) => answer(hub, storage, clock, message),
    async close() {
      await clock.stop()
      hints.close()
      await storage.db.destroy()
    },
  }
}

async function beginEpoch({ db }: HubStorage, { now, restored }: HubOptions): Promise<void> {
  const desk = await db.selectFrom('desk').select(['epoch', 'head']).executeTakeFirst()
  const at = now().toISOString()
  if (desk && !restored) return
  await db.transaction().execute(async (writer) => {
    if (!desk) await writer.insertInto('desk').values({ one: 1, id: '', epoch: 1, head: 0, state: '' }).execute()
    const [epoch, parent] = desk ? [desk.epoch + 1, desk.epoch] : [1, 0]
    await writer.updateTable('desk').set({ epoch }).execute()
    const reason = desk ? 'restored from a backup' : 'begun'
    await writer
      .insertInto('epoch_line')
      .values({ epoch, parent, from_seq: desk?.head ?? 0, reason, at })
      .execute()
  })
}

async function answer(hub: HubContext, storage: HubStorage, clock: Clock, message: unknown): Promise<HubAnswer<HubRequest['type']>> {
  const parsed = HubRequest.safeParse(message)
  if (!parsed.success)
    return {
      ok: false,
      refusal: 'INVALID',
      at: 0,
      message: `The hub could not read this message: ${parsed.error.issues[0]?.message ?? ''}.`,
    }
  try {
    return await dispatch(hub, storage, clock, parsed.data)
  } catch (error) {
    const trouble = diskTrouble(error)
    if (trouble) return { ok: false, refusal: trouble.code === 'full' ? 'FULL' : 'INTERNAL', at: 0, message: trouble.message }
    if (isDamage(error)) return { ok: false, refusal: 'INTERNAL', at: 0, message: damageSentence }
    const message = error instanceof Error ? error.message : String(error)
    return { ok: false, refusal: 'INTERNAL', at: 0, message: `The hub could not do this (${parsed.data.type}): ${message}` }
  }
}

async function dispatch(hub: HubContext, storage: HubStorage, clock: Clock, request: HubRequest): Promise<HubAnswer<HubRequest['type']>> {
  const progress = (step: string, done: number, total: number) => hub.emit({ type: 'progress', step, done, total })
  switch (request.type) {
    case 'hello':
      return hello(hub, request)
    case 'push': {
      const pushed = await append(hub, request)
      if (pushed.ok) {
        hub.hint(pushed.value.head)
        if (request.ops.some(({ kind }) => rebuilding.has(kind))) await clock.rebuild()
        await clock.wind()
      }
      return pushed
    }
    case 'pull':
      return pull(hub, request)
    case 'putBlob':
      return putBlob(hub, request)
    case 'getBlob':
      return getBlob(hub, request)
    case 'work':
      return { ok: true, value: { ...(await clock.work()), ...(await waiting(hub)) } }
    case 'queue':
      return { ok: true, value: { entries: await listQueue(hub.db, request) } }
    case 'undelivered':
      return { ok: true, value: { entries: await listUndelivered(hub.db) } }
    case 'receipts':
      return { ok: true, value: { entries: await receiptsOf(hub.db, request.article) } }
    case 'retry':
    case 'cancel':
    case 'resend': {
      const done = await queueActs[request.type](hub, request.entry)
      await clock.wind()
      hub.emit({ type: 'queue' })
      return { ok: true, value: { done } }
    }
    case 'overdue':
      return { ok: true, value: { overdue: await countOverdue(hub.db, hub.now()) } }
    case 'stop':
      return { ok: true, value: { done: clock.stopDelivery() } }
    case 'reports':
      return { ok: true, value: { series: await reportNames(hub.db) } }
    case 'named': {
      const { article, previously, part } = request
      const number = request.number || Number.POSITIVE_INFINITY
      return { ok: true, value: await namedBeside(hub, { article, number, previously, part: part ?? undefined }) }
    }
    case 'previewFront': {
      const { bytes, type } = await previewFront(hub, request.slots, request.house)
      return { ok: true, value: { bytes, type } }
    }
    case 'rewrites':
      return { ok: true, value: { rewrites: await countRewrites(hub, request.settings) } }
    case 'buildSite':
      return { ok: true, value: await buildSite(hub, request.folder, (done, total) => progress('site', done, total)) }
    case 'verify':
      return { ok: true, value: { problems: [...(await verifyHub(hub, progress)), ...(await verifySites(hub))] } }
    case 'rebuild':
      return { ok: true, value: await rebuildProjections(hub, (done, total) => progress('rebuild', done, total)) }
    case 'copy':
      copyTo(storage.file, request.file)
      return { ok: true, value: { bytes: statSync(request.file).size } }
    case 'checkpoint':
      storage.file.pragma('wal_checkpoint(TRUNCATE)')
      return { ok: true, value: { done: true } }
  }
}

/** What only the house or the front changed goes out by itself. */
const rebuilding: ReadonlySet<string> = new Set(['settings.change', 'words.agree', 'front.arrange'])

const queueActs = { retry: retryEntry, cancel: cancelEntry, resend: resendEntry } as const

async function hello({ db, now }: HubContext, { streams, p }: HubRequestOf<'hello'>): Promise<HubAnswer<'hello'>> {
  if (p !== protocolVersion)
    return {
      ok: false,
      refusal: 'UPGRADE',
      at: protocolVersion,
      message: 'This workstation and its hub are of different versions. Update the older one; nothing is lost meanwhile.',
    }
  const desk = await db.selectFrom('desk').select(['id', 'epoch', 'head']).executeTakeFirstOrThrow()
  const known =
    streams.length === 0
      ? []
      : await db
          .selectFrom('stream')
          .select(['id', 'acked', 'chain'])
          .where('id', 'in', [...streams])
          .execute()
  return {
    ok: true,
    value: {
      epoch: desk.epoch,
      desk: desk.id,
      head: desk.head,
      streams: known.map(({ id, acked, chain }) => ({ stream: id, acked, chain })),
      now: now().toISOString(),
    },
  }
}

async function waiting(hub: HubContext): Promise<{ readonly waiting: number; readonly nextAt: string }> {
  const releases = await hub.db
    .selectFrom('article')
    .select((count) => count.fn.countAll<number>().as('n'))
    .where('due_at', '<>', '')
    .executeTakeFirstOrThrow()
  const entries = await hub.db
    .selectFrom('queue')
    .select((count) => count.fn.countAll<number>().as('n'))
    .where('state', 'in', ['waiting', 'pending', 'retrying', 'unknown', 'delivered'])
    .executeTakeFirstOrThrow()
  return { waiting: releases.n + entries.n, nextAt: await nextAt(hub) }
}
