/** A page again without the paragraphs that stand in it as before: what is not read need not be compared either. */

/** An element that stands for as many blocks as it says, a line each, which are as they were; so are the one before it and the one after. */
export const unchanged = 'data-unchanged'

/** A block that is a whole line: opened at its beginning, closed at its end, and none of its kind within. */
const block = /^<(p|h[2-4])[ >]/u

/**
 * `after` with runs of its blocks that stand in the same lines of `before` left out. As it is, when the two have not the same number of
 * lines: whatever follows a new one stands elsewhere then.
 */
export function withoutUnchanged(before: readonly string[], after: readonly string[]): string {
  if (before.length !== after.length) return after.join('\n')
  const lines: string[] = []
  let from = 0
  while (from < after.length) {
    let to = from
    while (to < after.length && after[to] === before[to] && isBlock(after[to] ?? '')) to += 1
    if (to - from > 2) lines.push(after[from] ?? '', `<p ${unchanged}="${to - from - 2}"></p>`, after[to - 1] ?? '')
    else lines.push(...after.slice(from, Math.max(to, from + 1)))
    from = Math.max(to, from + 1)
  }
  return lines.join('\n')
}

function isBlock(line: string): boolean {
  const tag = block.exec(line)?.[1]
  return tag !== undefined && line.endsWith(`</${tag}>`) && line.indexOf(`<${tag}`, 1) < 0
}
