/** Watches the desk from the shell: what is due soon holds sleep off, what needs somebody is told once, others ask what is due. */
import { powerSaveBlocker } from 'electron'
import type { ArticleRow } from '../../shared/contract/articles.ts'
import type { CallName, Changed, Input, Output } from '../../shared/contract/contract.ts'
import type { Result } from '../../shared/result.ts'
import type { Session } from '../session.ts'
import { type DueWork, dueWork, nothingDue } from './dueWork.ts'
import type { Notices } from './notices.ts'

/** Milliseconds: changes are gathered; what changes by time alone is looked at as often as the second. */
const gathering = 200
const every = 30_000

export interface Vigil {
  /** As last seen. */
  due(): DueWork
  /** The desk changed; it is looked at soon, unless only words did. */
  hear(event: Changed): void
  stop(): void
}

/** `session`: whose person is told; undefined while there is no window. `seen` hears of each look. */
export function keepVigil(session: () => Session | undefined, house: Session, notices: Notices, seen: (due: DueWork) => void): Vigil {
  let due = nothingDue
  let blocker: number | undefined
  let timer: NodeJS.Timeout | undefined
  let armedFor = Number.POSITIVE_INFINITY
  let isLooking = false
  let isStale = false
  let isStopped = false

  const holdSleepOff = (isSoon: boolean) => {
    if (isSoon) blocker ??= powerSaveBlocker.start('prevent-app-suspension')
    else if (blocker !== undefined) {
      powerSaveBlocker.stop(blocker)
      blocker = undefined
    }
  }

  async function look(): Promise<void> {
    const queue = await ask(house, 'queue.list', { limit: 1 })
    // A desk that is not begun, or cannot be asked just now, has nothing new to say.
    if (queue && !isStopped) {
      due = dueWork(queue.entries, new Date())
      holdSleepOff(due.isSoon)
      notices.overdue(queue.overdue)
      seen(due)
    }
    const mine = session()
    const status = mine && (await ask(mine, 'desk.status', {}))
    const waiting = mine && status?.person ? await ask(mine, 'articles.list', { filter: 'waiting' }) : undefined
    if (!isStopped) notices.waiting(status?.person?.id ?? '', waiting?.articles.map(waitOf) ?? [])
  }

  function arm(pause: number): void {
    if (isStopped || pause >= armedFor) return
    clearTimeout(timer)
    armedFor = pause
    timer = setTimeout(() => void run(), pause)
    timer.unref()
  }

  async function run(): Promise<void> {
    armedFor = Number.POSITIVE_INFINITY
    isLooking = true
    isStale = false
    await look()
    isLooking = false
    arm(isStale ? gathering : every)
  }
  arm(0)

  return {
    due: () => due,
    hear({ topic }) {
      if (topic === 'words' || topic === 'delivery' || topic === 'jobs') return
      if (isLooking) isStale = true
      else arm(gathering)
    },
    stop() {
      isStopped = true
      clearTimeout(timer)
      holdSleepOff(false)
    },
  }
}

function waitOf({ id, state }: ArticleRow): { readonly id: string; readonly isReturned: boolean } {
  return { id, isReturned: state === 'changes_requested' }
}

async function ask<N extends CallName>(session: Session, name: N, input: Input<N>): Promise<Output<N> | undefined> {
  const answer = (await session.call(name, input)) as Result<Output<N>>
  return answer.ok ? answer.value : undefined
}
