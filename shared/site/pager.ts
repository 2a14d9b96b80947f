/** The way from one page of a list to the next: newer on one side, older on the other. [SI2] */
import { linkFrom, type Place } from './address.ts'
import { html, type Markup, nothing } from './markup.ts'
import type { Paging } from './model.ts'

/** Nothing for a list of one page. `addressOf`: of the page with that number, 0 for the newest. */
export function pager(paging: Paging, addressOf: (number: number) => string, place: Place): Markup {
  const { older, newer } = paging
  if (older === 0 && newer < 0) return nothing
  return html`<nav class="pager" aria-label="Pages">
${
  newer >= 0 &&
  html`<a rel="prev" href="${linkFrom(place, addressOf(newer))}">${newer === 0 ? 'Newest' : 'Later'}</a>
`
}${
  older > 0 &&
  html`<a rel="next" href="${linkFrom(place, addressOf(older))}">Earlier</a>
`
}</nav>
`
}
