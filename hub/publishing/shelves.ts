/** Shelves: lists of articles that grow by pages – each section's, and that of the notices – at one place of the record. [SI2] */
import { listPages, type PlannedPage } from '../../shared/site/lists.ts'
import type { Reader } from '../context.ts'
import { editionsOf, type Entry, entryColumns, standing } from './entries.ts'
import type { PageName } from './pageName.ts'
import type { Site } from './site.ts'

/** Articles on a full page. */
export const shelfPageSize = 40

export type Shelf = { readonly section: string } | 'notices'

function onShelf(reader: Reader, upTo: number, shelf: Shelf) {
  const all = standing(reader, upTo)
  return shelf === 'notices'
    ? all.where('r.place', 'in', (notices) => notices.selectFrom('record_notice').select('place'))
    : all.where('r.category', '=', shelf.section)
}

/** With `below`, only those numbered lower: the position of that number. */
async function countOn(reader: Reader, upTo: number, shelf: Shelf, below?: number): Promise<number> {
  const all = onShelf(reader, upTo, shelf)
  const some = below === undefined ? all : all.where('r.number', '<', below)
  const { n } = await some.select(({ fn }) => fn.countAll<number>().as('n')).executeTakeFirstOrThrow()
  return n
}

/** The pages of a shelf as it stands: a section's first page is there before anything is on it, that of the notices is not. */
export async function shelfPages(reader: Reader, upTo: number, shelf: Shelf): Promise<readonly PlannedPage[]> {
  const total = await countOn(reader, upTo, shelf)
  return total === 0 && shelf === 'notices' ? [] : listPages(total, shelfPageSize)
}

/** One page with its articles, newest first; undefined when the shelf has no page of this number. */
export async function shelfPage(
  site: Site,
  shelf: Shelf,
  number: number,
): Promise<(PlannedPage & { readonly entries: readonly Entry[] }) | undefined> {
  const { reader, upTo } = site
  const all = await wholeShelf(site, shelf)
  const pages = all ? listPages(all.length, shelfPageSize) : await shelfPages(reader, upTo, shelf)
  const page = pages.find((planned) => planned.number === number)
  const total = pages[0]?.to ?? 0
  if (!page || (total === 0 && shelf === 'notices')) return undefined
  if (all) return { ...page, entries: all.slice(page.from, page.to).toReversed() }
  // From the newest down: that is where the page that grows begins.
  const entries = await onShelf(reader, upTo, shelf)
    .select(entryColumns)
    .orderBy('r.number', 'desc')
    .offset(total - page.to)
    .limit(page.to - page.from)
    .execute()
  return { ...page, entries }
}

/** Everything on a shelf, the oldest first, where a whole build knows what stands; others read the pages they come to. */
async function wholeShelf({ reader, standing: all, shelves }: Site, shelf: Shelf): Promise<readonly Entry[] | undefined> {
  if (!all) return undefined
  const known = shelves.get(keyOf(shelf))
  if (known) return known
  const on = shelf === 'notices' ? await noticesAmong(reader, all) : all.filter(({ category }) => category === shelf.section)
  shelves.set(keyOf(shelf), on)
  return on
}

async function noticesAmong(reader: Reader, entries: readonly Entry[]): Promise<readonly Entry[]> {
  const places = new Set((await reader.selectFrom('record_notice').select('place').execute()).map(({ place }) => place))
  return entries.filter(({ place }) => places.has(place))
}

export function shelfPageName(shelf: Shelf, number: number): PageName {
  return shelf === 'notices' ? { page: 'notices', number } : { page: 'category', category: shelf.section, number }
}

/** Whether an article came to a shelf or left it since `from`, and its number. */
interface Touched {
  readonly number: number
  readonly isShifted: boolean
}

/** Pages of shelves that hold one of these articles; where articles came or went, all from the first of them on. */
export async function shelfPagesReached(site: Site, from: number, articles: readonly string[]): Promise<readonly PageName[]> {
  const shelves = new Map<string, { readonly shelf: Shelf; readonly touched: Touched[] }>()
  for (const id of articles) {
    const editions = await editionsOf(site.reader, site.upTo, id)
    const after = editions.at(-1)
    const before = editions.findLast(({ place }) => place <= from)
    if (!after) continue
    const [was, is] = [before ? await shelvesOf(site.reader, before) : [], await shelvesOf(site.reader, after)]
    const keys = new Set([...was, ...is].map(keyOf))
    for (const key of keys) {
      const shelf = [...was, ...is].find((known) => keyOf(known) === key)
      if (!shelf) continue
      const isShifted = was.some((known) => keyOf(known) === key) !== is.some((known) => keyOf(known) === key)
      const known = shelves.get(key) ?? { shelf, touched: [] }
      known.touched.push({ number: after.number, isShifted })
      shelves.set(key, known)
    }
  }
  const names: PageName[] = []
  for (const { shelf, touched } of shelves.values()) names.push(...(await pagesReached(site, from, shelf, touched)))
  return names
}

async function shelvesOf(reader: Reader, { category, place }: Entry): Promise<readonly Shelf[]> {
  const notice = await reader.selectFrom('record_notice').select('place').where('place', '=', place).executeTakeFirst()
  return notice ? [{ section: category }, 'notices'] : [{ section: category }]
}

function keyOf(shelf: Shelf): string {
  return shelf === 'notices' ? 'notices' : `section ${shelf.section}`
}

async function pagesReached({ reader, upTo }: Site, from: number, shelf: Shelf, touched: readonly Touched[]): Promise<readonly PageName[]> {
  const pages = await shelfPages(reader, upTo, shelf)
  const positions: number[] = []
  for (const { number } of touched) positions.push(await countOn(reader, upTo, shelf, number))
  const first = Math.min(...positions)
  const before = listPages(await countOn(reader, from, shelf), shelfPageSize)
  const mostBefore = before.length - 1
  const isShifted = touched.some((one) => one.isShifted)
  const reached = pages.filter((page) =>
    isShifted ? page.to > first || page.number > mostBefore || page.number === 0 : positions.some((at) => at >= page.from && at < page.to),
  )
  const numbers = new Set(reached.map(({ number }) => number))
  if (pages.length === 0) numbers.add(0)
  for (let number = Math.max(1, pages.length); number <= mostBefore; number += 1) numbers.add(number)
  return [...numbers].map((number) => shelfPageName(shelf, number))
}
