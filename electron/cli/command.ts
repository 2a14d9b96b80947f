/** What a command is, and what it answers. */
import type { ParseArgsConfig } from 'node:util'
import type { Failure, Result } from '../../shared/result.ts'
import type { Hand } from './hand.ts'

export type Options = NonNullable<ParseArgsConfig['options']>

/** Options every command takes. */
export const everyOption = {
  data: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const satisfies Options

export interface Answer {
  /** For `--json`: the whole of standard output. */
  readonly document: unknown
  /** For people: printed as it is, with a newline when it is text and has none. */
  readonly text: string | Uint8Array
  /** Sentences beside the answer, on standard error. */
  readonly notes?: readonly string[]
  /** 0 unless told: a part was refused, or something was found wrong. */
  readonly exit?: number
}

/** The command was written wrongly: exit 2 and its usage. */
export interface WrongUsage {
  readonly wrongUsage: string
}

export interface Arguments {
  readonly words: readonly string[]
  readonly values: Readonly<Record<string, string | boolean | readonly (string | boolean)[] | undefined>>
}

interface Form {
  readonly name: string
  /** What follows the name in its usage line. */
  readonly form: string
  /** One line of `help`. */
  readonly summary: string
  /** Lines that its own help adds. */
  readonly details?: string
  readonly options: Options
  /** Fewest and most words after the name. */
  readonly words: readonly [number, number]
}

export type Outcome = Result<Answer> | WrongUsage

/** Asks an open workstation. `desk`: one that is begun; `folder`: one that may be begun by the command. */
export interface DeskCommand extends Form {
  readonly needs: 'desk' | 'folder'
  run(hand: Hand, given: Arguments): Promise<Outcome>
  /** What can still be said of a desk that does not open, and why it does not. */
  closed?(dataFolder: string, failure: Failure): Outcome
}

/** Works on the files of a data folder that nobody has open. */
export interface ClosedCommand extends Form {
  readonly needs: 'closed'
  run(dataFolder: string, given: Arguments): Promise<Outcome>
}

/** Says something about the program itself. */
export interface TellingCommand extends Form {
  readonly needs: 'nothing'
  tell(given: Arguments): Outcome
}

export type Command = DeskCommand | ClosedCommand | TellingCommand

/** The text of an option; empty when it was not given. */
export function textOf(given: Arguments, option: string): string {
  const value = given.values[option]
  return typeof value === 'string' ? value : ''
}

export function isGiven(given: Arguments, option: string): boolean {
  return given.values[option] === true
}

/** The texts of an option that may come several times, each perhaps a list with commas. */
export function textsOf(given: Arguments, option: string): readonly string[] {
  const values = given.values[option]
  const list = Array.isArray(values) ? (values as readonly (string | boolean)[]) : []
  return list
    .flatMap((value) => (typeof value === 'string' ? value.split(',') : []))
    .map((text) => text.trim())
    .filter((text) => text !== '')
}
