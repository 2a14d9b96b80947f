/** The embedded hub: `desk.ts` in a worker of the workstation, reached by its messages and nothing else. */
import { parentPort, workerData } from 'node:worker_threads'
import type { HubAnswer, HubEvent, HubRequest } from '../shared/sync/messages.ts'
import { diskTrouble } from '../sqlite/trouble.ts'
import { openDesk } from './desk.ts'

/** What the workstation starts the worker with. */
export interface HubWorkerData {
  readonly file: string
  readonly key: Uint8Array
  readonly folder: string
  readonly resources: string
  readonly automatic: boolean
  readonly restored: boolean
}

export type ToHub = { readonly id: number; readonly message: unknown } | { readonly close: true }
export type FromHub =
  | { readonly opened: true }
  | { readonly failed: string; readonly code: string }
  | { readonly id: number; readonly answer: HubAnswer<HubRequest['type']> }
  | { readonly event: HubEvent }
  | { readonly closed: true }

const port = parentPort
if (!port) throw new Error('hub/worker.ts runs in a worker only')

// The hub's clock can be set for tests of schedules; everybody else's is the computer's.
const offset = Number(process.env['CHANCERY_CLOCK_OFFSET'] ?? 0)
const say = (message: FromHub) => port.postMessage(message)

try {
  const desk = await openDesk({
    ...(workerData as HubWorkerData),
    now: () => new Date(Date.now() + offset),
    emit: (event) => say({ event }),
  })
  port.on('message', (message: ToHub) => {
    if ('close' in message) {
      void desk.close().then(() => {
        say({ closed: true })
        port.close()
      })
    } else {
      void desk.handle(message.message).then((answer) => say({ id: message.id, answer }))
    }
  })
  say({ opened: true })
} catch (error) {
  const { name, message } = error instanceof Error ? error : { name: '', message: String(error) }
  const trouble = diskTrouble(error)
  say(trouble?.code === 'full' ? { failed: trouble.message, code: 'Full' } : { failed: message, code: name })
  port.close()
}
