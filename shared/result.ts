/** Expected outcomes as values: a thrown error loses all but its message on its way through IPC, a value does not. */

export type FailureCode =
  | 'invalid' // the input breaks a rule that the message names
  | 'notFound'
  | 'notAllowed' // the desk's rules refuse it to this person, now
  | 'conflict' // somebody else changed it first
  | 'offline' // the hub cannot be reached; the work is kept here
  | 'full' // no room left on the disk
  | 'readOnly' // the file is of a newer version, or damaged
  | 'busy'
  | 'internal' // a bug; `reference` finds it in the log

export interface Failure {
  readonly code: FailureCode
  /** For a person: what happened, what is safe, what to do. */
  readonly message: string
  /** What is missing or wrong, piece by piece, to be jumped to. */
  readonly details?: readonly Problem[]
  readonly reference?: string
}

/** One thing that stands in the way: where it is, and what to do, in words. */
export interface Problem {
  readonly where: string
  readonly message: string
}

export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: Failure }

export function ok<T>(value: T): Result<T> {
  return { ok: true, value }
}

export function fail(code: FailureCode, message: string, details?: readonly Problem[]): Result<never> {
  return { ok: false, error: details ? { code, message, details } : { code, message } }
}

/** Ends a switch over a tagged union: does not compile when a case is missing. */
export function unreachable(value: never): never {
  throw new Error(`unreachable: ${JSON.stringify(value)}`)
}
