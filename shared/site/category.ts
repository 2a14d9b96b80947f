/** A section's list: the newest page grows, numbered ones are written once. [SI2] */
import { categoryAddress, type Place } from './address.ts'
import { html } from './markup.ts'
import type { Page, PageSpec } from './model.ts'
import { pager } from './pager.ts'
import { listMasthead, sheet, undated } from './sheet.ts'
import { categoryName, ledger, listHeading, story } from './stories.ts'

const storiesInFull = 6

/** The newest page opens with stories in full; a numbered page is a ledger, and undated, as nothing will change it. */
export function categoryPage(spec: Extract<PageSpec, { page: 'category' }>, place: Place): Page {
  const { category, list } = spec
  const name = categoryName(category, place) || category
  const isNewest = list.number === 0
  const full = isNewest ? list.items.slice(0, storiesInFull) : []
  const rest = list.items.slice(full.length)
  return sheet(place, {
    title: isNewest ? name : `${name}, page ${list.number}`,
    description: `${name} in ${place.house.settings.publication}.`,
    address: categoryAddress(category, list.number),
    current: categoryAddress(category),
    dated: isNewest ? listMasthead(spec.newest) : undated,
    main: html`<main id="content" class="category">
${listHeading(name, isNewest ? '' : `Page ${list.number}, counted from the oldest.`)}
${
  list.items.length === 0 &&
  html`<p class="empty">Nothing has been printed under this heading.</p>
`
}${
  full.length > 0 &&
  html`<div class="stories">
${full.map((item, index) => story(item, place, { level: 2, look: index === 0 ? 'lead' : 'second', kicker: 'none' }))}</div>
`
}${
  rest.length > 0 &&
  html`<section class="list" aria-label="${isNewest ? 'Earlier' : 'Articles'}">
${ledger(rest, place, 'without section')}</section>
`
}${pager(list, (number) => categoryAddress(category, number), place)}</main>
`,
  })
}
