/** How far the hub's delivery has come, kept for whoever asks; told at most twice a second, and not of one that is over by then. */
import type { Delivery } from '../../shared/contract/workflow.ts'
import type { HubEvent } from '../../shared/sync/messages.ts'

export interface Deliveries {
  hear(event: HubEvent): void
  underway(): Delivery | null
}

const pause = 500

export function followDeliveries(tell: () => void, now: () => number = Date.now): Deliveries {
  let delivery: Delivery | null = null
  let isTold = false
  /** When it was begun, and then when it was told last. */
  let since = 0
  return {
    hear(event) {
      if (event.type === 'queue' || event.type === 'reopened') {
        delivery = null
        isTold = false
      }
      if (event.type !== 'progress' || event.step !== 'publish') return
      // A bar that is gone at once tells nobody anything, and moves the list below it twice.
      if (!delivery) since = now()
      delivery = { done: event.done, total: event.total }
      if (now() - since < pause) return
      since = now()
      isTold = true
      tell()
    },
    underway: () => (isTold ? delivery : null),
  }
}
