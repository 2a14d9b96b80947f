/** Sees to it that the log of writes comes into the workstation's file beside the main loop: within a save it is a stop that people feel. [DU5] */
import type { Worker } from 'node:worker_threads'
import { bringOnce, checkpointPages, logOfWrites, pagesToBring, spaceCheckpoints } from '../../sqlite/open.ts'
import type { Database } from '../database/open.ts'
import { startWorker } from '../workers.ts'
import type { CheckpointAnswer, CheckpointData, CheckpointRequest } from './checkpoint.worker.ts'

/** Pages of the log after which a commit brings them over itself: the worker did not come to it. */
const most = 4 * checkpointPages
/** Pages of the log after which the worker is helped to its end, when no more of them than these are left: some milliseconds. */
const long = 2 * checkpointPages
const little = 400
/** The worker is kept until nothing was asked of it for this long. */
const idle = 30_000
/** Until a full or failing disk is tried again. */
const afterTrouble = 10_000

export class Checkpoints {
  readonly #db: Database
  readonly #data: CheckpointData
  #worker: Worker | undefined
  #ended = Promise.resolve()
  #isUnderWay = false
  #isToLook = false
  #isClosed = false
  #timer: NodeJS.Timeout | undefined
  #notBefore = 0

  constructor(db: Database, data: CheckpointData) {
    this.#db = db
    this.#data = data
    spaceCheckpoints(db, most)
  }

  /** Something was written: when that makes enough pages the worker brings them over. */
  written(): void {
    if (this.#isToLook) return
    this.#isToLook = true
    // A page of the order tells of each of its articles: once after all of them is enough.
    queueMicrotask(() => this.#look())
  }

  #look(): void {
    this.#isToLook = false
    if (this.#isUnderWay || this.#isClosed || performance.now() < this.#notBefore) return
    if (pagesToBring(this.#db) < checkpointPages) return
    this.#ask('bringOver')
  }

  #ask(request: CheckpointRequest): void {
    this.#isUnderWay = true
    clearTimeout(this.#timer)
    this.#worker ??= this.#open()
    this.#worker.postMessage(request)
  }

  #open(): Worker {
    const worker = startWorker('checkpoint', { name: 'checkpoint', workerData: this.#data })
    const { promise, resolve } = Promise.withResolvers<void>()
    this.#ended = promise
    worker.on('message', (answer: CheckpointAnswer) => this.#hasDone(answer))
    // A worker that cannot begin, or ends by itself, is no loss: commits do its work.
    worker.on('error', () => this.#hasDone(false))
    worker.on('exit', () => {
      if (this.#worker === worker) this.#worker = undefined
      resolve()
    })
    return worker
  }

  #hasDone(isOver: CheckpointAnswer): void {
    this.#isUnderWay = false
    clearTimeout(this.#timer)
    if (isOver) this.#help()
    else this.#notBefore = performance.now() + afterTrouble
    if (this.#isUnderWay) return
    this.#timer = setTimeout(() => this.#letGo(), idle).unref()
  }

  /**
   * While very much is written the worker never meets the log at rest, and it would grow until a commit has to bring over all of it. The
   * little that is left is brought over here, between two commits: the log begins anew with the next.
   */
  #help(): void {
    if (this.#isClosed) return
    const { pages, toBring } = logOfWrites(this.#db)
    if (pages < long || toBring === 0) return
    if (toBring > little) return this.#ask('bringOver')
    try {
      bringOnce(this.#db)
    } catch {
      this.#notBefore = performance.now() + afterTrouble
    }
  }

  #letGo(): void {
    this.#worker?.postMessage('close' satisfies CheckpointRequest)
    this.#worker = undefined
  }

  /** Resolves when the file is its owner's alone again. */
  async close(): Promise<void> {
    this.#isClosed = true
    clearTimeout(this.#timer)
    this.#letGo()
    await this.#ended
  }
}
