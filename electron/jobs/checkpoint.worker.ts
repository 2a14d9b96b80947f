/** Brings the log of writes into the workstation's file, over a connection of its own, each time it is asked to. */
import { parentPort, workerData } from 'node:worker_threads'
import { bringOver, openEncrypted } from '../../sqlite/open.ts'

/** What the worker is started with. */
export interface CheckpointData {
  readonly file: string
  readonly key: Uint8Array
}

export type CheckpointRequest = 'bringOver' | 'close'
/** True: it is in the file, as far as it was written when the work began. */
export type CheckpointAnswer = boolean

const { file, key } = workerData as CheckpointData
const db = openEncrypted({ file, key })

parentPort?.on('message', (request: CheckpointRequest) => {
  if (request === 'bringOver') {
    parentPort?.postMessage(broughtOver())
  } else {
    db.close()
    parentPort?.close()
  }
})

/** On a full or failing disk the log goes on growing until there is room: whoever saves is told of it. */
function broughtOver(): CheckpointAnswer {
  try {
    bringOver(db)
    return true
  } catch {
    return false
  }
}
