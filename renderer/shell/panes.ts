/** F6: the focus goes from pane to pane, in the order of the page; with Shift the other way. */
import { focusOn } from '../ui/focus.ts'

const panes = '[data-pane]'
const places = '[contenteditable="true"], [role="textbox"], [tabindex="0"], a[href], button, input, select, textarea, iframe'

/** Moves to the next pane that is on screen: to the place marked `data-pane-start` in it, else to the first that takes the focus. */
export function movePane(step: 1 | -1): void {
  const all = [...document.querySelectorAll<HTMLElement>(panes)].filter((pane) => pane.getClientRects().length > 0)
  const current = all.findIndex((pane) => pane.contains(document.activeElement))
  const next = startBelow(all[current], step) ?? all[current === -1 ? 0 : (current + step + all.length) % all.length]
  if (!next) return
  const place =
    next.querySelector<HTMLElement>('[data-pane-start]') ??
    next.querySelector<HTMLElement>('[contenteditable="true"]') ??
    next.querySelector<HTMLElement>(places)
  focusOn(place ?? next)
}

/** A screen just opened holds the focus on its heading: what is done there comes before the pane after it. */
function startBelow(pane: HTMLElement | undefined, step: 1 | -1): HTMLElement | undefined {
  const isOnHeading = document.activeElement?.matches('[data-focus-home]') ?? false
  return step === 1 && isOnHeading && pane?.querySelector('[data-pane-start]') ? pane : undefined
}
