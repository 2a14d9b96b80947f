/** What stands on a screen and is not saved, by its name: too long for a preview's address, and of use for a moment only. */
import { canonicalBytes, hashOf } from '../../shared/canonical.ts'

/** Of each kind; the oldest goes. */
const most = 64

export class Unsaved<T> {
  readonly #kept = new Map<string, T>()

  /** Answers the name it is found by: the same for the same. */
  keep(value: T): string {
    const name = hashOf('chancery/preview/1\n', canonicalBytes(value))
    this.#kept.delete(name)
    this.#kept.set(name, value)
    for (const oldest of this.#kept.keys()) if (this.#kept.size > most) this.#kept.delete(oldest)
    return name
  }

  /** Undefined when it is not kept any more. */
  get(name: string): T | undefined {
    return this.#kept.get(name)
  }
}
