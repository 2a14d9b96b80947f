/** What differs between a page and its next state, as elements that are a line each: nothing else of the two need be read. */

export interface ChangedElement {
  /** How many elements the body shown opens before this one. */
  readonly place: number
  readonly before: string
  readonly after: string
}

/** Undefined: more differs than that. In the head, only what is seen counts: a page tells machines when it was made each time it is made. */
export function changedElements(before: readonly string[], after: readonly string[]): readonly ChangedElement[] | undefined {
  if (before.length !== after.length) return undefined
  const changes: ChangedElement[] = []
  const body = before.findIndex((line) => line.startsWith('<body'))
  let place = 0
  for (const [index, line] of before.entries()) {
    const next = after[index] ?? ''
    const isInHead = index <= body
    if (line !== next && isInHead && (isSeenInHead(line) || isSeenInHead(next))) return undefined
    if (line !== next && !isInHead) {
      if (!isElement(line) || !isElement(next)) return undefined
      changes.push({ place, before: line, after: next })
    }
    if (!isInHead) place += opened(line)
  }
  return changes
}

/** Title, stylesheets, the body's own attributes; not what is said about the page, nor the lines of a script. */
function isSeenInHead(line: string): boolean {
  return line.startsWith('<') && !line.startsWith('<meta ')
}

const element = /^<([a-z][a-z0-9]*)[ >]/u

/** Opened at its beginning, closed at its end; that it is one and not several shows when it is read. */
function isElement(line: string): boolean {
  const tag = element.exec(line)?.[1]
  return tag !== undefined && line.endsWith(`</${tag}>`)
}

function opened(line: string): number {
  let count = 0
  for (let at = line.indexOf('<'); at >= 0; at = line.indexOf('<', at + 1)) {
    const first = line.charCodeAt(at + 1)
    if (first >= 97 && first <= 122) count += 1
  }
  return count
}
