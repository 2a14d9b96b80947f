/** Articles as lists name them, read once a build. */
import { listedOf } from '../../shared/site/listed.ts'
import type { Listed } from '../../shared/site/model.ts'
import { type Entry, readReleased } from './entries.ts'
import type { Site } from './site.ts'

export async function listedFor(site: Site, entries: readonly Entry[]): Promise<readonly Listed[]> {
  const items: Listed[] = []
  for (const { place } of entries) items.push(site.listed.get(place) ?? (await read(site, place)))
  return items
}

async function read(site: Site, place: number): Promise<Listed> {
  const listed = listedOf(await readReleased(site.reader, place), site.press.house)
  site.listed.set(place, listed)
  return listed
}
