/** Measuring two or more ways by turns in one run, so that whatever slows the computer down slows all of them. */
import { spawnSync } from 'node:child_process'
import { performance } from 'node:perf_hooks'
import process from 'node:process'

/** A way of doing the work; answers what it took, in whatever unit all of them use. */
export interface Way {
  readonly name: string
  run(round: number): Promise<number> | number
}

export interface Taken {
  /** Per way, what each round took. */
  readonly of: ReadonlyMap<string, readonly number[]>
  median(name: string): number
  /** Of all rounds together: what is put off in one is paid in another. */
  total(name: string): number
  /** Median of the rounds' own ratios: a disturbance that both ways of a round felt does not count. */
  ratio(name: string, peer: string): number
}

/** The first round warms up and is not counted. The order turns each round: nobody always goes first. */
export async function byTurns(rounds: number, ways: readonly Way[]): Promise<Taken> {
  const of = new Map<string, number[]>(ways.map(({ name }) => [name, []]))
  for (let round = 0; round <= rounds; round += 1) {
    const order = round % 2 === 0 ? ways : ways.toReversed()
    for (const way of order) {
      collectGarbage()
      const took = await way.run(round)
      if (round > 0) of.get(way.name)?.push(took)
    }
  }
  return {
    of,
    median: (name) => median(of.get(name) ?? []),
    total: (name) => (of.get(name) ?? []).reduce((sum, took) => sum + took, 0),
    ratio: (name, peer) => median((of.get(name) ?? []).map((took, index) => took / (of.get(peer)?.[index] ?? Number.NaN))),
  }
}

/** Whoever waits for the disk would wait for what the others left to be written as well: all of it is written before `work` begins. */
export function nothingWaits<T>(work: () => T): T {
  if (process.platform === 'linux') spawnSync('/bin/sync')
  return work()
}

/** Milliseconds that `work` took. */
export async function timed(work: () => unknown): Promise<number> {
  const begun = performance.now()
  await work()
  return performance.now() - begun
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5)
}

export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  const place = (sorted.length - 1) * share
  const [below, above] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]]
  if (below === undefined || above === undefined) return Number.NaN
  return below + (above - below) * (place - Math.floor(place))
}

/** What a benchmark left behind is nobody's to clear away who is measured. */
export function collectGarbage(): void {
  const { gc } = globalThis as { gc?: () => void }
  gc?.()
}
