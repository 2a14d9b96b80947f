/** Hands pictures to their worker, one after another, and gives up on one that takes too long. Lives as long as the workstation. */
import type { Worker } from 'node:worker_threads'
import { startWorker } from '../workers.ts'
import type { PictureAnswer, PictureOutcome, PictureRequest } from './picture.worker.ts'
import type { Rendition } from './renditions.ts'

/** The largest picture that is read takes about ten seconds. */
const patience = 90_000

export class PictureReader {
  #worker: Worker | undefined
  #last = 0
  #before: Promise<unknown> = Promise.resolve()

  /** From outside: cleaned, with its smaller copies; or why not, in a sentence. */
  async read(name: string, bytes: Uint8Array): Promise<PictureOutcome> {
    const message = `“${name}” could not be read as a picture. Nothing was put into the article; save a smaller copy of it.`
    return (await this.#inTurn({ name, bytes, from: 'outside' }))?.outcome ?? { ok: false, message }
  }

  /** The smaller copies of a picture of the desk's own; none when they cannot be made. */
  async renditions(bytes: Uint8Array): Promise<readonly Rendition[]> {
    return (await this.#inTurn({ name: '', bytes, from: 'kept' }))?.renditions ?? []
  }

  #inTurn(request: Omit<PictureRequest, 'id'>): Promise<PictureAnswer | undefined> {
    const answer = this.#before.then(() => this.#ask(request))
    this.#before = answer
    return answer
  }

  /** Undefined when the worker failed or took too long: the next picture gets a new one. */
  #ask(given: Omit<PictureRequest, 'id'>): Promise<PictureAnswer | undefined> {
    const worker = (this.#worker ??= startWorker('picture', { name: 'picture' }))
    this.#last += 1
    const request: PictureRequest = { id: this.#last, ...given }
    return new Promise((resolve) => {
      const finish = (answer: PictureAnswer | undefined) => {
        clearTimeout(timer)
        worker.off('message', hear)
        worker.off('error', giveUp)
        resolve(answer)
      }
      const hear = (answer: PictureAnswer) => {
        if (answer.id === request.id) finish(answer)
      }
      const giveUp = () => {
        this.close()
        finish(undefined)
      }
      const timer = setTimeout(giveUp, patience)
      worker.on('message', hear)
      worker.on('error', giveUp)
      worker.postMessage(request)
    })
  }

  close(): void {
    void this.#worker?.terminate()
    this.#worker = undefined
  }
}
