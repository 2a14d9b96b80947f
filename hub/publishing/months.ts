/** The archive by months, read once a build: the page of a month, its sitemap and the pages that name months ask for the same. */
import type { Entry } from './entries.ts'
import { archiveMonths, monthEntries } from './lists.ts'
import type { Site } from './site.ts'

/** As `archiveMonths`. */
export async function monthsOf(site: Site): Promise<Awaited<ReturnType<typeof archiveMonths>>> {
  site.months ??= await archiveMonths(site.reader, site.upTo)
  return site.months
}

/** As `monthEntries`; only that of the month asked for last is kept. */
export async function entriesOfMonth(site: Site, month: string): Promise<readonly Entry[]> {
  if (site.month?.name !== month) site.month = { name: month, entries: await read(site, month) }
  return site.month.entries
}

async function read({ reader, upTo, standing }: Site, month: string): Promise<readonly Entry[]> {
  return standing?.filter((entry) => entry.month === month).toReversed() ?? monthEntries(reader, upTo, month)
}
