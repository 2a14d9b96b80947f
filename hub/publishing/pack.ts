/** The bytes of a batch, beside each other in memory that other threads see too: handing over ten thousand small pieces costs more than making them. */
import type { Markup } from '../../shared/site/markup.ts'

/** So many bytes of pages before a batch goes out. */
export const packBytes = 3 * 1024 * 1024

const encoder = new TextEncoder()
/** What stands around every article is half of its page, and put into bytes once. */
const encoded = new WeakMap<Markup, Uint8Array>()

export class Pack {
  readonly #buffer: Uint8Array<SharedArrayBuffer>
  #used: number
  #isFull = false

  /** A new one, or what another thread handed over. */
  constructor(buffer = new SharedArrayBuffer(packBytes), used = 0) {
    this.#buffer = new Uint8Array(buffer)
    this.#used = used
  }

  get buffer(): SharedArrayBuffer {
    return this.#buffer.buffer
  }

  get used(): number {
    return this.#used
  }

  get isFull(): boolean {
    return this.#isFull
  }

  /** For the next batch, once nobody reads what stands in it any more. */
  empty(): void {
    this.#used = 0
    this.#isFull = false
  }

  /** The parts in UTF-8, one after the other. What is larger than the room that is left stands by itself, and the pack is full. */
  write(parts: readonly Markup[]): Uint8Array {
    let length = 0
    for (const part of parts) {
      const written = this.#put(part, this.#used + length)
      if (written < 0) return this.#beside(encoder.encode(parts.map(({ html }) => html).join('')))
      length += written
    }
    return this.#taken(length)
  }

  /** How many bytes it took; below 0 when there was no room for it. */
  #put(part: Markup, at: number): number {
    const room = this.#buffer.subarray(at)
    if (part.isRepeated !== true) {
      const { read, written } = encoder.encodeInto(part.html, room)
      return read === part.html.length ? written : -1
    }
    const bytes = encoded.get(part) ?? encoder.encode(part.html)
    encoded.set(part, bytes)
    if (bytes.length > room.length) return -1
    room.set(bytes)
    return bytes.length
  }

  /** The same bytes in this pack, or where they were, as `write`. */
  keep(bytes: Uint8Array): Uint8Array {
    if (bytes.length > this.#buffer.length - this.#used) return this.#beside(bytes)
    this.#buffer.set(bytes, this.#used)
    return this.#taken(bytes.length)
  }

  /** The last bytes that were put in are not needed after all. */
  giveBack(bytes: Uint8Array): void {
    if (bytes.buffer === this.#buffer.buffer) this.#used -= bytes.length
  }

  #taken(length: number): Uint8Array {
    this.#used += length
    return this.#buffer.subarray(this.#used - length, this.#used)
  }

  #beside(bytes: Uint8Array): Uint8Array {
    this.#isFull = true
    return bytes
  }
}
