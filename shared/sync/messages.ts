/** What a workstation and a hub say to each other: the same in process, over a port and over a socket. */
import { z } from 'zod'
import { ArticleFields } from '../desk/fields.ts'
import { FrontSlots } from '../desk/front.ts'
import type { Rewrites } from '../desk/rewrites.ts'
import { HouseSettings } from '../desk/settings.ts'
import type { queueStates } from '../desk/queueState.ts'
import type { Named } from '../site/model.ts'
import type { OrderedOperation } from './operation.ts'

const hash = z.string().regex(/^[0-9a-f]{64}$/)
const id = z.string().max(60)
const bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array, 'is not bytes')

/** [SY18] */
export const limits = {
  pushOperations: 200,
  pushBytes: 256 * 1024,
  pageBytes: 1024 * 1024,
  blobPiece: 256 * 1024,
  waitingBatches: 64,
} as const
export const protocolVersion = 1

export const SignedOperationSchema = z.strictObject({
  stream: id,
  n: z.int().min(1),
  prev: hash,
  hash,
  sig: bytes,
  kind: z.string().max(40),
  v: z.int().min(1),
  subject: z.string().max(60),
  cmdId: id,
  body: bytes.nullable(),
  blob: z.union([z.literal(''), hash]),
  salt: bytes.nullable(),
  digest: hash,
  claimedAt: z.string().max(40),
})

/** Requests; `p` is the protocol's version. */
export const HubRequest = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('hello'),
    p: z.int(),
    device: id,
    streams: z.array(id).max(1000),
    app: z.string().max(40),
    schemaMax: z.int(),
  }),
  z.strictObject({
    type: z.literal('push'),
    epoch: z.int(),
    stream: id,
    from: z.int().min(1),
    prev: hash,
    ops: z.array(SignedOperationSchema).min(1).max(limits.pushOperations),
  }),
  z.strictObject({ type: z.literal('pull'), epoch: z.int(), cursor: z.int().min(0), max: z.int().min(1).max(limits.pageBytes) }),
  z.strictObject({ type: z.literal('putBlob'), name: hash, offset: z.int().min(0), total: z.int().min(0), piece: bytes }),
  z.strictObject({ type: z.literal('getBlob'), name: hash, from: z.int().min(0), to: z.int().min(0) }),
  /** Does the releases and deliveries that are due. */
  z.strictObject({ type: z.literal('work') }),
  /** `cursor`: of the last entry that went out on the page before; the first page has all that is still on its way. */
  z.strictObject({ type: z.literal('queue'), cursor: z.string().max(120).default(''), limit: z.int().min(1).max(10_000).default(10_000) }),
  /** Of the editions on their way, those that could not be sent, and nothing of all that only waits. */
  z.strictObject({ type: z.literal('undelivered') }),
  /** Every entry of an article, oldest first. */
  z.strictObject({ type: z.literal('receipts'), article: id }),
  z.strictObject({ type: z.literal('retry'), entry: id }),
  z.strictObject({ type: z.literal('cancel'), entry: id }),
  z.strictObject({ type: z.literal('resend'), entry: id }),
  /** How much is past its time and not live. [QU8] */
  z.strictObject({ type: z.literal('overdue') }),
  /** Ends the delivery that is under way; what it wrote stays. */
  z.strictObject({ type: z.literal('stop') }),
  /** Names of the special reports in the record. */
  z.strictObject({ type: z.literal('reports') }),
  /** The pieces that an article's page would name beside it; `number`: its own in the record, 0 while it has none; `part`: null for no part of a report. */
  z.strictObject({
    type: z.literal('named'),
    article: id,
    number: z.int().min(0),
    previously: z.array(id).max(3),
    part: ArticleFields.shape.series.nullable(),
  }),
  /** The front page as it would be, arranged so; `house`: settings that are not saved yet, null for those that stand. */
  z.strictObject({ type: z.literal('previewFront'), slots: FrontSlots, house: HouseSettings.nullable() }),
  /** How many files of the site would differ with these settings. */
  z.strictObject({ type: z.literal('rewrites'), settings: HouseSettings }),
  z.strictObject({ type: z.literal('buildSite'), folder: z.string().max(2000) }),
  z.strictObject({ type: z.literal('verify') }),
  z.strictObject({ type: z.literal('rebuild') }),
  z.strictObject({ type: z.literal('copy'), file: z.string().max(2000) }),
  /** Writes everything back into the file itself, so that its bytes can be read from outside. */
  z.strictObject({ type: z.literal('checkpoint') }),
])
export type HubRequest = z.infer<typeof HubRequest>
export type HubRequestOf<T extends HubRequest['type']> = Extract<HubRequest, { type: T }>

