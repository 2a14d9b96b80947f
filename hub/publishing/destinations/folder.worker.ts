/** The thread that works at site folders: does what it is asked, and says what came of each thing. While it waits for the disk it does the next. */
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

async function answer({ id, act }: FolderAsk): Promise<void> {
  try {
    say({ id, answer: await doAtFolder(act) })
  } catch (error) {
    if (error instanceof DeliveryFailure) say({ id, failure: { kind: error.kind, message: error.message } })
    else say({ id, fault: error instanceof Error ? error.message : String(error) })
  }
}

port.on('message', (asked: FolderAsk) => void answer(asked))
