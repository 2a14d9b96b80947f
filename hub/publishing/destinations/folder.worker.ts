/** The thread that works at site folders: does one thing after another as it is asked, and says what came of each. */
import { parentPort } from 'node:worker_threads'
import { DeliveryFailure } from '../failure.ts'
import type { BatchOfFiles } from './destination.ts'
import { doAtFolder, type FolderAct } from './folderActs.ts'

export interface FolderAsk {
  readonly id: number
  readonly act: FolderAct
}

export interface FolderAnswer {
  readonly id: number
  readonly answer?: unknown
  readonly failure?: Pick<DeliveryFailure, 'kind' | 'message'>
  /** A fault of the program, or of the computer, that no sentence is for. */
  readonly fault?: string
}

const port = parentPort
if (!port) throw new Error('folder.worker.ts runs in a worker only')

/** Packs are large, and this thread makes too little else to be tidied up soon. */
function letGo({ writes }: BatchOfFiles): void {
  for (const buffer of new Set(writes.map(({ bytes }) => bytes.buffer)))
    if (buffer instanceof ArrayBuffer && !buffer.detached) buffer.transfer(0)
}

const say = (said: FolderAnswer) => port.postMessage(said)
let before = Promise.resolve()

port.on('message', ({ id, act }: FolderAsk) => {
  before = before.then(async () => {
    try {
      say({ id, answer: await doAtFolder(act) })
      if (act.kind === 'apply') letGo(act.batch)
    } catch (error) {
      if (error instanceof DeliveryFailure) say({ id, failure: { kind: error.kind, message: error.message } })
      else say({ id, fault: error instanceof Error ? error.message : String(error) })
    }
  })
})
