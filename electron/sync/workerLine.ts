/** The line to the embedded hub. A hub that ends by itself is begun again: everything it had said is in its file, everything else in the outbox. */
import { faultPlace } from '../../shared/fault.ts'
import type { HubEvent, HubLine, HubRequest } from '../../shared/sync/messages.ts'
import { type EmbeddedHub, type HubWorker, openHubWorker } from './hubWorker.ts'

/** Milliseconds until a hub that ended is begun again: at once at first, then later and later. One that lived for a minute counts as well. */
const pauses = [0, 1000, 5000, 30_000] as const
const longLife = 60_000

/** Starts the hub and answers when its file is open. Rejects with `HubNotOpened`; later ends are mended by the line itself. */
export async function openWorkerLine(options: EmbeddedHub): Promise<HubLine> {
  const listeners = new Set<(event: HubEvent) => void>()
  const hear = (event: HubEvent) => {
    for (const listener of listeners) listener(event)
  }
  // The worker, or the promise of one; undefined in the pause before the next is begun.
  let hub: HubWorker | Promise<HubWorker> | undefined
  let isClosed = false
  let ends = 0
  let timer: NodeJS.Timeout | undefined

  function watch(worker: HubWorker): HubWorker {
    const since = performance.now()
    hub = worker
    void worker.ended.then((why) => {
      if (why === undefined || isClosed) return
      if (performance.now() - since > longLife) ends = 0
      process.stderr.write(`${JSON.stringify({ fault: faultPlace(why), worker: 'hub' })}\n`)
      later()
    })
    return worker
  }

  function later(): void {
    hub = undefined
    const pause = pauses[Math.min(ends, pauses.length - 1)]
    ends += 1
    timer = setTimeout(again, pause)
  }

  function again(): void {
    const begun = openHubWorker({ ...options, restored: false }, hear)
    hub = begun
    begun.then(
      (worker) => {
        // Closed meanwhile: `close` waits for this worker and closes it.
        if (isClosed) return
        watch(worker)
        hear({ type: 'reopened' })
      },
      () => {
        if (!isClosed) later()
      },
    )
  }

  watch(await openHubWorker(options, hear))
  return {
    ask: ((request: HubRequest) => {
      if (isClosed) return Promise.reject(new Error('the hub was closed'))
      if (!hub) return Promise.reject(new Error('the hub has stopped'))
      // Sent before this returns: whoever asks has the hub at work while they go on themselves.
      return hub instanceof Promise ? hub.then((worker) => worker.ask(request)) : hub.ask(request)
      // The answer's type follows the request's: the hub answers each message in kind.
    }) as HubLine['ask'],
    onEvent(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async close() {
      isClosed = true
      clearTimeout(timer)
      const worker = await Promise.resolve(hub).catch(() => undefined)
      await worker?.close()
    },
  }
}
