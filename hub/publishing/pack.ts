/** The bytes of a batch, beside each other in memory that other threads see too: handing over ten thousand small pieces costs more than making them. */

/** So many bytes of pages before a batch goes out. */
export const packBytes = 4 * 1024 * 1024

const encoder = new TextEncoder()

export class Pack {
  readonly #buffer = new Uint8Array(new SharedArrayBuffer(packBytes))
  #used = 0
  #isFull = false

  get isFull(): boolean {
    return this.#isFull
  }

  /** For the next batch, once nobody reads what stands in it any more. */
  empty(): void {
    this.#used = 0
    this.#isFull = false
  }

  /** The text in UTF-8. What is larger than the room that is left stands by itself, and the pack is full. */
  write(text: string): Uint8Array {
    const { read, written } = encoder.encodeInto(text, this.#buffer.subarray(this.#used))
    return read === text.length ? this.#taken(written) : this.#beside(encoder.encode(text))
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
