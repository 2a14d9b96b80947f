/** Work that may wait until what was asked for is on the screen. */

/** Milliseconds after which it is done in spite of other work. */
const patience = 400

/** Runs `act` when the page has nothing more urgent to do; answers how to call it off. */
export function whenIdle(act: () => void): () => void {
  // One browser has no such thing.
  if (typeof window.requestIdleCallback !== 'function') {
    const timer = setTimeout(act, patience / 4)
    return () => clearTimeout(timer)
  }
  const asked = window.requestIdleCallback(act, { timeout: patience })
  return () => window.cancelIdleCallback(asked)
}
