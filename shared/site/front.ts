/** The front page: lead and seconds, notices, the latest, sections. It names only what the paper stands behind; it carries the masthead of the newest edition on it. [SI11] */
import { addresses, categoryAddress, linkFrom, type Place } from './address.ts'
import { clock, dayAndMonth, fullTime, grouped } from './dates.ts'
import { html, type Markup, nothing } from './markup.ts'
import { frontMasthead } from './masthead.ts'
import type { Listed, Page, PageSpec } from './model.ts'
import { listMasthead, sheet } from './sheet.ts'
import { categoryName, headlineLink, mark, story } from './stories.ts'

type FrontSpec = Extract<PageSpec, { page: 'front' }>

const seconds = 3
const noticesShown = 4
const storiesPerSection = 4
const latestShown = 6

export function frontPage(spec: FrontSpec, place: Place): Page {
  const { publication, description } = place.house.settings
  const dated = listMasthead(spec.newest)
  return sheet(place, {
    title: publication,
    description,
    address: addresses.front,
    dated,
    masthead: frontMasthead(place, dated),
    record: spec.head,
    main: html`<main id="content" class="front">
${
  spec.items.length === 0
    ? html`<p class="empty">Nothing has been printed yet.</p>
`
    : blocks(spec, place)
}</main>
`,
  })
}

function blocks(spec: FrontSpec, place: Place): Markup {
  const standing = spec.items.filter(({ status }) => status === 'live')
  const notices = standing.filter(({ pieceKind }) => pieceKind === 'notice').slice(0, noticesShown)
  const [lead, ...rest] = standing.filter((item) => !notices.includes(item))
  const second = rest.slice(0, seconds)
  const latest = rest.slice(seconds, seconds + latestShown)
  const above = new Set([lead, ...second, ...notices].map((item) => item?.address))
  const side = notices.length > 0 ? noticeColumn(notices, place) : latestColumn(latest, place)
  return html`<div class="top ${second.length > 0 ? 'seconds' : 'alone'} ${side === nothing ? 'bare' : 'sided'}">
${
  lead !== undefined &&
  html`<div class="lead-column">
${story(lead, place, { level: 2, look: 'lead', kicker: 'named' })}${notices.length > 0 && latestColumn(latest, place)}</div>
`
}${
  second.length > 0 &&
  html`<div class="second-column">
${second.map((item) => story(item, place, { level: 2, look: 'second', kicker: 'named' }))}</div>
`
}${side}</div>
${sectionColumns(spec, place, above)}${
  spec.newest !== null &&
  html`<p class="made">This front was made with No. ${grouped(spec.newest.number)}, edition ${spec.newest.edition}: ${fullTime(spec.newest.publishedAt)}.</p>
`
}`
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
)}</section>
`
}

function latestColumn(latest: readonly Listed[], place: Place): Markup {
  if (latest.length === 0) return nothing
  return html`<section class="latest" aria-labelledby="latest">
<h2 id="latest" class="section-title">Latest</h2>
<ol>
${latest.map(
  (
    item,
  ) => html`<li><time datetime="${item.firstPublishedAt.at}">${dayAndMonth(item.firstPublishedAt.at)}, ${clock(item.firstPublishedAt)}</time> ${headlineLink(item, place)}${mark(item)}</li>
`,
)}</ol>
<p class="more"><a href="${linkFrom(place, addresses.archive)}">All editions</a></p>
</section>
`
}
