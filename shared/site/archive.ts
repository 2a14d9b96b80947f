/** The archive by date: the newest articles beside an index of months, and a ledger for each month. */
import { addresses, linkFrom, monthAddress, type Place } from './address.ts'
import { grouped, monthOnly, monthWords } from './dates.ts'
import { html, type Markup } from './markup.ts'
import type { Listed, PageText, PageSpec } from './model.ts'
import { listMasthead, sheet } from './sheet.ts'
import { ledger, listHeading } from './stories.ts'

type ArchiveSpec = Extract<PageSpec, { page: 'archive' }>

const intro = 'Everything this paper has printed, newest first. Nothing has been taken out without a notice in its place.'

/** The newest articles month by month, beside an index of every month. */
export function archivePage(spec: ArchiveSpec, place: Place): PageText {
  const shown = [...new Set(spec.items.map(monthOf))]
  return sheet(place, {
    title: 'Archive',
    description: intro,
    address: addresses.archive,
    current: addresses.archive,
    dated: listMasthead(spec.newest),
    main: html`<main id="content" class="archive indexed">
${listHeading('Archive', intro, place)}
${
  spec.months.length === 0
    ? html`<p class="empty">Nothing has been printed yet.</p>
`
    : html`${monthIndex(spec, place)}<div class="months-shown">
${shown.map((month) => monthBlock(month, spec, place))}</div>
`
}</main>
`,
  })
}

export function archiveMonthPage(spec: Extract<PageSpec, { page: 'archiveMonth' }>, place: Place): PageText {
  const title = monthWords(spec.month)
  return sheet(place, {
    title,
    description: `What ${place.house.settings.publication} printed in ${title}.`,
    address: monthAddress(spec.month),
    current: addresses.archive,
    dated: listMasthead(spec.newest),
    main: html`<main id="content" class="archive month">
${listHeading(title, '')}
<p class="count">${articles(spec.items.length)}</p>
${ledger(spec.items, place, 'with section')}<nav class="pager" aria-label="Months">
${
  spec.next !== '' &&
  html`<a rel="prev" href="${linkFrom(place, monthAddress(spec.next))}">${monthWords(spec.next)}</a>
`
}<a href="${linkFrom(place, addresses.archive)}">All months</a>
${
  spec.previous !== '' &&
  html`<a rel="next" href="${linkFrom(place, monthAddress(spec.previous))}">${monthWords(spec.previous)}</a>
`
}</nav>
</main>
`,
  })
}

/** Every month with its count, by year. */
function monthIndex({ months, hasReports }: ArchiveSpec, place: Place): Markup {
  const years = [...new Set(months.map(({ month }) => month.slice(0, 4)))].toSorted().toReversed()
  return html`<nav class="years" aria-label="Months">
${years.map(
  (year) => html`<h2>${year}</h2>
<ul class="months">
${months
  .filter(({ month }) => month.startsWith(year))
  .toSorted((one, other) => (one.month < other.month ? 1 : -1))
  .map(
    ({
      month,
      count,
    }) => html`<li><a href="${linkFrom(place, monthAddress(month))}">${monthOnly(month)}</a> <span>${grouped(count)}</span></li>
`,
  )}</ul>
`,
)}${
  hasReports &&
  html`<h2><a href="${linkFrom(place, addresses.reports)}">Special reports</a></h2>
`
}</nav>
`
}

/** The last month shown may be cut off: its whole list is a page of its own. */
function monthBlock(month: string, { items, months }: ArchiveSpec, place: Place): Markup {
  const own = items.filter((item) => monthOf(item) === month)
  const count = months.find((known) => known.month === month)?.count ?? own.length
  const address = linkFrom(place, monthAddress(month))
  return html`<section aria-labelledby="month-${month}">
<header><h2 id="month-${month}"><a href="${address}">${monthWords(month)}</a></h2> <p class="count">${articles(count)}</p></header>
${ledger(own, place, 'with section')}${
  count > own.length &&
  html`<p class="more"><a href="${address}">All of ${monthWords(month)}</a></p>
`
}</section>
`
}

function monthOf({ firstPublishedAt }: Listed): string {
  return firstPublishedAt.at.slice(0, 7)
}

function articles(count: number): string {
  return `${grouped(count)} ${count === 1 ? 'article' : 'articles'}`
}
