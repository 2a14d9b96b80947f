/** A special report's own page: its name, and its parts in their order with what each is about. */
import { seriesSlug } from '../desk/series.ts'
import { addresses, linkFrom, seriesAddress, type Place } from './address.ts'
import { countWords, romanFigures } from './dates.ts'
import { alreadyMarkup, html } from './markup.ts'
import type { PageText, PageSpec } from './model.ts'
import { listMasthead, sheet } from './sheet.ts'
import { categoryKicker, creditLine, headlineLink } from './stories.ts'

export function seriesPage({ name, items, newest }: Extract<PageSpec, { page: 'series' }>, place: Place): PageText {
  const { publication } = place.house.settings
  const parts = items.length === 1 ? 'One part so far.' : `${capital(countWords(items.length))} parts so far.`
  const category = items[0]?.category ?? ''
  return sheet(place, {
    title: name,
    description: `${name}, a special report of ${publication}.`,
    address: seriesAddress(name),
    dated: listMasthead(newest),
    main: html`<main id="content" class="series-page" aria-labelledby="series-${seriesSlug(name)}">
<header class="list-heading">
${categoryKicker(category, place)}<h1 id="series-${seriesSlug(name)}">${name}</h1>
<p class="standfirst"><a href="${linkFrom(place, addresses.reports)}">Special report</a>. ${parts}</p>
</header>
<ol class="series-parts">
${items.map(
  (
    item,
  ) => html`<li>${item.series.number > 0 && html`<span class="part">${romanFigures(item.series.number)}.</span> `}<article class="story plain">
<h2>${headlineLink(item, place)}</h2>
${
  item.standfirstHtml !== '' &&
  html`<p class="summary">${alreadyMarkup(item.standfirstHtml)}</p>
`
}${creditLine(item)}</article></li>
`,
)}</ol>
</main>
`,
  })
}

function capital(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1)
}
