/** Where the keyboard goes when what held it is gone: never back to the top of the page. */
import { useEffect } from 'react'

/** The place of the screen that is marked `data-focus-home`, or the screen itself. */
export function focusScreen(): void {
  const home = document.querySelector<HTMLElement>('main [data-focus-home]') ?? document.querySelector<HTMLElement>('main')
  home?.focus({ preventScroll: true })
}

/**
 * Gives the focus to an element. A box of text gets its cursor with it, at once: a browser puts one at the head of the text, and
 * the letters of whoever types on would go there until the editor has noticed.
 */
export function focusOn(element: HTMLElement): void {
  viewOf(element)?.focus()
  if (document.activeElement !== element) element.focus()
}

/** The editor behind a box of text, which its element carries. */
function viewOf(element: HTMLElement): { focus(): void } | undefined {
  return (element as { editor?: { readonly view?: { focus(): void } } }).editor?.view
}

/** Milliseconds in which an answer takes what was pressed off the screen, and pictures of it where the computer is slower than that. */
const watched = 500
const watchedFrames = 30

/** After a press that may take its own button away: a focus that is lost meanwhile is put on the screen. */
export function keepFocus(): void {
  const until = performance.now() + watched
  let frames = 0
  const look = () => {
    const held = document.activeElement
    // The screen as a whole is a place for a moment only: until what it waits for has come.
    if (held === null || held === document.body || held.matches('main')) focusScreen()
    frames += 1
    if (performance.now() < until || frames < watchedFrames) requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}

/** For a button that goes by itself when its time is over. `isThere`: it still stands. */
export function useFocusAfter(isThere: boolean): void {
  useEffect(() => (isThere ? keepFocus : undefined), [isThere])
}
