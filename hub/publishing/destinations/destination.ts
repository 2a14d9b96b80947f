/** What every destination can do: look, take a batch whole, and let what it holds be read back. */
import type { Hash } from '../../../shared/canonical.ts'

export interface FileToWrite {
  /** Relative to the site's root, `/` between folders, none before. */
  readonly path: string
  readonly bytes: Uint8Array
  readonly content: Hash
  /** False: should something else stand there already, it is somebody else's and the batch is refused. */
  readonly isOurs: boolean
}

export interface BatchOfFiles {
  /** Put in place in this order. [SI3] */
  readonly writes: readonly FileToWrite[]
  readonly removals: readonly string[]
}

/** Called between any two steps; tests end the process in it. */
export type Step = (name: string) => void

/** All methods throw `DeliveryFailure` for what people can understand and mend. */
export interface Destination {
  /** `empty`: there is no site here yet, or not any more; all of it has to be written. */
  check(): Promise<'ready' | 'empty'>
  /** Removes what an interrupted batch with these paths left beside them. */
  clean(paths: readonly string[]): Promise<void>
  /**
   * All files of a batch or, when one of them cannot be stored, none; none is named before its bytes would outlast a loss of power.
   * Applying it twice is the same as once. Answers how many were written.
   */
  apply(batch: BatchOfFiles, step?: Step): Promise<number>
  /** When it answers, what was applied at these paths outlasts a loss of power, removals included. */
  settle(paths: readonly string[]): Promise<void>
  /** What a reader would get at these paths, by name of its bytes, in their order; undefined where there is nothing. */
  hashes(paths: readonly string[]): Promise<readonly (Hash | undefined)[]>
}
