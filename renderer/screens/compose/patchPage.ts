/** Brings a page that is shown to the state of a newer one by changing only what differs: the rest is neither built nor laid out again. */

/** Afterwards `shown` equals `next`, whose changed parts were moved over. Nodes that are equal stay the nodes they were. */
export function patchPage(shown: Element, next: Element): void {
  patchAttributes(shown, next)
  const [before, after] = [[...shown.childNodes], [...next.childNodes]]
  let start = 0
  while (start < before.length && start < after.length && isSame(before[start], after[start])) start += 1
  let tail = 0
  while (tail < before.length - start && tail < after.length - start && isSame(before.at(-1 - tail), after.at(-1 - tail))) tail += 1
  const old = before.slice(start, before.length - tail)
  const young = after.slice(start, after.length - tail)
  if (old.length === young.length) return old.forEach((node, index) => patchNode(node, young[index]))
  const beside = before[before.length - tail] ?? null
  for (const node of old) node.remove()
  for (const node of young) shown.insertBefore(node, beside)
}

/**
 * Changes some elements of `body` and looks at no other, since a script's handle on a node is made by looking. `places`: which they are,
 * in the order of the page; `read`: each as it was and as it is to be, by turns. False, and nothing is changed: one of them does not
 * stand there as it was.
 */
export function patchElements(body: HTMLElement, places: readonly number[], read: Element): boolean {
  const pairs = [...read.childNodes]
  if (pairs.length !== 2 * places.length) return false
  const all = body.getElementsByTagName('*')
  // Found before the first is changed: the elements after it may have other places then.
  const shown = places.map((place) => all[place])
  if (!shown.every((element, index) => isSame(element, pairs[2 * index]))) return false
  for (const [index, element] of shown.entries()) if (element) patchNode(element, pairs[2 * index + 1])
  return true
}

function patchNode(shown: ChildNode, next: ChildNode | undefined): void {
  if (!next || isSame(shown, next)) return
  if (isElement(shown) && isElement(next) && shown.nodeName === next.nodeName) patchPage(shown, next)
  else shown.replaceWith(next)
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
