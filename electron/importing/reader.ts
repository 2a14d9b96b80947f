/** Hands files to the import worker, one at a time, and gives up on one that takes too long. */
import type { Worker } from 'node:worker_threads'
import { startWorker } from '../workers.ts'
import type { ImportAnswer, ImportRequest, ReadFile } from './import.worker.ts'

/** A file of the largest size allowed takes a few seconds. */
const patience = 60_000

export class FileReader {
  #worker: Worker | undefined
  #last = 0

  read(name: string, bytes: Uint8Array, headline: string | undefined): Promise<ReadFile> {
    const worker = (this.#worker ??= startWorker('import', { name: 'import' }))
    this.#last += 1
    const request: ImportRequest = { id: this.#last, name, bytes, ...(headline !== undefined && { headline }) }
    return new Promise((resolve) => {
      const finish = (outcome: ReadFile) => {
        clearTimeout(timer)
        worker.off('message', hear)
        worker.off('error', fail)
        resolve(outcome)
      }
      const hear = ({ id, outcome }: ImportAnswer) => {
        if (id === request.id) finish(outcome)
      }
      const fail = () => {
        this.#end()
        finish({
          ok: false,
          message: `“${name}” could not be read. Nothing of it was imported and the other files are not touched by it; save it as plain text and import that.`,
        })
      }
      const timer = setTimeout(() => {
        this.#end()
        finish({
          ok: false,
          message: `“${name}” took longer than a minute to read and was given up. Nothing of it was imported; divide it and import the parts.`,
        })
      }, patience)
      worker.on('message', hear)
      worker.on('error', fail)
      worker.postMessage(request)
    })
  }

  close(): void {
    this.#end()
  }

  #end(): void {
    void this.#worker?.terminate()
    this.#worker = undefined
  }
}
