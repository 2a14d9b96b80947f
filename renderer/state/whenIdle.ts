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

/** The same once what stands now has been painted; in a window that nobody sees, after a while. */
export function afterPaint(act: () => void): () => void {
  let callOff: (() => void) | undefined
  const begin = () => {
    stop()
    callOff = whenIdle(act)
  }
  // The first frame draws it, the second begins when it is on the screen.
  let frame = requestAnimationFrame(() => {
    frame = requestAnimationFrame(begin)
  })
  const timer = setTimeout(begin, patience)
  const stop = () => {
    cancelAnimationFrame(frame)
    clearTimeout(timer)
  }
  return () => {
    stop()
    callOff?.()
  }
}
