/** Where to follow the paper: its own feeds first, then the links the house chose. */
import { linkFrom, type Place } from './address.ts'
import { feeds } from './head.ts'
import { html, type Markup } from './markup.ts'

export function follow(place: Place): Markup {
  return html`<section class="follow" aria-labelledby="follow">
<h2 id="follow">Follow the record</h2>
<p>Every edition and every correction goes into the feeds, under an identity that does not change.</p>
<ul>
${feeds.map(
  ({ name, address }) => html`<li><a href="${linkFrom(place, address)}">${name}</a></li>
`,
)}${place.house.settings.follow.map(
  ({ label, address }) => html`<li><a href="${address}">${label}</a></li>
`,
)}</ul>
</section>
`
}
