/** One life of the embedded hub: a worker that answers messages over its port until it is closed, or ends by itself. */
import type { HubAnswer, HubEvent, HubRequest } from '../../shared/sync/messages.ts'
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

export interface HubWorker {
  /** Rejects when the worker ends before it answers; what was asked may have been done. */
  ask(request: HubRequest): Promise<HubAnswer<HubRequest['type']>>
  close(): Promise<void>
  /** Resolves when the worker has ended: to the reason, or to undefined when it was closed. */
  readonly ended: Promise<Error | undefined>
}

/** A site of any size is made in pieces: without a limit the thread would keep what it has let go of, three times as much as it needs. */
export const hubLimits = { maxYoungGenerationSizeMb: 12, maxOldGenerationSizeMb: 1024 } as const

/** Starts the hub and answers when its file is open. Rejects with `HubNotOpened`, or with what ended the worker. */
export function openHubWorker(options: EmbeddedHub, hear: (event: HubEvent) => void): Promise<HubWorker> {
  const worker = startWorker('hub', { workerData: options, name: 'hub', resourceLimits: hubLimits })
  const waiting = new Map<number, Waiting>()
  const ended = Promise.withResolvers<Error | undefined>()
  let last = 0
  let end: Error | undefined
  let isClosing = false

  const running: HubWorker = {
    ask: (request) =>
      new Promise((resolve, reject) => {
        if (end) return reject(end)
        last += 1
        waiting.set(last, { resolve, reject })
        worker.postMessage({ id: last, message: request })
      }),
    async close() {
      isClosing = true
      if (!end) worker.postMessage({ close: true })
      await ended.promise
    },
    ended: ended.promise,
  }

  return new Promise((resolve, reject) => {
    function stop(error: Error): void {
      end ??= error
      reject(end)
      for (const { reject: giveUp } of waiting.values()) giveUp(end)
      waiting.clear()
      ended.resolve(isClosing ? undefined : end)
    }
    worker.on('message', (message: FromHub) => {
      if ('opened' in message) resolve(running)
      else if ('failed' in message) stop(new HubNotOpened(message.failed, message.code))
      else if ('event' in message) hear(message.event)
      else if ('closed' in message) stop(new Error('the hub was closed'))
      else {
        waiting.get(message.id)?.resolve(message.answer)
        waiting.delete(message.id)
      }
    })
    worker.on('error', (error) => stop(error instanceof Error ? error : new Error(String(error))))
    worker.on('exit', () => stop(new Error('the hub has stopped')))
  })
}
