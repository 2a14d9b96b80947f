/** What was made of released editions, kept while the hub runs: the next piece is named on lists and in feeds beside the same ones. */
import type { Hash } from '../../shared/canonical.ts'
import type { Reader } from '../context.ts'
import type { Site } from './site.ts'

/** By digest, which with the house names all that goes into it. */
export class Kept<T> {
  readonly #most: number
  /** Of each hub's file; those used last stand last. */
  readonly #of = new WeakMap<Reader, { readonly house: Hash; readonly made: Map<Hash, T> }>()

  constructor(most: number) {
    this.#most = most
  }

  get(site: Site, digest: Hash): T | undefined {
    const made = this.#madeFor(site)
    const known = made.get(digest)
    if (known !== undefined) {
      made.delete(digest)
      made.set(digest, known)
    }
    return known
  }

  set(site: Site, digest: Hash, value: T): void {
    const made = this.#madeFor(site)
    made.delete(digest)
    made.set(digest, value)
    const [oldest] = made.size > this.#most ? made.keys() : []
    if (oldest !== undefined) made.delete(oldest)
  }

  /** Of one house at a time: another comes when all of the site is made again, or was only tried, and then this much is read once more. */
  #madeFor({ reader, press }: Site): Map<Hash, T> {
    const house = press.house.settingsHash
    const known = this.#of.get(reader)
    if (known?.house === house) return known.made
    const made = new Map<Hash, T>()
    this.#of.set(reader, { house, made })
    return made
  }
}
