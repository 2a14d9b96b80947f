/** Files from outside are read in a worker that can be ended: nothing of them runs, and no large one holds up the desk. [SE16] */
import { parentPort } from 'node:worker_threads'
import { importFile } from './importFile.ts'
import type { ImportOutcome } from './outcome.ts'

export interface ImportRequest {
  readonly id: number
  readonly name: string
  readonly bytes: Uint8Array
  readonly headline?: string
}

export interface ImportAnswer {
  readonly id: number
  readonly outcome: ImportOutcome
}

parentPort?.on('message', ({ id, name, bytes, headline }: ImportRequest) => {
  parentPort?.postMessage({ id, outcome: importFile(name, bytes, headline === undefined ? {} : { headline }) } satisfies ImportAnswer)
})
