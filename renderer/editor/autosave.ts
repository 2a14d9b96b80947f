/** Saving while somebody writes: updates gathered for a moment, one save in flight, kept and tried again until it is done. */
import { mergeUpdates } from 'yjs'
import type { Saved } from '../../shared/contract/articles.ts'
import type { Failure, Result } from '../../shared/result.ts'

/** Milliseconds without a key after which a save begins, and after which it begins in spite of keys. */
export const idle = 250
export const longest = 1000
/** Milliseconds until a failed save is tried again: doubled each time, up to the second. */
const retries = [2000, 30_000] as const

export interface Report {
  readonly saving: () => void
  readonly saved: (saved: Saved) => void
  readonly failed: (failure: Failure) => void
}

export type Send = (update: Uint8Array) => Promise<Result<Saved>>

/** Lives as long as its document. Nothing given to `add` is let go before the workstation answered that it is stored. */
export class Autosave {
  readonly #send: Send
  readonly #report: Report
  #waiting: Uint8Array[] = []
  #inFlight: Promise<void> | undefined
  #timer: ReturnType<typeof setTimeout> | undefined
  /** When what waits began to wait, and when the last of it came. */
  #since = 0
  #lastAt = 0
  #retryTimer: ReturnType<typeof setTimeout> | undefined
  #failures = 0

  constructor(send: Send, report: Report) {
    this.#send = send
    this.#report = report
  }

  /** True while something on screen is not yet known to be stored. */
  get isUnsaved(): boolean {
    return this.#waiting.length > 0 || this.#inFlight !== undefined
  }

  add(update: Uint8Array): void {
    this.#waiting.push(update)
    if (this.#failures > 0) return
    this.#report.saving()
    this.#lastAt = Date.now()
    if (this.#timer === undefined) this.#wait(this.#lastAt)
  }

  /** One timer for many keys: setting it anew with each costs more than looking once too often. */
  #wait(since: number): void {
    this.#since = since
    this.#timer = setTimeout(() => this.#look(), idle)
  }

  #look(): void {
    const now = Date.now()
    const left = Math.min(this.#lastAt + idle, this.#since + longest) - now
    // A clock that was set meanwhile makes a save early, never late.
    if (left <= 0 || left > idle) void this.flush()
    else this.#timer = setTimeout(() => this.#look(), left)
  }

  /** Saves what waits, now; resolves when nothing waits any more or the save failed. */
  async flush(): Promise<void> {
    this.#clearTimers()
    while (this.#inFlight) await this.#inFlight
    if (this.#waiting.length === 0) return
    this.#inFlight = this.#save()
    await this.#inFlight
  }

  async #save(): Promise<void> {
    const sent = this.#waiting
    this.#waiting = []
    const result = await this.#attempt(sent)
    this.#inFlight = undefined
    if (result.ok) {
      this.#failures = 0
      if (this.#waiting.length === 0) this.#report.saved(result.value)
      else if (this.#timer === undefined) this.#wait(Date.now())
      return
    }
    this.#waiting = [...sent, ...this.#waiting]
    this.#report.failed(result.error)
    const pause = Math.min(retries[0] * 2 ** this.#failures, retries[1])
    this.#failures += 1
    this.#retryTimer = setTimeout(() => void this.flush(), pause)
  }

  async #attempt(updates: readonly Uint8Array[]): Promise<Result<Saved>> {
    try {
      return await this.#send(updates.length === 1 && updates[0] ? updates[0] : mergeUpdates([...updates]))
    } catch (error) {
      return {
        ok: false,
        error: {
          code: 'internal',
          message: `The text could not be handed over: ${error instanceof Error ? error.message : String(error)}.`,
        },
      }
    }
  }

  #clearTimers(): void {
    clearTimeout(this.#timer)
    clearTimeout(this.#retryTimer)
    this.#timer = undefined
    this.#retryTimer = undefined
  }
}
