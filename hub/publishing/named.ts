/** The other pieces that an article's page names: what was chosen for it, and its neighbours in a report. [SI2] */
import type { SeriesPart } from '../../shared/desk/series.ts'
import type { Named } from '../../shared/site/model.ts'
import type { Reader } from '../context.ts'
import { type Entry, standingEntries } from './entries.ts'
import { listedFor } from './listedOn.ts'
import type { PageName } from './pageName.ts'
import { partAt, partsBeside } from './reports.ts'
import type { Site } from './site.ts'

/** Who names others, and whom: of an edition in the record, or of one to come. */
export interface Naming {
  readonly article: string
  /** Its number in the record; Infinity while it has none, as it will come after all others. */
  readonly number: number
  readonly previously: readonly string[]
  /** Undefined: no part of a report. */
  readonly part: SeriesPart | undefined
}

export interface NamedPieces {
  readonly inputs: readonly string[]
  listed(): Promise<Named>
}

export async function namingAt({ reader, group }: Site, { article, number, place }: Entry): Promise<Naming> {
  const isInGroup = group?.places.has(place) === true
  const own = isInGroup ? group.parts.get(place) : await partAt(reader, place)
  const previously = isInGroup ? (group.previously.get(place) ?? []) : await previouslyAt(reader, place)
  return { article, number, previously, part: own && { name: own.report, number: own.part } }
}

async function previouslyAt(reader: Reader, place: number): Promise<readonly string[]> {
  const rows = await reader.selectFrom('record_previously').select('named').where('place', '=', place).orderBy('n').execute()
  return rows.map(({ named }) => named)
}

/** None that is not out yet, and none that was taken down: what was withdrawn or retracted carries the word. */
export async function namedBy(site: Site, { article, number, previously, part }: Naming): Promise<NamedPieces> {
  const chosen = await chosenEntries(
    site,
    [...new Set(previously)].filter((id) => id !== article),
  )
  const beside = part && (await partsBeside(site, part.name, { part: part.number, number }, article))
  const [before, after] = [beside?.before?.entry, beside?.after?.entry]
  const one = async (entry: Entry | undefined) => (entry && (await listedFor(site, [entry]))[0]) ?? null
  return {
    inputs: ['named', ...chosen.map(({ digest }) => digest), before?.digest ?? '', after?.digest ?? ''],
    listed: async () => ({ previously: await listedFor(site, chosen), before: await one(before), after: await one(after) }),
  }
}

async function chosenEntries({ reader, upTo }: Site, ids: readonly string[]): Promise<readonly Entry[]> {
  if (ids.length === 0) return []
  const found = await standingEntries(reader, upTo)
    .where('r.article', 'in', [...ids])
    .where('r.kind', '<>', 'takedown')
    .execute()
  return ids.flatMap((id) => found.find(({ article }) => article === id) ?? [])
}

/** Pages that name these articles, as they stand. */
export async function pagesNaming({ reader, upTo }: Site, articles: readonly string[]): Promise<readonly PageName[]> {
  const names: PageName[] = []
  for (const named of articles) {
    const entries = await standingEntries(reader, upTo)
      .where('r.place', 'in', (all) => all.selectFrom('record_previously').select('place').where('named', '=', named))
      .execute()
    for (const { article, address } of entries) names.push({ page: 'article', article, address })
  }
  return names
}
