/** The thread that works at site folders: does one thing after another as it is asked, and says what came of each. */
import { parentPort } from 'node:worker_threads'
import { DeliveryFailure } from '../failure.ts'
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

const say = (said: FolderAnswer) => port.postMessage(said)
let before = Promise.resolve()

port.on('message', ({ id, act }: FolderAsk) => {
  before = before.then(async () => {
    try {
      say({ id, answer: await doAtFolder(act) })
    } catch (error) {
      if (error instanceof DeliveryFailure) say({ id, failure: { kind: error.kind, message: error.message } })
      else say({ id, fault: error instanceof Error ? error.message : String(error) })
    }
  })
})
