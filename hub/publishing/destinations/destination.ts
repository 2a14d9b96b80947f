/** What every destination can do: look, take files in two steps, and let what it holds be read back. */
import type { Hash } from '../../../shared/canonical.ts'

export interface FileToWrite {
  /** Relative to the site's root, `/` between folders, none before. */
  readonly path: string
  readonly bytes: Uint8Array
  readonly content: Hash
  /** False: should something else stand there already, it is somebody else's and the batch is refused. */
  readonly isOurs: boolean
}

export interface Placing {
  /** Paths that were laid, put in place in this order. [SI3] */
  readonly laid: readonly string[]
  readonly removals: readonly string[]
}

/** Called between any two steps; tests end the process in it. */
export type Step = (name: string) => void

/** All methods throw `DeliveryFailure` for what people can understand and mend. */
export interface Destination {
  /** `empty`: there is no site here yet, or not any more; all of it has to be written. */
  check(): Promise<'ready' | 'empty'>
  /** Removes what was laid beside these paths and not put in place. */
  clean(paths: readonly string[]): Promise<void>
  /**
   * Brings files there, where no reader asks for them: all of them or, when one cannot be stored, none. Answers the paths
   * that were laid, in their order: one that holds these very bytes already is left out.
   */
  lay(files: readonly FileToWrite[], step?: Step): Promise<readonly string[]>
  /** Gives what was laid its name and removes what has to go. None is named before the bytes of all would outlast a loss of power. */
  place(placing: Placing, step?: Step): Promise<void>
  /** When it answers, what was placed at these paths outlasts a loss of power, removals included. */
  settle(paths: readonly string[]): Promise<void>
  /** What a reader would get at these paths, by name of its bytes, in their order; undefined where there is nothing. */
  hashes(paths: readonly string[]): Promise<readonly (Hash | undefined)[]>
}
