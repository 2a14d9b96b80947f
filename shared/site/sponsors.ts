/** Thanks to sponsors and patrons, by name and with the house's note on what they may expect: nothing. */
import type { Place } from './address.ts'
import { html, joined, type Markup } from './markup.ts'
import type { House } from './model.ts'

/** The names are those the settings hold; whoever calls has left out those whose dates have not come or have passed. */
export function thanks(place: Place): Markup {
  const { sponsors, sponsorsNote } = place.house.settings
  const supporting = sponsors.filter(({ kind }) => kind === 'sponsor')
  const patrons = sponsors.filter(({ kind }) => kind === 'patron')
  if (sponsors.length === 0 && sponsorsNote === '') return html``
  return html`<section class="thanks" aria-labelledby="thanks">
<h2 id="thanks">${sponsors.length === 0 ? 'Sponsors and patrons' : 'With thanks to'}</h2>
${
  supporting.length > 0 &&
  html`<ul class="sponsors">
${supporting.map(
  (sponsor) => html`<li>${named(sponsor)}</li>
`,
)}</ul>
`
}${
  patrons.length > 0 &&
  html`<p class="patrons">Patrons: ${joined(patrons.map(named), ', ')}</p>
`
}${
  sponsorsNote !== '' &&
  html`<p class="small">${sponsorsNote}</p>
`
}</section>
`
}

function named({ name, address }: House['settings']['sponsors'][number]): Markup {
  return address === '' ? html`${name}` : html`<a href="${address}" rel="sponsored">${name}</a>`
}
