/** The hub's clock: does what is due when it is due, one run at a time, and looks again when the next thing will be. */
import { diskTrouble } from '../sqlite/trouble.ts'
import type { HubContext } from './context.ts'
import { tellFault } from './fault.ts'
import { ensureLaid, ensureRebuilds, nextDeliveryAt, workQueue } from './publishing/publisher.ts'
import { nextReleaseAt, releaseDue } from './release.ts'

const afterTrouble = 10_000

export interface Clock {
  /** Does everything that is due, one run at a time. */
  work(): Promise<{ readonly released: number; readonly delivered: number; readonly failed: number }>
  /** Ends the delivery under way after the files it is writing; false: none is. */
  stopDelivery(): boolean
  /** What only the house or the front changed is queued at once; scripts ask for it by `work`. */
  rebuild(): Promise<void>
  /** Looks again when the next thing is due. `tried`: what was due by then and still is waits a while. */
  wind(tried?: string): Promise<void>
  stop(): Promise<void>
}

export function startClock(hub: HubContext, automatic: boolean): Clock {
  let running: Promise<{ released: number; delivered: number; failed: number }> | undefined
  /** When the run under way, or the last one, looked at what is due: what came since it has not tried. */
  let begun = ''
  let timer: NodeJS.Timeout | undefined
  let stopped = false
  let isStopping = false
  async function due(): Promise<void> {
    await clock.work()
    await clock.wind(begun)
  }
  /** A full disk or a fault ends this run and not the hub: what was due stays due, and is tried again soon. */
  async function kept(act: () => Promise<void>): Promise<void> {
    try {
      await act()
    } catch (error) {
      if (stopped) return
      if (!diskTrouble(error)) tellFault(hub.now(), 'clock', error)
      hub.emit({ type: 'queue' })
      timer = setTimeout(() => void kept(due), afterTrouble)
    }
  }
  const clock: Clock = {
    work() {
      isStopping = false
      if (running) return running
      begun = hub.now().toISOString()
      running = workOnce(hub, () => isStopping).finally(() => {
        running = undefined
      })
      return running
    },
    stopDelivery() {
      isStopping = running !== undefined
      return isStopping
    },
    async rebuild() {
      if (automatic) await kept(() => ensureRebuilds(hub))
    },
    async wind(tried = '') {
      clearTimeout(timer)
      if (!automatic || stopped) return
      const next = await nextAt(hub)
      if (next === '' || stopped) return
      // Node's timers end at 2^31 ms; a schedule may lie a year ahead.
      const least = next <= tried ? afterTrouble : 0
      const wait = Math.min(Math.max(least, Date.parse(next) - hub.now().getTime()), 2 ** 31 - 1)
      timer = setTimeout(() => void kept(due), wait)
    },
    async stop() {
      stopped = true
      clearTimeout(timer)
      await running?.catch(() => {})
    },
  }
  void kept(async () => {
    if (automatic) await ensureLaid(hub)
    await clock.wind()
  })
  return clock
}

async function workOnce(hub: HubContext, isStopped: () => boolean): Promise<{ released: number; delivered: number; failed: number }> {
  const { released, held } = await releaseDue(hub)
  await ensureRebuilds(hub)
  const worked = await workQueue(hub, { isStopped })
  const { delivered } = worked
  const failed = worked.failed + held
  if (released + delivered + failed > 0) {
    hub.hint(0)
    hub.emit({ type: 'queue' })
  }
  return { released, delivered, failed }
}

export async function nextAt(hub: HubContext): Promise<string> {
  const times = [await nextReleaseAt(hub), await nextDeliveryAt(hub)].filter((at) => at !== '')
  return times.toSorted()[0] ?? ''
}
