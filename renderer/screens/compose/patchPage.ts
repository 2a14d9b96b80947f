/** Brings a page that is shown to the state of a newer one by changing only what differs: the rest is neither built nor laid out again. */
import { unchanged } from './changedLines.ts'

/**
 * Afterwards `shown` equals `next`, whose changed parts were moved over. Nodes that are equal stay the nodes they were. False: what
 * `next` leaves out is not in `shown`; then a whole page has to follow.
 */
export function patchPage(shown: Element, next: Element): boolean {
  patchAttributes(shown, next)
  const after = [...next.childNodes]
  if (after.some((node) => leftOut(node) > 0)) return patchBetween(shown.childNodes, after)
  const before = [...shown.childNodes]
  let start = 0
  while (start < before.length && start < after.length && isSame(before[start], after[start])) start += 1
  let tail = 0
  while (tail < before.length - start && tail < after.length - start && isSame(before.at(-1 - tail), after.at(-1 - tail))) tail += 1
  const old = before.slice(start, before.length - tail)
  const young = after.slice(start, after.length - tail)
  if (old.length === young.length) return old.every((node, index) => patchNode(node, young[index]))
  if (young.some(leavesOut)) return false
  const beside = before[before.length - tail] ?? null
  for (const node of old) node.remove()
  for (const node of young) shown.insertBefore(node, beside)
  return true
}

/** Nodes for nodes, past those that were left out: nobody so much as looks at them, since a script’s handle on a node is made by looking. */
function patchBetween(before: NodeListOf<ChildNode>, after: readonly ChildNode[]): boolean {
  const places: number[] = []
  let place = 0
  for (const node of after) {
    places.push(place)
    // Between two blocks is the end of a line.
    place += Math.max(1, 2 * leftOut(node) - 1)
  }
  if (place !== before.length) return false
  const isInPlace = (index: number) => isSame(before[places[index] ?? -1], after[index])
  // What stands before and after a run is the same in both pages.
  if (!after.every((node, index) => leftOut(node) === 0 || (isInPlace(index - 2) && isInPlace(index + 2)))) return false
  return after.every((node, index) => {
    const shown = before[places[index] ?? -1]
    return leftOut(node) > 0 || (shown !== undefined && patchNode(shown, node))
  })
}

/** For how many blocks a node stands; 0: for itself. */
function leftOut(node: ChildNode): number {
  return isElement(node) ? Number(node.getAttribute(unchanged) ?? 0) : 0
}

function patchNode(shown: ChildNode, next: ChildNode | undefined): boolean {
  if (!next || isSame(shown, next)) return true
  if (isElement(shown) && isElement(next) && shown.nodeName === next.nodeName) return patchPage(shown, next)
  if (leavesOut(next)) return false
  shown.replaceWith(next)
  return true
}

/** What it leaves out stands where it would be moved from, not where it would be moved to. */
function leavesOut(node: ChildNode): boolean {
  return isElement(node) && (leftOut(node) > 0 || node.querySelector(`[${unchanged}]`) !== null)
}

function patchAttributes(shown: Element, next: Element): void {
  for (const name of shown.getAttributeNames()) if (!next.hasAttribute(name)) shown.removeAttribute(name)
  for (const { name, value } of next.attributes) if (shown.getAttribute(name) !== value) shown.setAttribute(name, value)
}

function isSame(one: Node | undefined, other: Node | undefined): boolean {
  return one !== undefined && other !== undefined && (one === other || one.isEqualNode(other))
}

/** By number: nodes of the frame are not of this window's classes. */
function isElement(node: Node): node is Element {
  return node.nodeType === 1
}
