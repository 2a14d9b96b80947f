/** The sync client: outbox to the hub, the order back from it, one round at a time. Lives as long as the workstation. */
import { type HubAnswer, type HubLine, limits, type Outcome, protocolVersion } from '../../shared/sync/messages.ts'
import { type OrderedOperation, zeroHash } from '../../shared/sync/operation.ts'
import { readMeta, writeMeta } from '../database/meta.ts'
import type { Database } from '../database/open.ts'
import { hasUnsent, outboxHash, unsentOf } from '../database/outbox.ts'
import { acknowledge, allStreams, type StreamRow } from '../database/streams.ts'
import { type Applied, applyPage } from './apply.ts'
import { ownTurn } from '../documents/ownTurn.ts'
import { diskTrouble } from '../../sqlite/trouble.ts'
import { withoutWaiting } from '../../sqlite/withoutWaiting.ts'
import { contentsOf, fetchPictures, uploadBlob } from './blobs.ts'
import { blobsOf, withinLimits } from './push.ts'
import { HubRefused, value } from './hubRefused.ts'
import { deviceId } from './streams.ts'

export interface SyncOptions {
  readonly db: Database
  readonly line: HubLine
  readonly app: string
  readonly now: () => Date
  readonly onApplied: (applied: Applied) => void
  /** What was sent is acknowledged. */
  readonly onSent: () => void
  /** Offline since this instant; empty: the hub answers again. */
  readonly onLine: (offlineSince: string) => void
}

/** Milliseconds until a failed round is tried again: doubled each time, up to the second. */
const retries = [1000, 30_000] as const

/** Milliseconds after which a round that goes on tells again what was sent: while much is written it has no end for a long time. */
const betweenTellings = 2000

export class SyncClient {
  readonly #options: SyncOptions
  readonly #outcomes = new Map<string, Outcome>()
  readonly #awaited = new Set<string>()
  #round: Promise<void> | undefined
  #again = false
  #said = false
  #failures = 0
  #retry: NodeJS.Timeout | undefined
  #closed = false
  #isSoon = false
  #sentAt = ''
  #isSentAnew = false
  /** When the round began, or told last of what was sent; milliseconds. */
  #toldAt = 0
  /** Settled when the next page of the order is in. */
  #page = Promise.withResolvers<void>()

  constructor(options: SyncOptions) {
    this.#options = options
  }

  /** When something was last acknowledged; empty: nothing was since the program began. */
  get sentAt(): string {
    return this.#sentAt
  }