/** Why the hub does not take a request; `at` carries `acked` for GAP. */
export type HubRefusal = 'EPOCH' | 'GAP' | 'FORKED' | 'REVOKED' | 'UPGRADE' | 'BUSY' | 'FLOOR' | 'INVALID' | 'FULL' | 'INTERNAL'

export interface Outcome {
  readonly cmdId: string
  readonly seq: number
  readonly outcome: 'accepted' | 'refused'
  /** Failure code and sentence of a refusal; empty otherwise. */
  readonly code: string
  readonly reason: string
}

export interface QueueEntry {
  readonly id: string
  readonly article: string
  readonly edition: number
  readonly destination: string
  readonly action: 'publish' | 'rebuild' | 'front'
  readonly state: (typeof queueStates)[number]
  readonly sequence: number
  readonly detail: string
  readonly attempts: number
  readonly dueAt: string
  readonly changedAt: string
  readonly address: string
  readonly filesWritten: number
}

/** Tried again by itself, or in need of somebody. */
export type UndeliveredEntry = Pick<QueueEntry, 'article' | 'edition' | 'state' | 'attempts' | 'dueAt'>

export interface HubAnswers {
  readonly hello: {
    readonly epoch: number
    readonly desk: string
    readonly head: number
    readonly streams: readonly { readonly stream: string; readonly acked: number; readonly chain: string }[]
    readonly now: string
  }
  readonly push: {
    readonly epoch: number
    readonly acked: number
    readonly chain: string
    readonly head: number
    readonly outcomes: readonly Outcome[]
  }
  readonly pull: { readonly epoch: number; readonly ops: readonly OrderedOperation[]; readonly next: number; readonly head: number }
  readonly putBlob: { readonly have: number; readonly complete: boolean }
  readonly getBlob: { readonly total: number; readonly piece: Uint8Array }
  readonly work: {
    readonly released: number
    readonly delivered: number
    readonly failed: number
    readonly waiting: number
    readonly nextAt: string
  }
  readonly queue: { readonly entries: readonly QueueEntry[] }
  readonly undelivered: { readonly entries: readonly UndeliveredEntry[] }
  readonly receipts: { readonly entries: readonly QueueEntry[] }
  /** False: the entry is in no state for it. */
  readonly retry: { readonly done: boolean }
  readonly cancel: { readonly done: boolean }
  readonly resend: { readonly done: boolean }
  readonly overdue: { readonly overdue: number }
  /** False: nothing is being sent. */
  readonly stop: { readonly done: boolean }
  readonly reports: { readonly series: readonly string[] }
  readonly named: Named
  readonly previewFront: { readonly bytes: Uint8Array; readonly type: string }
  readonly rewrites: { readonly rewrites: Rewrites }
  readonly buildSite: { readonly files: number }
  readonly verify: { readonly problems: readonly string[] }
  readonly rebuild: { readonly before: string; readonly after: string }
  readonly copy: { readonly bytes: number }
  readonly checkpoint: { readonly done: true }
}

/** Every answer: the value, or a refusal with a sentence. */
export type HubAnswer<T extends HubRequest['type']> =
  | { readonly ok: true; readonly value: HubAnswers[T] }
  | { readonly ok: false; readonly refusal: HubRefusal; readonly at: number; readonly message: string }

/** Said by the hub unasked; a hint may be lost, pull is the truth. [SY3] */
export type HubEvent =
  | { readonly type: 'hint'; readonly head: number }
  | { readonly type: 'queue' }
  | { readonly type: 'progress'; readonly step: string; readonly done: number; readonly total: number }
  /** By the line, not the hub: the hub had ended and answers again. */
  | { readonly type: 'reopened' }

/** The one way to a hub, whatever carries it. Rejects only when the hub cannot be reached. */
export interface HubLine {
  ask<T extends HubRequest['type']>(request: HubRequestOf<T>): Promise<HubAnswer<T>>
  onEvent(listener: (event: HubEvent) => void): () => void
  close(): Promise<void>
}
