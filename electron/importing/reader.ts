/** Hands files to the import worker, some of them ahead of their turn, and gives up on one that takes too long. Lives as long as the workstation. */
import type { Worker } from 'node:worker_threads'
import { startWorker } from '../workers.ts'
import type { BroughtPictures } from './pictures.ts'
import type { ImportAnswer, ImportRequest, ReadFile } from './import.worker.ts'

/** A file of the largest size allowed takes a few seconds. */
const patience = 60_000
/** The worker is kept for the next import until nothing was asked of it for this long. */
const idle = 30_000

interface Waiting {
  readonly request: ImportRequest
  resolve(outcome: ReadFile): void
}

export class FileReader {
  #worker: Worker | undefined
  #last = 0
  /** The first is being read, the others wait behind it in the worker's port. */
  readonly #waiting: Waiting[] = []
  /** A worker was ended by one of several files: each is handed over alone until it is known which. */
  #isAlone = false
  readonly #unsent: ImportRequest[] = []
  #timer: NodeJS.Timeout | undefined

  /** `pictures`: those that were taken in for the file, by the names it gives them. */
  read(name: string, bytes: Uint8Array, headline: string | undefined, pictures?: BroughtPictures): Promise<ReadFile> {
    this.#last += 1
    const request: ImportRequest = {
      id: this.#last,
      name,
      bytes,
      ...(headline !== undefined && { headline }),
      ...(pictures && { pictures }),
    }
    return new Promise((resolve) => {
      this.#waiting.push({ request, resolve })
      this.#unsent.push(request)
      // Those asked for together go as one message: waking the worker for each costs as much as reading it.
      if (this.#unsent.length === 1) queueMicrotask(() => this.#sendUnsent())
      if (this.#waiting.length === 1) this.#beginWaiting()
    })
  }

  /** What is asked for while files are read alone goes when its turn comes. */
  #sendUnsent(): void {
    const requests = this.#unsent.splice(0)
    if (!this.#isAlone && requests.length > 0) (this.#worker ?? this.#open()).postMessage(requests)
  }

  #sendFirst(): void {
    const [first] = this.#waiting
    if (first) (this.#worker ?? this.#open()).postMessage([first.request])
  }

  #open(): Worker {
    const worker = startWorker('import', { name: 'import' })
    worker.on('message', ({ id, outcome }: ImportAnswer) => {
      if (id === this.#waiting[0]?.request.id) this.#finish(outcome)
    })
    worker.on('error', () => this.#hasEnded())
    this.#worker = worker
    return worker
  }

  #beginWaiting(): void {
    clearTimeout(this.#timer)
    if (this.#waiting.length === 0) {
      this.#timer = setTimeout(() => this.close(), idle).unref()
      return
    }
    this.#timer = setTimeout(
      () =>
        this.#giveUp(
          (name) =>
            `“${name}” took longer than a minute to read and was given up. Nothing of it was imported; divide it and import the parts.`,
        ),
      patience,
    )
  }

  #finish(outcome: ReadFile): void {
    const done = this.#waiting.shift()
    this.#beginWaiting()
    if (this.#isAlone) {
      this.#isAlone = this.#waiting.length > 0
      this.#sendFirst()
    }
    done?.resolve(outcome)
  }

  /** Answers that were on their way are lost with a worker, so that the first in the queue need not be the file that ended it. */
  #hasEnded(): void {
    if (!this.#isAlone && this.#waiting.length > 1) return this.#begin()
    this.#giveUp(
      (name) =>
        `“${name}” could not be read. Nothing of it was imported and the other files are not touched by it; save it as plain text and import that.`,
    )
  }

  /** The first in the queue ended the worker, or is ended with it; the others are handed to a new one. */
  #giveUp(message: (name: string) => string): void {
    const name = this.#waiting[0]?.request.name ?? ''
    this.close()
    this.#isAlone = true
    this.#finish({ ok: false, message: message(name) })
  }

  /** Hands everything that is not answered to a new worker, one file at a time. */
  #begin(): void {
    this.close()
    this.#isAlone = true
    this.#beginWaiting()
    this.#sendFirst()
  }

  close(): void {
    clearTimeout(this.#timer)
    void this.#worker?.terminate()
    this.#worker = undefined
  }
}
