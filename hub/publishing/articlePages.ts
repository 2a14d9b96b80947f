/** What the pages of one article are made from: its own, those of its earlier editions, and the addresses that lead to it. */
import { shortAddress } from '../../shared/site/address.ts'
import { type Earlier, earlierOf } from '../../shared/site/earlier.ts'
import { type Entry, readReleased } from './entries.ts'
import { editionsIn, releasedIn } from './group.ts'
import { list } from './listedOn.ts'
import { namedBy, namingAt } from './named.ts'
import type { Gathered, Site } from './site.ts'

export async function articlePage(site: Site, id: string): Promise<Gathered | undefined> {
  const editions = await editionsIn(site, id)
  const current = editions.at(-1)
  if (!current) return undefined
  const named = await namedBy(site, await namingAt(site, current))
  return {
    inputs: [...editions.map(({ digest }) => digest), ...named.inputs],
    async spec() {
      const released = await releasedIn(site, current.place)
      list(site, current.place, released)
      return { page: 'article', released, earlier: await earlier(site, editions), named: await named.listed() }
    },
  }
}

/** Where the house offers it; at a former address of the article there is none. */
export async function ninjsPage(site: Site, id: string, address: string): Promise<Gathered | undefined> {
  if (site.press.house.settings.machineFiles?.ninjs !== true) return undefined
  const current = (await editionsIn(site, id)).at(-1)
  if (current?.address !== address) return undefined
  return { inputs: [current.digest], spec: async () => ({ page: 'ninjs', released: await releasedIn(site, current.place) }) }
}

/** None for one whose words may not be shown any more. [SI13] */
export async function editionPage(site: Site, id: string, edition: number): Promise<Gathered | undefined> {
  const editions = await editionsIn(site, id)
  const index = editions.findIndex((entry) => entry.edition === edition)
  const [own, next] = [editions[index], editions[index + 1]]
  if (index < 0 || !own || !next) return undefined
  if (!(await earlier(site, editions)).some((known) => known.edition === edition && known.isKept)) return undefined
  return {
    inputs: [own.digest, next.digest],
    async spec() {
      const { envelope } = await readReleased(site.reader, next.place)
      return {
        page: 'edition',
        released: await readReleased(site.reader, own.place, 'live'),
        replacedBy: { edition: envelope.edition, publishedAt: envelope.publishedAt },
      }
    },
  }
}

/** Read once a build: every page of an earlier edition asks, and so does the article's own. */
async function earlier({ reader, earlier: known }: Site, editions: readonly Entry[]): Promise<readonly Earlier[]> {
  const id = editions[0]?.article ?? ''
  if (editions.length < 2) return []
  const before = known.get(id)
  if (before) return before
  const released = []
  for (const { place } of editions) released.push(await readReleased(reader, place))
  const found = earlierOf(released)
  known.set(id, found)
  return found
}

/** Undefined where the article stands itself, and where it never stood. [SI4] [SI14] */
export async function pointerPage(site: Site, id: string, address: string): Promise<Gathered | undefined> {
  const editions = await editionsIn(site, id)
  const current = editions.at(-1)
  if (!current || current.address === address) return undefined
  const { number, address: to } = current
  if (address !== shortAddress(number) && !editions.some((edition) => edition.address === address)) return undefined
  return { inputs: [to, number], spec: async () => ({ page: 'pointer', address, to, number }) }
}
