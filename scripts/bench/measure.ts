/** What a benchmark hands back: ratios with their budgets, and why something was left out. */

export type Budget = { readonly most: number } | { readonly least: number }

export interface Measure {
  /** What was done, and how large: `typing, 10,000 words`. */
  readonly what: string
  /** What it is compared with: `bare TipTap + Yjs`. */
  readonly peer: string
  /** Ours by the peer's: of times when the budget says most, of rates when it says least. */
  readonly ratio: number
  /** None: for information only. */
  readonly budget?: Budget
  /** Absolute figures with their units, never judged. */
  readonly ours: string
  readonly theirs: string
}

/** Left out on this computer, and why. */
export interface Skipped {
  readonly what: string
  readonly why: string
}

export interface BenchOptions {
  /** Smaller sizes and fewer rounds, for a fast look. */
  readonly quick: boolean
  /** A folder of the benchmark's own, removed afterwards. */
  readonly folder: string
  /** Path of a Chromium; empty when there is none. */
  readonly chromium: string
  say(sentence: string): void
}

export type Benchmark = (options: BenchOptions) => Promise<readonly (Measure | Skipped)[]>

export function isBeyond({ ratio, budget }: Measure): boolean {
  if (!budget) return false
  // What could not be measured did not hold.
  return 'most' in budget ? !(ratio <= budget.most) : !(ratio >= budget.least)
}

/** `1.25 ms`, `340 ms`, `5.3 s`. */
export function duration(ms: number): string {
  if (ms >= 10_000) return `${(ms / 1000).toFixed(1)} s`
  if (ms >= 1000) return `${(ms / 1000).toFixed(2)} s`
  return `${ms >= 100 ? ms.toFixed(0) : ms >= 10 ? ms.toFixed(1) : ms.toFixed(2)} ms`
}

/** `10,000`. */
export function figure(n: number): string {
  return String(n).replaceAll(/\B(?=(\d{3})+$)/g, ',')
}
