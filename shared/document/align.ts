/** Which block of one text became which block of another. */
import type { InlineJson, NodeJson } from './json.ts'
import { type Candidate, heaviestIncreasing, longestIncreasing, type Match, uniqueEquals } from './patience.ts'
import { wordBag } from './tokens.ts'

/** Where a block stands in a list or in a table. */
export interface BlockPlace {
  /** `begins`: the first block of its entry; the others go on with it. `depth` counts lists from 1. */
  readonly list?: { readonly depth: number; readonly isOrdered: boolean; readonly begins: boolean }
  /** Rows and columns counted from 0, tables by where they stand. */
  readonly cell?: {
    readonly table: number
    readonly row: number
    readonly column: number
    readonly isHeading: boolean
    readonly colSpan: number
    readonly rowSpan: number
  }
}

export interface Block {
  readonly type: string
  readonly attrs: NodeJson['attrs'] | undefined
  /** Node names and attributes from the outermost inwards. */
  readonly form: string
  readonly inline: InlineJson
  readonly text: string
  readonly place: BlockPlace
}

/** A block of the one side, of the other, or of both, by index. */
export interface Pair {
  readonly before?: number
  readonly after?: number
  readonly isMoved: boolean
}

/** Shared words, twice, over all words: below this two paragraphs have nothing to do with each other. */
const leastOverlap = 0.4

/** Fewest characters of a block that is told as moved: shorter ones are equal by chance. */
const leastMoved = 20

/**
 * Every block of both sides, in the order of `after`, what is only in `before` where it stood. Blocks that stand once on each side
 * are paired first (patience), those out of order are moved; in the gaps the pairs with the most shared words follow.
 */
export function alignedBlocks(before: readonly Block[], after: readonly Block[]): readonly Pair[] {
  const equals = uniqueEquals(before.map(textOf), after.map(textOf))
  const anchors = longestIncreasing(equals)
  const anchored = new Set(anchors.map((anchor) => anchor.before))
  const moved = equals.filter((match) => !anchored.has(match.before) && isLong(before[match.before]))
  const taken = { before: new Set(moved.map((match) => match.before)), after: new Set(moved.map((match) => match.after)) }
  const matches: Match[] = []
  let from: Match = { before: 0, after: 0 }
  for (const anchor of [...anchors, { before: before.length, after: after.length }]) {
    const gap = { before: range(from.before, anchor.before, taken.before), after: range(from.after, anchor.after, taken.after) }
    matches.push(...overlapping(gap.before, gap.after, before, after), anchor)
    from = { before: anchor.before + 1, after: anchor.after + 1 }
  }
  return ordered(matches, [...moved, ...alsoMoved(matches, taken, before, after)], before.length, after.length)
}

/** The pairs of one gap, in order, that share the most words. */
function overlapping(
  old: readonly number[],
  young: readonly number[],
  before: readonly Block[],
  after: readonly Block[],
): readonly Match[] {
  if (old.length === 0 || young.length === 0) return []
  const bags = young.map((index) => wordBag(after[index]?.text ?? ''))
  const sizes = bags.map(bagSize)
  const places = new Map<string, { readonly place: number; readonly count: number }[]>()
  bags.forEach((bag, place) => {
    for (const [word, count] of bag) {
      const found = places.get(word)
      if (found === undefined) places.set(word, [{ place, count }])
      else found.push({ place, count })
    }
  })
  const shared = new Uint32Array(young.length)
  const candidates: Candidate[] = []
  for (const index of old) {
    shared.fill(0)
    const block = before[index] as Block
    const bag = wordBag(block.text)
    const size = bagSize(bag)
    for (const [word, count] of bag) {
      for (const other of places.get(word) ?? []) shared[other.place] = (shared[other.place] ?? 0) + Math.min(count, other.count)
    }
    for (let place = 0; place < young.length; place++) {
      const total = size + (sizes[place] ?? 0)
      const common = 2 * (shared[place] ?? 0)
      // Nearly every pair ends here, so nothing dearer may come before.
      if (common < leastOverlap * total) continue
      const youngIndex = young[place] as number
      const other = after[youngIndex] as Block
      const overlap = block.text === other.text ? 1 : common / Math.max(1, total)
      // Of two equal texts the one in the same form fits better; empty blocks and rules pair only with their like.
      const weight = block.form === other.form ? overlap * 1.01 : block.text === '' ? 0 : overlap
      if (overlap >= leastOverlap && weight > 0) candidates.push({ before: index, after: youngIndex, weight })
    }
  }
  return heaviestIncreasing(candidates)
}

/** Equal blocks that stand several times, or in different gaps, and found no partner in order. */
function alsoMoved(
  matches: readonly Match[],
  taken: { readonly before: ReadonlySet<number>; readonly after: ReadonlySet<number> },
  before: readonly Block[],
  after: readonly Block[],
): readonly Match[] {
  const left = new Map<string, number[]>()
  const paired = { before: new Set(matches.map((match) => match.before)), after: new Set(matches.map((match) => match.after)) }
  before.forEach((block, index) => {
    if (paired.before.has(index) || taken.before.has(index) || !isLong(block)) return
    left.set(block.text, [...(left.get(block.text) ?? []), index])
  })
  return after.flatMap((block, index) => {
    const origin = paired.after.has(index) || taken.after.has(index) ? undefined : left.get(block.text)?.shift()
    return origin === undefined ? [] : [{ before: origin, after: index }]
  })
}

function ordered(matches: readonly Match[], moved: readonly Match[], beforeLength: number, afterLength: number): readonly Pair[] {
  const origin = new Map(moved.map((match) => [match.after, match.before]))
  const left = new Set(moved.map((match) => match.before))
  const pairs: Pair[] = []
  let from: Match = { before: 0, after: 0 }
  for (const match of matches) {
    for (let index = from.before; index < match.before; index++) if (!left.has(index)) pairs.push({ before: index, isMoved: false })
    for (let index = from.after; index < match.after; index++) {
      const source = origin.get(index)
      pairs.push(source === undefined ? { after: index, isMoved: false } : { before: source, after: index, isMoved: true })
    }
    // The last match stands behind both texts.
    if (match.before < beforeLength && match.after < afterLength) pairs.push({ before: match.before, after: match.after, isMoved: false })
    from = { before: match.before + 1, after: match.after + 1 }
  }
  return pairs
}

function range(from: number, to: number, without: ReadonlySet<number>): readonly number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, offset) => from + offset).filter((index) => !without.has(index))
}

function bagSize(bag: ReadonlyMap<string, number>): number {
  let size = 0
  for (const count of bag.values()) size += count
  return size
}

function textOf(block: Block): string {
  return block.text
}

function isLong(block: Block | undefined): boolean {
  return block !== undefined && block.text.length >= leastMoved
}
