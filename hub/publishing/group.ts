/** Articles that a whole build comes to together: what the pages of each ask for is read once for all of them. */
import { sql } from 'kysely'
import type { Released } from '../../shared/site/model.ts'
import { editionsOf, type Entry, readReleased, type ReleasedRow, releasedFrom, rowsAt } from './entries.ts'
import type { Part } from './reports.ts'
import type { Site } from './site.ts'

/** Few enough that very long articles fit beside each other, enough that asking costs little beside making. */
export const groupSize = 50

export interface Group {
  /** Of each article, oldest first. */
  readonly editions: ReadonlyMap<string, readonly Entry[]>
  /** Places of the standing editions. */
  readonly places: ReadonlySet<number>
  /** What these name and what they are parts of, by place. */
  readonly previously: ReadonlyMap<number, readonly string[]>
  readonly parts: ReadonlyMap<number, Pick<Part, 'report' | 'part'>>
  /** Their words; read when the first of them is asked for, as a build finds most pages as they are. */
  words: Map<number, ReleasedRow> | undefined
}

/** `entries`: the standing editions of these articles. */
export async function readGroup({ reader, upTo }: Site, entries: readonly Entry[]): Promise<Group> {
  const editions = new Map<string, readonly Entry[]>()
  for (const entry of entries) editions.set(entry.article, entry.edition === 1 ? [entry] : await editionsOf(reader, upTo, entry.article))
  const places = new Set(entries.map(({ place }) => place))
  const asked = JSON.stringify([...places])
  const named = await sql<{ place: number; named: string }>`SELECT place, named FROM record_previously
    WHERE place IN (SELECT value FROM json_each(${asked})) ORDER BY place, n`.execute(reader)
  const previously = new Map<number, string[]>()
  for (const row of named.rows) previously.set(row.place, [...(previously.get(row.place) ?? []), row.named])
  const parts = await sql<{ place: number; report: string; part: number }>`SELECT place, report, part FROM record_part
    WHERE place IN (SELECT value FROM json_each(${asked}))`.execute(reader)
  return { editions, places, previously, parts: new Map(parts.rows.map(({ place, ...part }) => [place, part])), words: undefined }
}

/** As `editionsOf`, of an article that may be one of the group. */
export async function editionsIn({ group, reader, upTo }: Site, article: string): Promise<readonly Entry[]> {
  return group?.editions.get(article) ?? editionsOf(reader, upTo, article)
}

/** As `readReleased`, of an edition that may be one of the group. Throws `DeliveryFailure`. [QU12] */
export async function releasedIn(site: Site, place: number): Promise<Released> {
  const row = await rowIn(site, place)
  return row ? releasedFrom(row) : readReleased(site.reader, place)
}

/** Of an article of the group whose page needs nothing but its own words: no earlier edition, nor any other piece that it names. */
export async function rowAlone(site: Site, article: string): Promise<ReleasedRow | undefined> {
  const { group } = site
  const [entry, later] = group?.editions.get(article) ?? []
  if (!group || !entry || later || group.previously.has(entry.place) || group.parts.has(entry.place)) return undefined
  const row = await rowIn(site, entry.place)
  // It is given away: whoever else asks for it reads it again.
  group.words?.delete(entry.place)
  return row
}

async function rowIn({ group, reader }: Site, place: number): Promise<ReleasedRow | undefined> {
  if (!group?.places.has(place)) return undefined
  group.words ??= new Map((await rowsAt(reader, [...group.places])).map((row) => [row.place, row]))
  return group.words.get(place)
}
