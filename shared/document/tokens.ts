/** Words as comparison sees them, and what changed between two lines of them. */
import { equalMarks } from './inline.ts'
import type { InlineJson, MarkJson } from './json.ts'
import { longestIncreasing, uniqueEquals } from './patience.ts'
import { inlineText } from './text.ts'

export interface Span {
  readonly kind: 'same' | 'inserted' | 'deleted'
  readonly text: string
  readonly marks?: readonly MarkJson[]
}

interface Token {
  readonly text: string
  readonly marks: readonly MarkJson[]
  /** Equal for equal words with equal marks. */
  readonly key: string
}

/** A step of a comparison: a token of the one side, of the other, or of both. */
interface Step {
  readonly kind: Span['kind']
  readonly token: Token
}

/** Above this many pairs of tokens words that stand once on each side divide the text first; a table of all pairs costs their product. */
const largestTable = 6000

const months = 'January|February|March|April|May|June|July|August|September|October|November|December'

/** A date, a figure with its sign and unit, a word with its inner points and hyphens, a run of spaces, or one other character. */
const token = new RegExp(
  [
    `\\b\\d{1,2}(?:st|nd|rd|th)? (?:${months})(?:,? \\d{4})?\\b`,
    `\\b(?:${months}) \\d{1,2}(?:st|nd|rd|th)?(?:, \\d{4})?\\b`,
    '[£$€]?\\p{N}+(?:[.,:/\\-–]\\p{N}+)*(?:%|°\\p{L}?|\\p{L}+)?',
    "[\\p{L}\\p{M}\\p{N}]+(?:['’.\\-‐‑][\\p{L}\\p{M}\\p{N}]+)*",
    '\\s+',
    '.',
  ].join('|'),
  'gsu',
)

/** What changed from `before` to `after`, word by word, a change of marks included. Deletions stand before insertions. */
export function comparedInline(before: InlineJson, after: InlineJson): readonly Span[] {
  return spansOf(tidied(steps(tokensOf(before), tokensOf(after))))
}

/** The words of a line, as one span of the given kind. */
export function wholeLine(inline: InlineJson, kind: Span['kind']): readonly Span[] {
  return spansOf(tokensOf(inline).map((word) => ({ kind, token: word })))
}

/** How many separate places differ: a replacement is one. */
export function changesIn(spans: readonly Span[]): number {
  return spans.filter((span, index) => span.kind !== 'same' && (index === 0 || spans[index - 1]?.kind === 'same')).length
}

/** How often each word stands in a text; spaces and lone punctuation do not count. */
export function wordBag(text: string): ReadonlyMap<string, number> {
  const bag = new Map<string, number>()
  for (const [word] of text.matchAll(token)) {
    if (/[\p{L}\p{N}]/u.test(word)) bag.set(word, (bag.get(word) ?? 0) + 1)
  }
  return bag
}

/** Tokens are found in the whole line and then cut where marks change, so that `<em>un</em>do` can be shown with its marks. */
function tokensOf(inline: InlineJson): readonly Token[] {
  const edges = runEdges(inline)
  const tokens: Token[] = []
  let run = 0
  for (const match of inlineText(inline).matchAll(token)) {
    let from = match.index
    const end = from + match[0].length
    while (from < end) {
      while ((edges[run]?.end ?? end) <= from) run += 1
      const to = Math.min(end, edges[run]?.end ?? end)
      const marks = edges[run]?.marks ?? []
      const text = match[0].slice(from - match.index, to - match.index)
      tokens.push({ text, marks, key: marks.length === 0 ? text : `${text}\n${JSON.stringify(marks)}` })
      from = to
    }
  }
  return tokens
}

function runEdges(inline: InlineJson): readonly { readonly end: number; readonly marks: readonly MarkJson[] }[] {
  let end = 0
  return inline.map((node) => {
    end += inlineText([node]).length
    return { end, marks: node.marks ?? [] }
  })
}

function steps(before: readonly Token[], after: readonly Token[]): readonly Step[] {
  let start = 0
  while (start < before.length && start < after.length && before[start]?.key === after[start]?.key) start += 1
  let tail = 0
  while (tail < before.length - start && tail < after.length - start && before.at(-1 - tail)?.key === after.at(-1 - tail)?.key) tail += 1
  return [
    ...all('same', after.slice(0, start)),
    ...middleSteps(before.slice(start, before.length - tail), after.slice(start, after.length - tail)),
    ...all('same', after.slice(after.length - tail)),
  ]
}

