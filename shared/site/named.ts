/** Other pieces that an article's page names: those chosen for it, and the parts beside it in a special report. [SI2] */
import { partOf } from '../desk/series.ts'
import { linkFrom, type Place, seriesAddress } from './address.ts'
import { html, type Markup, nothing } from './markup.ts'
import type { Listed, Named, Released } from './model.ts'
import { headlineLink, mark, story } from './stories.ts'

/** Up to three earlier pieces of the paper, at the foot of the article. */
export function previouslyBlock({ previously }: Named, place: Place): Markup {
  if (previously.length === 0) return nothing
  return html`<section class="previously" aria-labelledby="previously">
<h2 id="previously">Previously</h2>
<div class="by-${previously.length}">
${previously.map((item) => story(item, place, { level: 3, look: 'plain', kicker: 'named' }))}</div>
</section>
`
}

/** Where the piece stands in its report: the name, which leads to all of it, and its number. */
export function seriesLine({ article }: Released, place: Place, isLinked: 'linked' | 'plain'): Markup {
  const part = partOf(article)
  if (!part) return nothing
  const name = isLinked === 'linked' ? html`<a href="${linkFrom(place, seriesAddress(part.name))}">${part.name}</a>` : html`${part.name}`
  return html`<p class="series">${name}${part.number > 0 && html`, part ${part.number}`}</p>
`
}

/** The way to the parts before and after, below the text. */
export function partsBlock({ article }: Released, { before, after }: Named, place: Place): Markup {
  const part = partOf(article)
  if (!part || (before === null && after === null)) return nothing
  return html`<nav class="parts" aria-labelledby="parts">
<h2 id="parts"><a href="${linkFrom(place, seriesAddress(part.name))}">${part.name}</a></h2>
<ul>
${besides('Before this', before, place)}${besides('After this', after, place)}</ul>
</nav>
`
}

function besides(words: string, part: Listed | null, place: Place): Markup {
  if (part === null) return nothing
  const numbered = part.series.number > 0 ? `, part ${part.series.number}` : ''
  return html`<li><span>${words}${numbered}</span> ${headlineLink(part, place)}${mark(part)}</li>
`
}
