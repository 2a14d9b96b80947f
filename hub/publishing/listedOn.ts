/** Articles as lists name them: made of their words once, and kept while the hub runs, as the list of a month names a thousand. */
import { listedOf } from '../../shared/site/listed.ts'
import type { Listed, Released } from '../../shared/site/model.ts'
import { type Entry, releasedFrom, rowsAt } from './entries.ts'
import { groupSize } from './group.ts'
import { Kept } from './kept.ts'
import { type ListSpec, withItems } from './listing.ts'
import type { Names } from './making.ts'
import type { Gathered, Site } from './site.ts'

/** Some megabytes. */
const most = 5000

const kept = new Kept<Listed>(most)

export async function listedFor(site: Site, entries: readonly Entry[]): Promise<readonly Listed[]> {
  const missing = entries.filter(({ place, digest }) => !site.listed.has(place) && !recall(site, place, digest)).map(({ place }) => place)
  for (let from = 0; from < missing.length; from += groupSize)
    for (const row of await rowsAt(site.reader, missing.slice(from, from + groupSize))) list(site, row.place, releasedFrom(row))
  return entries.map(({ place }) => given(site.listed.get(place), place))
}

/** What a page that lists these articles is made from, whoever makes it. */
export function listing(site: Site, entries: readonly Entry[], bare: () => Promise<ListSpec>): Required<Pick<Gathered, 'spec' | 'list'>> {
  return {
    spec: async () => withItems(await bare(), await listedFor(site, entries)),
    async list() {
      // Looked at once: while others are read, the rest of a batch may go to the second hand.
      const places = entries.map(({ place }) => place)
      const atHand = new Set(places.filter((place) => site.atHand.has(place)))
      const listed = (
        await listedFor(
          site,
          entries.filter(({ place }) => !atHand.has(place)),
        )
      ).values()
      return { list: await bare(), items: places.map((place) => (atHand.has(place) ? place : given(listed.next().value, place))) }
    },
  }
}

function given(listed: Listed | undefined, place: number): Listed {
  if (!listed) throw new Error(`the record has no entry ${place}`)
  return listed
}

/** A standing edition whose words were read for its own page; its lists then need not read them again. */
export function list(site: Site, place: number, released: Released): void {
  keep(site, place, released.digest, listedOf(released, site.press.house))
}

/** For pages that are made at once in this thread. */
export function namesOf(site: Site): Names {
  return { keep: ({ place, digest }, listed) => keep(site, place, digest, listed), at: (place) => site.listed.get(place) }
}

function recall(site: Site, place: number, digest: string): boolean {
  const known = kept.get(site, digest)
  if (known) site.listed.set(place, known)
  return known !== undefined
}

function keep(site: Site, place: number, digest: string, listed: Listed): void {
  site.listed.set(place, listed)
  kept.set(site, digest, listed)
}
