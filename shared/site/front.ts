/** The front page: lead and seconds, notices, a special report, sections, the latest, corrections, the letter. It names only what the paper stands behind; it carries the masthead of the newest edition on it. [SI11] */
import { addresses, categoryAddress, linkFrom, type Place } from './address.ts'
import { dayAndMonth, fullTime, grouped } from './dates.ts'
import { html, type Markup, nothing } from './markup.ts'
import { frontMasthead } from './masthead.ts'
import type { CorrectionEntry, Listed, PageText, PageSpec } from './model.ts'
import { newsletter } from './newsletter.ts'
import { slotsOf } from './frontSlots.ts'
import { specialReport } from './specialReport.ts'
import { listMasthead, sheet } from './sheet.ts'
import { categoryName, headlineLink, mark, story } from './stories.ts'

type FrontSpec = Extract<PageSpec, { page: 'front' }>

const storiesPerSection = 4
const latestShown = 6
const beneathLead = 2

export function frontPage(spec: FrontSpec, place: Place): PageText {
  const { publication, description } = place.house.settings
  const dated = listMasthead(spec.newest)
  return sheet(place, {
    title: publication,
    description,
    address: addresses.front,
    dated,
    masthead: frontMasthead(place, dated, spec.newest),
    record: spec.head,
    hasLetter: true,
    main: html`<main id="content" class="front">
${
  spec.items.length === 0
    ? html`<p class="empty">Nothing has been printed yet.</p>
${foot([newsletter(place)])}`
    : blocks(spec, place)
}</main>
`,
  })
}

function blocks(spec: FrontSpec, place: Place): Markup {
  const { lead, seconds: second, notices, rest } = slotsOf(spec)
  const hasNotices = notices.length > 0
  const beneath = hasNotices ? rest.slice(0, beneathLead) : []
  const latest = rest.slice(beneath.length, beneath.length + latestShown)
  const parts = spec.arranged && spec.arranged.report.length > 0 ? spec.arranged.report : reportParts(spec)
  const report = specialReport(parts, place, lead)
  const above = new Set([lead, ...second, ...beneath, ...notices, ...(report === nothing ? [] : parts)].map((item) => item?.address))
  const side = hasNotices ? noticeColumn(notices, place) : latestBlock(latest, place)
  const nothingStands = lead === undefined && !hasNotices
  const top = html`<div class="top ${second.length > 0 ? 'seconds' : 'alone'} ${side === nothing ? 'bare' : 'sided'}">
${
  lead !== undefined &&
  html`<div class="lead-column">
${story(lead, place, { level: 2, look: 'lead', kicker: 'named' })}${
  beneath.length > 0 &&
  html`<ul class="beneath">
${beneath.map(
  (item) => html`<li>${headlineLink(item, place)}${mark(item)}</li>
`,
)}</ul>
`
}</div>
`
}${
  second.length > 0 &&
  html`<div class="second-column">
${second.map((item) => story(item, place, { level: 2, look: 'second', kicker: 'named' }))}</div>
`
}${side}</div>
`
  return html`${nothingStands ? emptyFront(place) : top}${report}${sectionColumns(spec, place, above)}${foot([hasNotices ? latestBlock(latest, place) : nothing, correctionsBlock(spec.corrections, place), newsletter(place)])}${
    spec.newest !== null &&
    html`<p class="made">This front was made with No. ${grouped(spec.newest.number)}, edition ${spec.newest.edition}: ${fullTime(spec.newest.publishedAt)}.</p>
`
  }`
}

/** When all that was printed has been withdrawn. */
function emptyFront(place: Place): Markup {
  return html`<p class="empty">No article stands on the front. Everything printed before is in <a href="${linkFrom(place, addresses.archive)}">all editions</a>.</p>
`
}

/** The blocks at the foot of the front, as many abreast as there are. */
function foot(given: readonly Markup[]): Markup {
  const shown = given.filter((block) => block !== nothing)
  return html`<div class="foot by-${shown.length}">
${shown}</div>
`
}

