/** Comparing two texts: short ones in the page, at once; long ones in a worker, so that nobody's keys or clicks wait for it. */
import { type Comparison, compareDocuments } from '../../shared/document/compare.ts'
import type { DocumentJson, NodeJson } from '../../shared/document/json.ts'

export interface Pair {
  readonly before: DocumentJson
  readonly after: DocumentJson
}

export interface AskedComparison extends Pair {
  readonly n: number
}

/** `comparison` null: it could not be made there. */
export interface AnsweredComparison {
  readonly n: number
  readonly comparison: Comparison | null
}

/** Characters of both together that are compared within a frame or two. */
const short = 50_000

export function isLongPair({ before, after }: Pair): boolean {
  let left = short
  for (const { headline, standfirst, body } of [before, after]) {
    for (const part of [headline, standfirst, body]) left = spend(part, left)
  }
  return left < 0
}

/** Looks no further than it has to. */
function spend(nodes: readonly NodeJson[], left: number): number {
  let rest = left
  for (const { text, content } of nodes) {
    if (rest < 0) return rest
    rest -= text?.length ?? 0
    if (content) rest = spend(content, rest)
  }
  return rest
}

/** `begin` starts a worker that answers as `comparing.worker.ts` does; where none can be had, or it breaks, the page compares. */
export function comparer(begin: () => Worker): (pair: Pair) => Promise<Comparison> {
  const waiting = new Map<number, (comparison: Comparison | null) => void>()
  let worker: Worker | undefined
  let n = 0
  const end = () => {
    // One that has failed goes on otherwise.
    worker?.terminate()
    worker = undefined
    for (const resolve of waiting.values()) resolve(null)
    waiting.clear()
  }
  const beside = (pair: Pair): Promise<Comparison | null> => {
    if (!worker) {
      worker = begin()
      worker.addEventListener('message', ({ data }: MessageEvent<AnsweredComparison>) => {
        waiting.get(data.n)?.(data.comparison)
        waiting.delete(data.n)
      })
      worker.addEventListener('error', end)
    }
    const { headline, standfirst, body } = pair.before
    const { after } = pair
    const sent = {
      before: { headline, standfirst, body },
      after: { headline: after.headline, standfirst: after.standfirst, body: after.body },
    }
    n += 1
    worker.postMessage({ n, ...sent } satisfies AskedComparison)
    return new Promise((resolve) => waiting.set(n, resolve))
  }
  return async (pair) => {
    try {
      const found = await beside(pair)
      if (found) return found
    } catch {
      // No worker is to be had here.
    }
    return compareDocuments(pair.before, pair.after)
  }
}

/** The page's own; its worker begins with the first long text. */
export const compareBeside = comparer(
  () => new Worker(new URL('./comparing.worker.ts', import.meta.url), { type: 'module', name: 'comparing' }),
)
