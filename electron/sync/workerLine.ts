/** The line to the embedded hub: its messages over a worker's port. */
import type { HubAnswer, HubEvent, HubLine, HubRequest } from '../../shared/sync/messages.ts'
import { startWorker } from '../workers.ts'

/** What the hub's worker is started with; see `hub/worker.ts`. */
export interface EmbeddedHub {
  readonly file: string
  readonly key: Uint8Array
  readonly folder: string
  readonly resources: string
  readonly automatic: boolean
  readonly restored: boolean
}

type FromHub =
  | { readonly opened: true }
  | { readonly failed: string; readonly code: string }
  | { readonly id: number; readonly answer: HubAnswer<HubRequest['type']> }
  | { readonly event: HubEvent }
  | { readonly closed: true }

/** The hub's file could not be opened; `code` is the name of its error (`NewerFile`, `UnreadableFile`), or `Full`. */
export class HubNotOpened extends Error {
  readonly code: string
  constructor(message: string, code: string) {
    super(message)
    this.name = 'HubNotOpened'
    this.code = code
  }
}

interface Waiting {
  resolve(answer: HubAnswer<HubRequest['type']>): void
  reject(error: Error): void
}

/** Starts the hub and answers when its file is open. Rejects with `HubNotOpened`. */
export function openWorkerLine(options: EmbeddedHub): Promise<HubLine> {
  const worker = startWorker('hub', { workerData: options, name: 'hub' })
  const waiting = new Map<number, Waiting>()
  const listeners = new Set<(event: HubEvent) => void>()
  let last = 0
  let ended: Error | undefined
  let closed: (() => void) | undefined

  const line: HubLine = {
    ask: (request) =>
      new Promise((resolve, reject) => {
        if (ended) return reject(ended)
        last += 1
        // The answer's type follows the request's: the hub answers each message in kind.
        waiting.set(last, { resolve: resolve as Waiting['resolve'], reject })
        worker.postMessage({ id: last, message: request })
      }),
    onEvent(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close: () =>
      new Promise((resolve) => {
        if (ended) return resolve()
        closed = resolve
        worker.postMessage({ close: true })
      }),
  }

  return new Promise((resolve, reject) => {
    function end(error: Error): void {
      ended ??= error
      reject(error)
      for (const { reject: giveUp } of waiting.values()) giveUp(error)
      waiting.clear()
      closed?.()
    }
    worker.on('message', (message: FromHub) => {
      if ('opened' in message) resolve(line)
      else if ('failed' in message) end(new HubNotOpened(message.failed, message.code))
      else if ('event' in message) for (const listener of listeners) listener(message.event)
      else if ('closed' in message) ended = new Error('the hub was closed')
      else {
        waiting.get(message.id)?.resolve(message.answer)
        waiting.delete(message.id)
      }
    })
    worker.on('error', (error) => end(error instanceof Error ? error : new Error(String(error))))
    worker.on('exit', () => end(new Error('the hub has stopped')))
  })
}
