/** Counts what an import leaves behind, and says it. */

/** Grows while a file is walked; `notes()` at the end. */
export class Losses {
  #pictures = 0
  #links = 0
  #address = ''

  picture(): void {
    this.#pictures += 1
  }

  /** A link whose address no page may carry; its words stay. */
  link(address: string): void {
    this.#links += 1
    if (this.#address === '') this.#address = address.slice(0, 60)
  }

  /** One sentence for each kind. */
  notes(): readonly string[] {
    const notes: string[] = []
    if (this.#pictures > 0)
      notes.push(
        `${counted(this.#pictures, 'picture was', 'pictures were')} not brought; the text around ${this.#pictures === 1 ? 'it' : 'them'} is complete.`,
      )
    if (this.#links > 0) {
      notes.push(
        `${counted(this.#links, 'link was', 'links were')} taken off ${this.#links === 1 ? 'its' : 'their'} words, which stay: an address must begin with https, http, mailto or tel (found: “${this.#address}”).`,
      )
    }
    return notes
  }
}

function counted(count: number, one: string, many: string): string {
  return count === 1 ? `1 ${one}` : `${count} ${many}`
}
