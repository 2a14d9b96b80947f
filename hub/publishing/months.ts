/** The archive by months: which there are is read once a build, what is in one is kept for the next that comes into the same. */
import type { Reader } from '../context.ts'
import { type Entry, entriesUpTo } from './entries.ts'
import { archiveMonths, monthEntries } from './lists.ts'
import type { Site } from './site.ts'

/** As `archiveMonths`. */
export async function monthsOf(site: Site): Promise<Awaited<ReturnType<typeof archiveMonths>>> {
  site.months ??= await archiveMonths(site.reader, site.upTo)
  return site.months
}

interface Month {
  readonly name: string
  /** The place of the record at which these stood. */
  readonly upTo: number
  /** Newest first. */
  readonly entries: readonly Entry[]
}

/** Of each hub's file the month asked for last: nearly always the one that the next piece comes into. */
const kept = new WeakMap<Reader, Month>()

/** As `monthEntries`. */
export async function entriesOfMonth(site: Site, month: string): Promise<readonly Entry[]> {
  const { reader, upTo, standing } = site
  const known = kept.get(reader)
  if (known?.name === month && known.upTo === upTo) return known.entries
  const entries =
    standing?.filter((entry) => entry.month === month).toReversed() ??
    (known?.name === month && known.upTo < upTo ? await grown(reader, known, upTo) : await monthEntries(reader, upTo, month))
  kept.set(reader, { name: month, upTo, entries })
  return entries
}

/** As the month stands once the record has come to `upTo`: an entry is never changed, and an article keeps its month and its number. */
async function grown(reader: Reader, { name, upTo: from, entries }: Month, upTo: number): Promise<readonly Entry[]> {
  const released = await entriesUpTo(reader, upTo).where('r.place', '>', from).orderBy('r.place').execute()
  const newest = new Map(released.filter(({ month }) => month === name).map((entry) => [entry.article, entry]))
  if (newest.size === 0) return entries
  return [...newest.values(), ...entries.filter(({ article }) => !newest.has(article))].toSorted((one, other) => other.number - one.number)
}
