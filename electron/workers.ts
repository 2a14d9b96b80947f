/** Where a worker's file is: a source file beside the others, or a flat bundle in the product. */
import { basename } from 'node:path'
import { Worker, type WorkerOptions } from 'node:worker_threads'

const workers = {
  hub: { source: '../hub/worker.ts', bundle: './hub-worker.js' },
  upkeep: { source: './jobs/upkeep.worker.ts', bundle: './jobs-upkeep.worker.js' },
  checkpoint: { source: './jobs/checkpoint.worker.ts', bundle: './jobs-checkpoint.worker.js' },
  import: { source: './importing/import.worker.ts', bundle: './importing-import.worker.js' },
  picture: { source: './media/picture.worker.ts', bundle: './media-picture.worker.js' },
} as const

export type WorkerName = keyof typeof workers

export function startWorker(name: WorkerName, options: WorkerOptions): Worker {
  const inSource = basename(import.meta.filename).endsWith('.ts')
  return new Worker(new URL(inSource ? workers[name].source : workers[name].bundle, import.meta.url), options)
}