/** Parts of special reports among everything the front knows of, each once. */
function reportParts({ items, byCategory }: FrontSpec): readonly Listed[] {
  const all = [...items, ...byCategory.flatMap((section) => section.items)]
  const known = new Map(all.map((item) => [item.address, item]))
  return [...known.values()].filter(
    ({ status, pieceKind, series }) => status === 'live' && pieceKind === 'reportPart' && series.name !== '',
  )
}

/** Sections beside each other; one all of whose pieces stand above is left out. */
function sectionColumns({ byCategory }: FrontSpec, place: Place, above: ReadonlySet<string | undefined>): Markup {
  const columns = byCategory
    .map(({ slug, items }) => ({
      slug,
      items: items.filter(({ address, status }) => status === 'live' && !above.has(address)).slice(0, storiesPerSection),
    }))
    .filter(({ slug, items }) => items.length > 0 && categoryName(slug, place) !== '')
  if (columns.length === 0) return nothing
  return html`<div class="section-columns by-${abreast(columns.length)}">
${columns.map(
  ({ slug, items: [first, ...others] }) => html`<section aria-labelledby="section-${slug}">
<h2 id="section-${slug}" class="section-title"><a href="${linkFrom(place, categoryAddress(slug))}">${categoryName(slug, place)}</a></h2>
${first !== undefined && story(first, place, { level: 3, look: 'plain', kicker: 'none' })}${
  others.length > 0 &&
  html`<ul class="others">
${others.map(
  (item) => html`<li>${headlineLink(item, place)}${mark(item)}</li>
`,
)}</ul>
`
}</section>
`,
)}</div>
`
}

/** How many sections stand beside each other, so that no row is left with one. */
function abreast(sections: number): number {
  if (sections <= 4) return sections
  return sections % 4 === 0 || sections % 4 === 3 ? 4 : 3
}

function noticeColumn(notices: readonly Listed[], place: Place): Markup {
  return html`<section class="notices" aria-labelledby="notices">
<h2 id="notices">Notices</h2>
${notices.map(
  (item) => html`<article>
${
  item.credit !== '' &&
  html`<p class="issuer">${item.credit}</p>
`
}<p class="date">${dayAndMonth(item.firstPublishedAt.at)}</p>
<h3>${headlineLink(item, place)}</h3>
${
  item.access === 'registered' &&
  html`<p class="mark">For registered readers, free</p>
`
}</article>
`,
)}${
  notices.some(({ pieceKind }) => pieceKind === 'notice') &&
  html`<p class="more"><a href="${linkFrom(place, addresses.notices)}">All notices</a></p>
`
}</section>
`
}

function latestBlock(latest: readonly Listed[], place: Place): Markup {
  if (latest.length === 0) return nothing
  return html`<section class="latest" aria-labelledby="latest">
<h2 id="latest" class="section-title">Latest</h2>
<ol>
${latest.map(
  (
    item,
  ) => html`<li><time datetime="${item.firstPublishedAt.at}">${dayAndMonth(item.firstPublishedAt.at)}</time> <span>${headlineLink(item, place)}${mark(item)}</span></li>
`,
)}</ol>
<p class="more"><a href="${linkFrom(place, addresses.archive)}">Archive</a></p>
</section>
`
}

/** The newest corrections, in a sentence each, and the way to all of them. [SI8] */
function correctionsBlock(entries: readonly CorrectionEntry[], place: Place): Markup {
  if (entries.length === 0) return nothing
  return html`<section class="put-right" aria-labelledby="put-right">
<h2 id="put-right">Corrections</h2>
${entries.map(
  ({
    listed,
    text,
  }) => html`<p>${text} (<a href="${linkFrom(place, listed.address)}">${listed.headline}</a>, ${dayAndMonth(listed.publishedAt.at)})</p>
`,
)}<p class="more"><a href="${linkFrom(place, addresses.corrections)}">The register, with what we wrote and what is right</a></p>
</section>
`
}
