/** F6: the focus goes from pane to pane, in the order of the page. */

const panes = '[data-pane]'

/** Moves to the first place of the next pane that can take the focus; a pane marked `data-pane` is one. */
export function nextPane(): void {
  const all = [...document.querySelectorAll<HTMLElement>(panes)].filter(
    (pane) => pane.offsetParent !== null || pane.getClientRects().length > 0,
  )
  const current = all.findIndex((pane) => pane.contains(document.activeElement))
  const next = all[(current + 1) % all.length]
  if (!next) return
  const place = next.querySelector<HTMLElement>(
    '[data-pane-start], [contenteditable="true"], [role="textbox"], [tabindex="0"], a[href], button, input, select, textarea, iframe',
  )
  ;(place ?? next).focus()
}
