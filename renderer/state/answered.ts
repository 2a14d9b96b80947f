/** What is not answered at all is no answer: what stands on the screen, unsaved words with it, stays until there is one. [WS4] */
import type { Failure, Result } from '../../shared/result.ts'

/** Nothing answered, or not now; told as a failure only where nothing was answered before. */
export class Unanswered extends Error {
  readonly failure: Failure
  constructor(failure: Failure) {
    super(failure.message)
    this.name = 'Unanswered'
    this.failure = failure
  }
}

/** A query’s answer. Throws `Unanswered`, whereupon the query keeps the answer it had. */
export async function answered<T>(asked: Promise<Result<T>>): Promise<Result<T>> {
  const result = await asked
  if (!result.ok && result.error.code === 'offline') throw new Unanswered(result.error)
  return result
}

/** Why there is no value: the refusal, or that nothing has answered yet. */
export function failureOf(result: Result<unknown> | undefined, error: Error | null): Failure | undefined {
  if (result) return result.ok ? undefined : result.error
  return error instanceof Unanswered ? error.failure : undefined
}
