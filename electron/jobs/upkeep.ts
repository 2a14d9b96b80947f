/** Hands long reading of the workstation's file to a worker, so that no key waits for it. */
import { startWorker } from '../workers.ts'
import type { UpkeepAnswer, UpkeepAnswers, UpkeepRequest } from './upkeep.worker.ts'

/** The work could not be done; `code` as SQLite or the file system gave it. */
class UpkeepFailed extends Error {
  readonly code: string
  constructor(message: string, code: string) {
    super(message)
    this.name = 'UpkeepFailed'
    this.code = code
  }
}

/** Rejects with an error that carries SQLite's or the file system's code. */
export function upkeep<W extends keyof UpkeepAnswers>(work: W, folder: string, to = ''): Promise<UpkeepAnswers[W]> {
  const request: UpkeepRequest = { work, folder, to }
  return new Promise((resolve, reject) => {
    const worker = startWorker('upkeep', { name: 'upkeep', workerData: request })
    worker.on('message', (answer: UpkeepAnswer) => {
      // The answer is of the work that was asked for.
      if ('done' in answer) resolve(answer.done as UpkeepAnswers[W])
      else reject(new UpkeepFailed(answer.failed.message, answer.failed.code))
    })
    worker.on('error', reject)
    worker.on('exit', () => reject(new UpkeepFailed('the work ended before it was done', 'unknown')))
  })
}
