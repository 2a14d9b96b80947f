/** The line to the thread that works at site folders: begun with the first thing asked, and kept; it holds no process open. */
import { basename } from 'node:path'
import { Worker } from 'node:worker_threads'
import { DeliveryFailure } from '../failure.ts'
import type { FolderAnswer, FolderAsk } from './folder.worker.ts'
import type { FolderAct, FolderAnswers } from './folderActs.ts'

interface Waiting {
  resolve(answer: unknown): void
  reject(error: Error): void
}

interface Line {
  readonly worker: Worker
  readonly waiting: Map<number, Waiting>
}

let line: Line | undefined
let last = 0

/** As `doAtFolder`, without holding up this thread: disks can be slow, and those of others very slow. Bytes in shared memory are not copied. */
export function askFolder<K extends FolderAct['kind']>(act: FolderAct & { readonly kind: K }): Promise<FolderAnswers[K]> {
  line ??= begin()
  const { worker, waiting } = line
  return new Promise((resolve, reject) => {
    last += 1
    worker.ref()
    waiting.set(last, { resolve: (answer) => resolve(answer as FolderAnswers[K]), reject })
    worker.postMessage({ id: last, act } satisfies FolderAsk)
  })
}

function begin(): Line {
  // The product's workers lie beside each other.
  const inSource = basename(import.meta.filename).endsWith('.ts')
  const file = inSource ? './folder.worker.ts' : './hub-publishing-destinations-folder.worker.js'
  const begun: Line = {
    worker: new Worker(new URL(file, import.meta.url), {
      name: 'folder',
      resourceLimits: { maxYoungGenerationSizeMb: 3, maxOldGenerationSizeMb: 128 },
    }),
    waiting: new Map(),
  }
  const { worker, waiting } = begun
  worker.on('message', ({ id, answer, failure, fault }: FolderAnswer) => {
    const asked = waiting.get(id)
    waiting.delete(id)
    if (waiting.size === 0) worker.unref()
    if (failure) asked?.reject(new DeliveryFailure(failure.kind, failure.message))
    else if (fault !== undefined) asked?.reject(new Error(fault))
    else asked?.resolve(answer)
  })
  const end = (error: Error) => {
    if (line === begun) line = undefined
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
  }
  worker.once('error', end)
  worker.once('exit', (code) => end(new Error(`the thread that works at site folders ended with ${code}`)))
  return begun
}
