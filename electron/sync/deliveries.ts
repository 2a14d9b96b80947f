/** How far the hub's delivery has come, kept for whoever asks; told at most twice a second. */
import type { Delivery } from '../../shared/contract/workflow.ts'
import type { HubEvent } from '../../shared/sync/messages.ts'

export interface Deliveries {
  hear(event: HubEvent): void
  underway(): Delivery | null
}

const pause = 500

export function followDeliveries(tell: () => void, now: () => number = Date.now): Deliveries {
  let delivery: Delivery | null = null
  let toldAt = 0
  return {
    hear(event) {
      if (event.type === 'queue' || event.type === 'reopened') delivery = null
      if (event.type !== 'progress' || event.step !== 'publish') return
      delivery = { done: event.done, total: event.total }
      if (now() - toldAt < pause) return
      toldAt = now()
      tell()
    },
    underway: () => delivery,
  }
}