  /** Sends what is in the outbox and pulls what is new; resolves when nothing is left to do. Rejects when the hub cannot be reached or refuses. */
  sync(): Promise<void> {
    if (this.#round) {
      this.#again = true
      return this.#round
    }
    this.#round = this.#run().finally(() => {
      this.#round = undefined
    })
    return this.#round
  }

  /** Syncs when what is being done now has been answered; a failure is told by `onLine`. */
  soon(): void {
    if (this.#isSoon) return
    this.#isSoon = true
    setImmediate(() => {
      this.#isSoon = false
      void this.sync().catch(() => {})
    })
  }

  /** Syncs until these commands have their outcomes, in their order. Rejects as `sync` does; the commands then stay in the outbox. */
  async outcomesOf(cmdIds: readonly string[]): Promise<readonly Outcome[]> {
    for (const cmdId of cmdIds) this.#awaited.add(cmdId)
    try {
      // The first round may have begun before these commands were written.
      for (let round = 0; round < 3; round += 1) {
        const outcomes = await this.#outcomesIn(this.sync(), cmdIds)
        if (outcomes) return outcomes
      }
      throw new Error(`the hub gave no outcome for one of the commands ${cmdIds.join(', ')}`)
    } finally {
      for (const cmdId of cmdIds) {
        this.#awaited.delete(cmdId)
        this.#outcomes.delete(cmdId)
      }
    }
  }

  /** While others go on writing a round has no end: these wait only until their own place in the order is in. */
  async #outcomesIn(round: Promise<void>, cmdIds: readonly string[]): Promise<readonly Outcome[] | undefined> {
    for (let hasEnded = false; !hasEnded; ) {
      hasEnded = await Promise.race([round.then(() => true), this.#page.promise.then(() => false)])
      const outcomes = cmdIds.flatMap((cmdId) => this.#outcomes.get(cmdId) ?? [])
      const cursor = this.#cursor()
      const isIn = hasEnded || outcomes.every(({ seq }) => seq <= cursor)
      if (outcomes.length === cmdIds.length && isIn) {
        // Whoever else waits for it hears how it ends.
        round.catch(() => {})
        return outcomes
      }
    }
    return undefined
  }

  async #run(): Promise<void> {
    const { onLine, now } = this.#options
    this.#toldAt = now().getTime()
    try {
      do {
        this.#again = false
        if (!this.#said) await this.#hello()
        await this.#exchange()
      } while (this.#again)
      if (this.#isSentAnew) this.#tellSent()
      this.#failures = 0
      this.#forgetRetry()
      onLine('')
    } catch (error) {
      this.#said = false
      this.#later()
      const trouble = diskTrouble(error)
      // Our own file took nothing in: the hub is there all the same, and what it has comes with the next round.
      if (trouble) throw new HubRefused(trouble.code === 'full' ? 'FULL' : 'DISK', trouble.message)
      if (!(error instanceof HubRefused)) onLine(now().toISOString())
      throw error
    }
  }

  #tellSent(): void {
    this.#isSentAnew = false
    this.#toldAt = this.#options.now().getTime()
    this.#options.onSent()
  }

  /** What waits goes out by itself when there is room, or a hub, again; nobody has to touch a key for it. */
  #later(): void {
    // Rounds that somebody's keys begin meanwhile fail as well; they must not put off the one that comes by itself.
    if (this.#closed || this.#retry) return
    const pause = Math.min(retries[0] * 2 ** this.#failures, retries[1])
    this.#failures += 1
    this.#retry = setTimeout(() => {
      this.#retry = undefined
      void this.sync().catch(() => {})
    }, pause).unref()
  }

  #forgetRetry(): void {
    clearTimeout(this.#retry)
    this.#retry = undefined
  }

  /** Nothing is tried again afterwards; what waits goes out at the next start. */
  close(): void {
    this.#closed = true
    this.#forgetRetry()
  }

  /** Learns the epoch; what the hub has acknowledged is believed only where its chain is ours. [SY4] */
  async #hello(): Promise<void> {
    const { db, line, app } = this.#options
    const streams = allStreams(db)
    const { epoch, streams: known } = value(
      await line.ask({ type: 'hello', p: protocolVersion, device: deviceId(db), streams: streams.map(({ id }) => id), app, schemaMax: 1 }),
    )
    writeMeta(db, 'epoch', String(epoch))
    for (const { stream, acked, chain } of known) this.#acknowledge(stream, acked, chain)
    this.#said = true
  }

  /** One push of each stream that has something to send. Answers how far the log is known to go. */
  async #pushSome(): Promise<number> {
    let head = 0
    for (const stream of allStreams(this.#options.db)) head = Math.max(head, await this.#push(stream))
    return head
  }

  async #push(stream: StreamRow): Promise<number> {
    const { db, line } = this.#options
    for (;;) {
      const ops = withinLimits(unsentOf(db, stream.id, stream.acked, limits.pushOperations))
      const [first] = ops
      if (!first) return 0
      for (const op of ops) for (const blob of blobsOf(op)) await uploadBlob(db, line, blob)
      const answer = await line.ask({
        type: 'push',
        epoch: Number(readMeta(db, 'epoch') || '1'),
        stream: stream.id,
        from: first.n,
        prev: first.prev,
        ops: [...ops],
      })
      if (!answer.ok && answer.refusal === 'EPOCH') {
        this.#said = false
        await this.#hello()
        continue
      }
      const { acked, chain, outcomes, head } = value(answer)
      this.#acknowledge(stream.id, acked, chain)
      const at = this.#options.now()
      this.#sentAt = at.toISOString()
      this.#isSentAnew = true
      if (at.getTime() - this.#toldAt >= betweenTellings) this.#tellSent()
      for (const outcome of outcomes) if (this.#awaited.has(outcome.cmdId)) this.#outcomes.set(outcome.cmdId, outcome)
      return head
    }
  }

  #acknowledge(stream: string, acked: number, chain: string): void {
    const { db } = this.#options
    const own = acked === 0 ? zeroHash : outboxHash(db, stream, acked)
    // Rows that came back in the order are gone from the outbox: they were compared when they came.
    if (own !== undefined && own !== chain)
      throw new HubRefused(
        'FORKED',
        'The hub acknowledged something else than was sent. Everything is kept here; the desk’s administrator should look at its backups.',
      )
    // Should a power cut undo it, the hub says it again at the next start; so it is with a page that was taken in.
    withoutWaiting(db, () => acknowledge(db, stream, acked))
  }

  /** Pushes and pulls by turns until nothing is left of either: with much to send, the hub judges the next while what it has ordered is taken in here. */
  async #exchange(): Promise<void> {
    const { db, line, onApplied } = this.#options
    await this.#pushSome()
    for (let ahead: Promise<HubAnswer<'pull'>> | undefined; ; ) {
      const early = await ahead
      // One that was asked for ahead of its turn and has nothing is no sign that there is nothing.
      const page = early?.ok && early.value.ops.length > 0 ? early.value : value(await this.#ask(this.#cursor()))
      ahead = undefined
      if (page.ops.length === 0) {
        if (!hasUnsent(db)) return
        await this.#pushSome()
        continue
      }
      const own = new Set(allStreams(db).map(({ id }) => id))
      this.#checkOwn(page.ops, own)
      const contents = await contentsOf(db, line, page.ops)
      await fetchPictures(db, line, page.ops)
      const isMore = page.next < page.head || hasUnsent(db)
      // What was written meanwhile goes out before this page is taken in: the hub judges it at the same time, and answers with it.
      const pushed = this.#pushSome()
      // Should taking in fail, that is what is told; what was pushed is in the next round.
      pushed.catch(() => {})
      if (isMore) ahead = this.#ask(page.next)
      ahead?.catch(() => {})
      // With what an import writes in this turn of the loop it would be a long one: what people ask for comes between.
      await ownTurn()
      const applied = withoutWaiting(db, () => applyPage(db, page.ops, contents, (stream) => own.has(stream)))
      onApplied(applied)
      this.#page.resolve()
      this.#page = Promise.withResolvers()
      if (page.next >= Math.max(page.head, await pushed) && !hasUnsent(db)) return
    }
  }

  #ask(cursor: number): Promise<HubAnswer<'pull'>> {
    const epoch = Number(readMeta(this.#options.db, 'epoch') || '1')
    return this.#options.line.ask({ type: 'pull', epoch, cursor, max: limits.pageBytes })
  }

  #cursor(): number {
    return Number(readMeta(this.#options.db, 'cursor') || '0')
  }

  /** Our operations must come back as we signed them before they leave the outbox. */
  #checkOwn(ops: readonly OrderedOperation[], own: ReadonlySet<string>): void {
    for (const op of ops) {
      const sent = own.has(op.stream) ? outboxHash(this.#options.db, op.stream, op.n) : undefined
      if (sent !== undefined && sent !== op.hash)
        throw new HubRefused('FORKED', `Operation ${op.n} came back from the hub changed. Everything is kept here.`)
    }
  }
}
