/** Which articles stand on which list, at one place of the record: by index, never by reading all of them. [SI2] */
import { EditionKind } from '../../shared/desk/edition.ts'
import { statusAfter } from '../../shared/desk/publicStatus.ts'
import { listPages, type PlannedPage } from '../../shared/site/lists.ts'
import type { Reader } from '../context.ts'
import { type Entry, entriesUpTo, standing, standingEntries } from './entries.ts'

/** Entries in a feed. */
export const feedItems = 25

/** Entries on a full page of the corrections register. */
export const registerPageSize = 40

/** Kinds that the corrections register keeps; an update or a typographical change is no correction. [SI8] */
const registered = ['correction', 'clarification', 'editors_note', 'withdrawal', 'retraction', 'takedown'] as const

/** Newest first publication first. */
export async function newestArticles(reader: Reader, upTo: number, limit: number): Promise<readonly Entry[]> {
  return standingEntries(reader, upTo).orderBy('r.number', 'desc').limit(limit).execute()
}

/** Those of these articles that readers can read, by id. */
export async function liveEntries(reader: Reader, upTo: number, articles: readonly string[]): Promise<ReadonlyMap<string, Entry>> {
  if (articles.length === 0) return new Map()
  const entries = await standingEntries(reader, upTo)
    .where('r.article', 'in', [...articles])
    .execute()
  return new Map(entries.filter(isLive).map((entry) => [entry.article, entry]))
}

export function isLive({ kind }: Entry): boolean {
  return statusAfter(EditionKind.parse(kind)) === 'live'
}

export async function newestInCategory(reader: Reader, upTo: number, category: string, limit: number): Promise<readonly Entry[]> {
  return standingEntries(reader, upTo).where('r.category', '=', category).orderBy('r.number', 'desc').limit(limit).execute()
}

/** Standing editions by release, newest first. */
export async function newestReleases(reader: Reader, upTo: number, limit: number): Promise<readonly Entry[]> {
  return standingEntries(reader, upTo).orderBy('r.place', 'desc').limit(limit).execute()
}

/** A month's articles, newest first. */
export async function monthEntries(reader: Reader, upTo: number, month: string): Promise<readonly Entry[]> {
  return standingEntries(reader, upTo).where('r.month', '=', month).orderBy('r.number', 'desc').execute()
}

/** Months in which anything was first published, newest first, and how many articles: by index alone. */
export async function archiveMonths(reader: Reader, upTo: number): Promise<readonly { readonly month: string; readonly count: number }[]> {
  return standing(reader, upTo)
    .select(({ fn }) => ['r.month as month', fn.countAll<number>().as('count')])
    .groupBy('r.month')
    .orderBy('r.month', 'desc')
    .execute()
}

/** An entry of the register with the kind of the edition that stands now: of what was taken down little may be said. */
export interface RegisterEntry {
  readonly entry: Entry
  readonly standingKind: string
}

/** The newest entries of the register. */
export async function newestCorrections(reader: Reader, upTo: number, limit: number): Promise<readonly RegisterEntry[]> {
  return withStanding(reader, upTo, await inRegister(reader, upTo).orderBy('r.place', 'desc').limit(limit).execute())
}

/** The pages of the register as it stands; entries are only ever added, so none moves to another page but off the newest. */
export async function registerPages(reader: Reader, upTo: number): Promise<readonly PlannedPage[]> {
  return listPages(await countInRegister(reader, upTo), registerPageSize)
}

/** Entries up to a place of the record: the position of the one that comes after it. */
export async function countInRegister(reader: Reader, upTo: number): Promise<number> {
  const { n } = await reader
    .selectFrom('record as r')
    .where('r.place', '<=', upTo)
    .where('r.kind', 'in', [...registered])
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow()
  return n
}

/** True for an edition that the register tells of. */
export function isRegistered({ kind }: Entry): boolean {
  return (registered as readonly string[]).includes(kind)
}

/** One page of the register, newest first; undefined when it has no page of this number. */
export async function registerPageOf(
  reader: Reader,
  upTo: number,
  number: number,
): Promise<(PlannedPage & { readonly entries: readonly RegisterEntry[] }) | undefined> {
  const page = (await registerPages(reader, upTo)).find((planned) => planned.number === number)
  if (!page) return undefined
  const entries = await inRegister(reader, upTo)
    .orderBy('r.place')
    .offset(page.from)
    .limit(page.to - page.from)
    .execute()
  return { ...page, entries: await withStanding(reader, upTo, entries.toReversed()) }
}

function inRegister(reader: Reader, upTo: number) {
  return entriesUpTo(reader, upTo).where('r.kind', 'in', [...registered])
}

async function withStanding(reader: Reader, upTo: number, entries: readonly Entry[]): Promise<readonly RegisterEntry[]> {
  if (entries.length === 0) return []
  const articles = [...new Set(entries.map(({ article }) => article))]
  const current = await standingEntries(reader, upTo).where('r.article', 'in', articles).execute()
  const kinds = new Map(current.map(({ article, kind }) => [article, kind]))
  return entries.map((entry) => ({ entry, standingKind: kinds.get(entry.article) ?? entry.kind }))
}