function middleSteps(before: readonly Token[], after: readonly Token[]): readonly Step[] {
  if (before.length === 0 || after.length === 0) return [...all('deleted', before), ...all('inserted', after)]
  if (before.length * after.length <= largestTable) return tableSteps(before, after)
  const anchors = longestIncreasing(uniqueEquals(before.map(keyOf), after.map(keyOf)))
  if (anchors.length === 0) return [...all('deleted', before), ...all('inserted', after)]
  const found: Step[] = []
  let from = { before: 0, after: 0 }
  for (const anchor of [...anchors, { before: before.length, after: after.length }]) {
    found.push(...steps(before.slice(from.before, anchor.before), after.slice(from.after, anchor.after)))
    found.push(...all('same', after.slice(anchor.after, anchor.after + 1)))
    from = { before: anchor.before + 1, after: anchor.after + 1 }
  }
  return found
}

/** Longest common subsequence by table, words weighing more than spaces and punctuation. */
function tableSteps(before: readonly Token[], after: readonly Token[]): readonly Step[] {
  const numbers = new Map<string, number>()
  const [old, young] = [numbered(before, numbers), numbered(after, numbers)]
  const width = after.length + 1
  const best = new Uint32Array((before.length + 1) * width)
  for (let i = before.length - 1; i >= 0; i--) {
    const weight = /[\p{L}\p{N}]/u.test(before[i]?.text ?? '') ? 3 : 1
    const [row, below] = [i * width, (i + 1) * width]
    for (let j = after.length - 1; j >= 0; j--) {
      const skipped = Math.max(best[below + j] ?? 0, best[row + j + 1] ?? 0)
      best[row + j] = old[i] === young[j] ? Math.max(skipped, (best[below + j + 1] ?? 0) + weight) : skipped
    }
  }
  const found: Step[] = []
  let [i, j] = [0, 0]
  while (i < before.length && j < after.length) {
    const here = best[i * width + j] ?? 0
    const [down, right] = [best[(i + 1) * width + j] ?? 0, best[i * width + j + 1] ?? 0]
    if (old[i] === young[j] && here > down && here > right) {
      found.push(...all('same', [after[j++] as Token]))
      i += 1
    } else {
      found.push(...(down >= right ? all('deleted', [before[i++] as Token]) : all('inserted', [after[j++] as Token])))
    }
  }
  return [...found, ...all('deleted', before.slice(i)), ...all('inserted', after.slice(j))]
}

/** Comparing numbers instead of words makes the table three times as fast. */
function numbered(tokens: readonly Token[], numbers: Map<string, number>): Int32Array {
  return Int32Array.from(tokens, ({ key }) => {
    const number = numbers.get(key) ?? numbers.size
    numbers.set(key, number)
    return number
  })
}

/** Spaces between two changed words change with them, so that a changed phrase reads as one; deletions come first. */
function tidied(found: readonly Step[]): readonly Step[] {
  const tidy: Step[] = []
  let deleted: Step[] = []
  let inserted: Step[] = []
  const close = (): void => {
    tidy.push(...deleted, ...inserted)
    deleted = []
    inserted = []
  }
  found.forEach((step, index) => {
    if (step.kind === 'deleted') deleted.push(step)
    else if (step.kind === 'inserted') inserted.push(step)
    else if (/^\s+$/.test(step.token.text) && deleted.length > 0 && inserted.length > 0 && (found[index + 1]?.kind ?? 'same') !== 'same') {
      deleted.push({ kind: 'deleted', token: step.token })
      inserted.push({ kind: 'inserted', token: step.token })
    } else {
      close()
      tidy.push(step)
    }
  })
  close()
  return tidy
}

function spansOf(found: readonly Step[]): readonly Span[] {
  const spans: Span[] = []
  for (const { kind, token: word } of found) {
    const last = spans.at(-1)
    if (last?.kind === kind && equalMarks(last.marks, word.marks)) spans[spans.length - 1] = { ...last, text: last.text + word.text }
    else spans.push(word.marks.length === 0 ? { kind, text: word.text } : { kind, text: word.text, marks: word.marks })
  }
  return spans
}

function all(kind: Span['kind'], tokens: readonly Token[]): readonly Step[] {
  return tokens.map((word) => ({ kind, token: word }))
}

function keyOf(word: Token): string {
  return word.key
}
