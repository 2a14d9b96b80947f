/** A box of text keeps its selection by itself. */

/**
 * Before React draws anything anywhere it looks up where the selection stands in the element with the focus, by going through all
 * its text, and does so where an element calls itself editable. To scripts this one does not; what the browser and whoever reads the
 * page aloud go by is its attribute.
 */
export function keepOwnSelection(box: HTMLElement): void {
  Object.defineProperty(box, 'contentEditable', { value: 'inherit' })
}
