/** Special reports at one place of the record: which there are, their parts in order, and whom a change of one reaches. */
import { seriesSlug } from '../../shared/desk/series.ts'
import type { Reader } from '../context.ts'
import { editionsOf, type Entry, standingEntries } from './entries.ts'
import type { PageName } from './pageName.ts'
import type { Site } from './site.ts'

export interface Part {
  readonly entry: Entry
  /** As printed with it. */
  readonly report: string
  readonly part: number
}

/** Where a piece stands among the parts: by its number in the report, then by its number in the record. */
type Position = Pick<Part, 'part'> & { readonly number: number }

/** Special reports of which anything was ever released, by name. */
export async function reportNames(reader: Reader): Promise<readonly string[]> {
  const rows = await reader.selectFrom('record_part').select('report').distinct().orderBy('report').execute()
  return rows.map(({ report }) => report)
}

/** The parts of the report of this slug, in order, but those that were taken down; kept while one build lasts. */
export async function partsOf(site: Site, slug: string): Promise<readonly Part[]> {
  const known = site.reports.get(slug)
  if (known) return known
  const names = (await reportNames(site.reader)).filter((name) => seriesSlug(name) === slug)
  const parts: Part[] = []
  for (const report of names) parts.push(...(await partsNamed(site, report)))
  const ordered = parts.toSorted((one, other) => order(positionOf(one), positionOf(other)))
  site.reports.set(slug, ordered)
  return ordered
}

async function partsNamed({ reader, upTo }: Site, report: string): Promise<readonly Part[]> {
  const entries = await standingEntries(reader, upTo)
    .where('r.place', 'in', (all) => all.selectFrom('record_part').select('place').where('report', '=', report))
    .where('r.kind', '<>', 'takedown')
    .execute()
  const parts: Part[] = []
  for (const entry of entries) {
    const own = await partAt(reader, entry.place)
    if (own) parts.push({ entry, ...own })
  }
  return parts
}

/** Reports that have a part to be read, by the newest of their parts; the name is that of the part that was released last. */
export async function standingReports(site: Site): Promise<readonly { readonly parts: readonly Part[]; readonly newest: Part }[]> {
  const slugs = new Set((await reportNames(site.reader)).map(seriesSlug))
  const reports: { readonly parts: readonly Part[]; readonly newest: Part }[] = []
  for (const slug of slugs) {
    const parts = await partsOf(site, slug)
    const newest = newestOf(parts)
    if (newest) reports.push({ parts, newest })
  }
  return reports.toSorted((one, other) => other.newest.entry.number - one.newest.entry.number)
}

export function newestOf(parts: readonly Part[]): Part | undefined {
  return parts.toSorted((one, other) => other.entry.number - one.entry.number)[0]
}

/** What an edition is a part of; undefined for most. */
export async function partAt(reader: Reader, place: number): Promise<Pick<Part, 'report' | 'part'> | undefined> {
  return reader.selectFrom('record_part').select(['report', 'part']).where('place', '=', place).executeTakeFirst()
}

/** The parts before and after this position, the piece itself left out. */
export async function partsBeside(
  site: Site,
  report: string,
  position: Position,
  article: string,
): Promise<{ readonly before: Part | undefined; readonly after: Part | undefined }> {
  const others = (await partsOf(site, seriesSlug(report))).filter(({ entry }) => entry.article !== article)
  return {
    before: others.findLast((other) => order(positionOf(other), position) < 0),
    after: others.find((other) => order(positionOf(other), position) > 0),
  }
}

/** Pages of reports that these articles joined, left or moved in since `from`, and the parts beside where they stood and stand. */
export async function reportPagesReached(site: Site, from: number, articles: readonly string[]): Promise<readonly PageName[]> {
  const { reader, upTo } = site
  const names: PageName[] = []
  for (const article of articles) {
    const editions = await editionsOf(reader, upTo, article)
    for (const edition of [editions.findLast(({ place }) => place <= from), editions.at(-1)]) {
      const own = edition && (await partAt(reader, edition.place))
      if (!own) continue
      names.push({ page: 'series', slug: seriesSlug(own.report) }, { page: 'reports' })
      const { before, after } = await partsBeside(site, own.report, { part: own.part, number: edition.number }, article)
      for (const beside of [before, after])
        if (beside) names.push({ page: 'article', article: beside.entry.article, address: beside.entry.address })
    }
  }
  return names
}

function positionOf({ part, entry: { number } }: Part): Position {
  return { part, number }
}

function order(one: Position, other: Position): number {
  return one.part - other.part || one.number - other.number
}
