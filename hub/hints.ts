/** Hints after commits, joined up: a writer who types fast does not wake every listener at every key. [SY3] */
import type { HubEvent } from '../shared/sync/messages.ts'

/** Milliseconds in which hints become one. */
const joined = 20

export interface Hints {
  /** Says, soon, that the log has grown to `head`. Called after the commit and never inside it. */
  hint(head: number): void
  /** Says what is still unsaid, and nothing afterwards. */
  close(): void
}

export function joinedHints(emit: (event: HubEvent) => void): Hints {
  let newest = 0
  let timer: NodeJS.Timeout | undefined
  const say = () => {
    if (timer === undefined) return
    clearTimeout(timer)
    timer = undefined
    emit({ type: 'hint', head: newest })
  }
  return {
    hint(head) {
      newest = Math.max(newest, head)
      timer ??= setTimeout(say, joined)
    },
    close: say,
  }
}
