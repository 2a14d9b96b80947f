/** A turn of the main loop for one piece of long work, so that several of them do not make one long turn together. [DU5] */
import { setImmediate as nextTurn } from 'node:timers/promises'

let last = Promise.resolve()

/**
 * Resolves in a turn of the loop that no other caller has. Waiting for the next turn alone is not enough: the loop runs all that wait for it
 * before it looks at what people ask for.
 */
export function ownTurn(): Promise<void> {
  last = last.then(() => nextTurn())
  return last
}
