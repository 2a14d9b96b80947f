/** Lists as Word puts them on the clipboard, where each entry is a paragraph with its sign typed before it, made into lists again. */

/** How an entry of a list says so in its style, with the list's level from 1 on. */
const entryStyle = /mso-list:\s*l\d+\s+level(\d+)/u
const ignoredStyle = /mso-list:\s*ignore/iu
const numberSign = /^\(?(?:\d+|[a-z]|[ivxlcdm]+)[.)]/iu
const deepest = 9

/** Changes `root` in place: neighbours that are entries become one list, each level below the entry before it. */
export function makeWordLists(root: Element): void {
  const entries = [...root.querySelectorAll('p')].filter((element) => levelOf(element) > 0)
  const open: Element[] = []
  let last: Element | undefined
  for (const entry of entries) {
    if (last === undefined || entry.previousElementSibling !== last) open.length = 0
    const level = Math.min(levelOf(entry), open.length + 1)
    const tag = numberSign.test(takeSign(entry)) ? 'ol' : 'ul'
    open.length = Math.min(open.length, level)
    if (open.length === level && open[level - 1]?.localName !== tag) open.length = level - 1
    const list = open[level - 1] ?? openList(open, tag, entry)
    const item = root.ownerDocument.createElement('li')
    list.append(item)
    // The outermost list stands where its first entry stood, so that the next entry is its neighbour.
    last = open[0]
    const words = root.ownerDocument.createElement('p')
    words.append(...entry.childNodes)
    item.append(words)
    entry.remove()
  }
}

function openList(open: Element[], tag: string, entry: Element): Element {
  const list = entry.ownerDocument.createElement(tag)
  const above = open.at(-1)?.lastElementChild
  if (above) above.append(list)
  else entry.before(list)
  open.push(list)
  return list
}

/** 0: no entry of a list. */
function levelOf(element: Element): number {
  const style = element.getAttribute('style') ?? ''
  const level = Number(entryStyle.exec(style)?.[1] ?? 0)
  return Math.min(level, deepest)
}

/** The sign before the words, a point or a number, taken out. */
function takeSign(entry: Element): string {
  const sign = [...entry.querySelectorAll('[style]')].find((element) => ignoredStyle.test(element.getAttribute('style') ?? ''))
  sign?.remove()
  return (sign?.textContent ?? '').trim()
}
