/** What the hub answers when it does not take what it was sent: a value at the border, an error inside the client. */
import type { HubAnswer } from '../../shared/sync/messages.ts'

/** The hub did not take what it was sent; the sentence is for a person. What was sent stays in the outbox. */
export class HubRefused extends Error {
  readonly refusal: string
  constructor(refusal: string, message: string) {
    super(message)
    this.name = 'HubRefused'
    this.refusal = refusal
  }
}

/** What was answered; throws `HubRefused`. */
export function value<T extends 'hello' | 'push' | 'pull' | 'putBlob' | 'getBlob'>(answer: HubAnswer<T>) {
  if (!answer.ok) throw new HubRefused(answer.refusal, answer.message)
  return answer.value
}
