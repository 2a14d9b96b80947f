/** A special report on the front: its name, and its parts by number in Roman figures. */
import { seriesSlug } from '../desk/series.ts'
import { addresses, linkFrom, categoryAddress, type Place, seriesAddress } from './address.ts'
import { countWords, romanFigures } from './dates.ts'
import { html, type Markup, nothing } from './markup.ts'
import type { Listed } from './model.ts'
import { cutFigure, type ShownPicture } from './pictures.ts'
import { headlineLink, mark } from './stories.ts'

/** The report of the newest part, once it has two; nothing otherwise. */
export function specialReport(parts: readonly Listed[], place: Place, lead: Listed | undefined): Markup {
  const newest = parts.toSorted((one, other) => other.number - one.number)[0]
  if (newest === undefined) return nothing
  const own = parts
    .filter(({ series }) => seriesSlug(series.name) === seriesSlug(newest.series.name))
    .toSorted((one, other) => one.series.number - other.series.number)
  if (own.length < 2) return nothing
  const picture = pictureBeside(own, lead)
  return html`<section class="report${picture !== null && ' pictured'}" aria-labelledby="report">
${picture !== null && cutFigure({ ...picture, caption: '', credit: '' }, place, '', '(max-width: 640px) 100vw, 384px')}<div>
<p class="kicker"><a href="${linkFrom(place, categoryAddress(newest.category))}">Special report, ${countWords(own.length)} parts so far</a></p>
<h2 id="report"><a href="${linkFrom(place, seriesAddress(newest.series.name))}">${newest.series.name}</a></h2>
<ol>
${own.map(
  (
    part,
  ) => html`<li>${part.series.number > 0 && html`<span class="part">${romanFigures(part.series.number)}.</span> `}<span>${headlineLink(part, place)}${mark(part)}</span></li>
`,
)}</ol>
<p class="more"><a href="${linkFrom(place, addresses.reports)}">All special reports</a></p>
</div>
</section>
`
}

/** Of the first part that has one; what leads the front is not shown twice. */
function pictureBeside(parts: readonly Listed[], lead: Listed | undefined): ShownPicture | null {
  const above = lead?.picture?.media
  return parts.find(({ picture, address }) => picture !== null && picture.media !== above && address !== lead?.address)?.picture ?? null
}
