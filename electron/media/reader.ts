/** Hands pictures to their worker, one after another, and gives up on one that takes too long. Lives as long as the workstation. */
import type { Worker } from 'node:worker_threads'
import { startWorker } from '../workers.ts'
import type { CleanPicture } from './clean.ts'
import type { PictureAnswer, PictureRequest } from './picture.worker.ts'

/** The largest picture that is read takes about ten seconds. */
const patience = 90_000

export class PictureReader {
  #worker: Worker | undefined
  #last = 0
  #before: Promise<unknown> = Promise.resolve()

  read(name: string, bytes: Uint8Array): Promise<CleanPicture> {
    const read = this.#before.then(() => this.#read(name, bytes))
    this.#before = read
    return read
  }

  #read(name: string, bytes: Uint8Array): Promise<CleanPicture> {
    const worker = (this.#worker ??= startWorker('picture', { name: 'picture' }))
    this.#last += 1
    const request: PictureRequest = { id: this.#last, name, bytes }
    return new Promise((resolve) => {
      const finish = (outcome: CleanPicture) => {
        clearTimeout(timer)
        worker.off('message', hear)
        worker.off('error', giveUp)
        resolve(outcome)
      }
      const hear = ({ id, outcome }: PictureAnswer) => {
        if (id === request.id) finish(outcome)
      }
      const giveUp = () => {
        this.close()
        finish({
          ok: false,
          message: `“${name}” could not be read as a picture. Nothing was put into the article; save a smaller copy of it.`,
        })
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
