/** Counts what an import leaves behind, and says it. */

import { sourceWords } from './pictures.ts'

const shownNames = 8

/** Grows while a file is walked; `notes()` at the end. */
export class Losses {
  readonly #pictures: string[] = []
  #links = 0
  #address = ''

  /** `source`: as the file names it; empty for one without a name. */
  picture(source: string): void {
    this.#pictures.push(source)
  }

  /** Each once. */
  pictures(): readonly string[] {
    return [...new Set(this.#pictures)].filter((source) => source !== '')
  }

  /** A link whose address no page may carry; its words stay. */
  link(address: string): void {
    this.#links += 1
    if (this.#address === '') this.#address = address.slice(0, 60)
  }

  /** One sentence for each kind. */
  notes(): readonly string[] {
    const notes: string[] = []
    const count = this.#pictures.length
    if (count > 0)
      notes.push(
        `${counted(count, 'picture was', 'pictures were')} not brought: ${named(this.#pictures)}. The text around ${count === 1 ? 'it' : 'them'} is complete. A picture comes along from the file’s own folder, never from a web page.`,
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

/** The first few by name. */
function named(sources: readonly string[]): string {
  const shown = [...new Set(sources)].slice(0, shownNames).map((source) => (source === '' ? 'one without a name' : sourceWords(source)))
  const more = new Set(sources).size - shown.length
  return more > 0 ? `${shown.join(', ')} and ${more} more` : shown.join(', ')
}
