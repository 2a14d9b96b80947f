/** The archive by date: an index of months, and a ledger for each. */
import { addresses, linkFrom, monthAddress, type Place } from './address.ts'
import { grouped, monthOnly, monthWords } from './dates.ts'
import { html, type Markup } from './markup.ts'
import type { Page, PageSpec } from './model.ts'
import { listMasthead, sheet } from './sheet.ts'
import { ledger, listHeading } from './stories.ts'

type ArchiveSpec = Extract<PageSpec, { page: 'archive' }>

const intro = 'Everything this paper has printed. Nothing has been taken out without a notice in its place.'

export function archivePage(spec: ArchiveSpec, place: Place): Page {
  const years = [...new Set(spec.months.map(({ month }) => month.slice(0, 4)))].toSorted().toReversed()
  return sheet(place, {
    title: 'All editions',
    description: intro,
    address: addresses.archive,
    current: addresses.archive,
    dated: listMasthead(spec.newest),
    main: html`<main id="content" class="archive">
${listHeading('All editions', intro)}
${
  years.length === 0
    ? html`<p class="empty">Nothing has been printed yet.</p>
`
    : html`<div class="years">
${years.map((year) => yearBlock(year, spec, place))}</div>
`
}</main>
`,
  })
}

export function archiveMonthPage(spec: Extract<PageSpec, { page: 'archiveMonth' }>, place: Place): Page {
  const title = monthWords(spec.month)
  const count = spec.items.length
  return sheet(place, {
    title,
    description: `What ${place.house.settings.publication} printed in ${title}.`,
    address: monthAddress(spec.month),
    current: addresses.archive,
    dated: listMasthead(spec.newest),
    main: html`<main id="content" class="archive month">
${listHeading(title, '')}
<p class="count">${grouped(count)} ${count === 1 ? 'article' : 'articles'}</p>
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

function yearBlock(year: string, { months }: ArchiveSpec, place: Place): Markup {
  const own = months.filter(({ month }) => month.startsWith(year)).toSorted((one, other) => (one.month < other.month ? 1 : -1))
  return html`<section aria-labelledby="year-${year}">
<h2 id="year-${year}">${year}</h2>
<ul class="months">
${own.map(
  ({
    month,
    count,
  }) => html`<li><a href="${linkFrom(place, monthAddress(month))}">${monthOnly(month)}</a> <span>${grouped(count)}</span></li>
`,
)}</ul>
</section>
`
}
