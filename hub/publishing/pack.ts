/** The bytes of a batch, beside each other in one buffer that is handed to another thread whole: ten thousand small ones cost more than their pages. */

/** So many bytes of pages before a batch goes out. */
export const packBytes = 8 * 1024 * 1024

export class Pack {
  // Not cleared: what is handed on was written over.
  readonly #buffer: Uint8Array = Buffer.allocUnsafeSlow(packBytes)
  #used = 0

  get isFull(): boolean {
    return this.#used >= packBytes
  }

  /** The same bytes in this pack; what is larger than the room that is left stays where it is, and the pack is full. */
  keep(bytes: Uint8Array): Uint8Array {
    const from = this.#used
    this.#used += bytes.length
    if (this.#used > packBytes) return bytes
    this.#buffer.set(bytes, from)
    return this.#buffer.subarray(from, this.#used)
  }
}
