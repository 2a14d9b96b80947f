/** The event stream of one tab: its session's id first, then what changed, joined up, with a heartbeat. */
import type { Changed } from '../../shared/contract/contract.ts'
import type { WebSession } from './sessions.ts'

/** Changes within this many milliseconds are sent together, each once. */
const together = 15
const heartbeat = 15_000

/** `closing`: ends the stream when the shell closes. */
export function eventStream(tab: WebSession, closing: AbortSignal): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  const waiting = new Map<string, Changed>()
  let stop = () => {}
  return new ReadableStream<Uint8Array>({
    start(controller) {
      const send = (text: string) => controller.enqueue(encoder.encode(text))
      let flushing: NodeJS.Timeout | undefined
      const flush = () => {
        flushing = undefined
        for (const event of waiting.values()) send(`event: changed\ndata: ${JSON.stringify(event)}\n\n`)
        waiting.clear()
      }
      const beat = setInterval(() => send(': here\n\n'), heartbeat).unref()
      send(`retry: 1000\nevent: session\ndata: ${tab.session.id}\n\n`)
      const deafen = tab.listen({
        changed(event) {
          waiting.set(`${event.topic} ${event.id ?? ''} ${event.source}`, event)
          flushing ??= setTimeout(flush, together)
        },
      })
      stop = () => {
        clearInterval(beat)
        clearTimeout(flushing)
        deafen()
        closing.removeEventListener('abort', close)
      }
      const close = () => {
        stop()
        controller.close()
      }
      closing.addEventListener('abort', close)
    },
    cancel: () => stop(),
  })
}
