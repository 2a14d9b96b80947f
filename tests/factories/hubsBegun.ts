/** The hubs of this process, for tests in which one ends by itself. */
import type { Worker } from 'node:worker_threads'
import { onTestFinished } from 'vitest'

/** Every hub that is begun from now on, the last one last. */
export function hubsBegun(): readonly Worker[] {
  const begun: Worker[] = []
  const note = (worker: Worker) => {
    if (worker.threadName === 'hub') begun.push(worker)
  }
  process.on('worker', note)
  onTestFinished(() => void process.off('worker', note))
  return begun
}
