/** Brings a page that is shown to the state of a newer one by changing only what differs: the rest is neither built nor laid out again. */

/** Afterwards `shown` equals `next`, whose changed parts were moved over. Nodes that are equal stay the nodes they were. */
export function patchPage(shown: Element, next: Element): void {
  patchAttributes(shown, next)
  const before = [...shown.childNodes]
  const after = [...next.childNodes]
  let start = 0
  while (start < before.length && start < after.length && isSame(before[start], after[start])) start += 1
  let tail = 0
  while (tail < before.length - start && tail < after.length - start && isSame(before.at(-1 - tail), after.at(-1 - tail))) tail += 1
  const old = before.slice(start, before.length - tail)
  const young = after.slice(start, after.length - tail)
  if (old.length === young.length) {
    for (const [index, node] of old.entries()) patchNode(node, young[index])
    return
  }
  const beside = before[before.length - tail] ?? null
  for (const node of old) node.remove()
  for (const node of young) shown.insertBefore(node, beside)
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
  return one !== undefined && other !== undefined && one.isEqualNode(other)
}

/** By number: nodes of the frame are not of this window's classes. */
function isElement(node: Node): node is Element {
  return node.nodeType === 1
}
