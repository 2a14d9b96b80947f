/** Patience alignment: what stands once on both sides anchors a comparison. */

/** Position on both sides of something equal. */
export interface Match {
  readonly before: number
  readonly after: number
}

/** A possible pair and how well it fits, more than 0. */
export interface Candidate extends Match {
  readonly weight: number
}

/** Every key that stands exactly once on each side, in the order of `before`. Empty keys never match. */
export function uniqueEquals(before: readonly string[], after: readonly string[]): readonly Match[] {
  const places = singles(after)
  return [...singles(before)].flatMap(([key, place]) => {
    const other = places.get(key)
    return key === '' || other === undefined || other < 0 || place < 0 ? [] : [{ before: place, after: other }]
  })
}

/** The longest part of `matches` (in the order of `before`) that is in order on both sides. */
export function longestIncreasing(matches: readonly Match[]): readonly Match[] {
  return heaviestIncreasing(matches.map((match) => ({ ...match, weight: 1 })))
}

/** The heaviest part of `candidates` that is in order on both sides, each place used once. O(n log n). */
export function heaviestIncreasing(candidates: readonly Candidate[]): readonly Candidate[] {
  // Of equal `before` the later `after` first: then no two of one place can stand in one rising chain.
  const sorted = [...candidates].sort((a, b) => a.before - b.before || b.after - a.after)
  const size = sorted.reduce((most, { after }) => Math.max(most, after + 1), 0)
  const tree: (Chain | undefined)[] = []
  for (const candidate of sorted) {
    const previous = bestBelow(tree, candidate.after)
    raise(tree, size, candidate.after + 1, { candidate, previous, weight: candidate.weight + (previous?.weight ?? 0) })
  }
  const chain: Candidate[] = []
  for (let link = bestBelow(tree, size); link !== undefined; link = link.previous) chain.push(link.candidate)
  return chain.reverse()
}

interface Chain {
  readonly candidate: Candidate
  readonly previous: Chain | undefined
  readonly weight: number
}

/** Prefix maxima in a Fenwick tree: the heaviest chain that ends before `place`. */
function bestBelow(tree: readonly (Chain | undefined)[], place: number): Chain | undefined {
  let best: Chain | undefined
  for (let index = place; index > 0; index -= index & -index) {
    const chain = tree[index]
    if (chain !== undefined && chain.weight > (best?.weight ?? 0)) best = chain
  }
  return best
}

function raise(tree: (Chain | undefined)[], size: number, place: number, chain: Chain): void {
  for (let index = place; index <= size; index += index & -index) {
    if (chain.weight > (tree[index]?.weight ?? 0)) tree[index] = chain
  }
}

/** Where each key stands; -1 when it stands more than once. */
function singles(keys: readonly string[]): ReadonlyMap<string, number> {
  const places = new Map<string, number>()
  keys.forEach((key, index) => {
    places.set(key, places.has(key) ? -1 : index)
  })
  return places
}
