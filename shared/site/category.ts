/** Lists of articles that grow: a section's, and that of the notices. The newest page grows, numbered ones are written once. [SI2] */
import { addresses, categoryAddress, noticesAddress, type Place, sectionFeedAddress } from './address.ts'
import { feeds } from './head.ts'
import { html } from './markup.ts'
import type { ListPage, PageText, PageSpec } from './model.ts'
import { pager } from './pager.ts'
import { listMasthead, sheet, undated } from './sheet.ts'
import { categoryName, ledger, listHeading, story } from './stories.ts'

const storiesInFull = 6

export function categoryPage({ category, list, newest }: Extract<PageSpec, { page: 'category' }>, place: Place): PageText {
  const name = categoryName(category, place) || category
  const own = feeds.map(({ kind, type, name: feed }) => ({ type, name: feed, address: sectionFeedAddress(category, kind) }))
  return growing(place, {
    name,
    description: `${name} in ${place.house.settings.publication}.`,
    intro: '',
    addressOf: (number) => categoryAddress(category, number),
    current: categoryAddress(category),
    columns: 'without section',
    list,
    newest,
    feeds: own,
  })
}

/** Everything that offices and houses had printed, for everybody and for registered readers. */
export function noticesPage({ list, newest }: Extract<PageSpec, { page: 'notices' }>, place: Place): PageText {
  return growing(place, {
    name: 'Notices',
    description: `Notices printed by ${place.house.settings.publication}.`,
    intro: 'What offices and houses have had printed. Those marked “Free sign-in” are for registered readers.',
    addressOf: noticesAddress,
    current: addresses.notices,
    columns: 'with section',
    list,
    newest,
  })
}

interface Growing {
  readonly name: string
  readonly description: string
  readonly intro: string
  readonly addressOf: (number: number) => string
  readonly current: string
  readonly columns: 'with section' | 'without section'
  readonly list: ListPage
  readonly newest: Extract<PageSpec, { page: 'category' }>['newest']
  /** Of this list alone. */
  readonly feeds?: readonly { readonly type: string; readonly name: string; readonly address: string }[]
}

/** The newest page opens with stories in full; a numbered page is a ledger, and undated, as nothing will change it. */
function growing(place: Place, { name, description, intro, addressOf, current, columns, list, newest, feeds: own }: Growing): PageText {
  const isNewest = list.number === 0
  const full = isNewest ? list.items.slice(0, storiesInFull) : []
  const rest = list.items.slice(full.length)
  return sheet(place, {
    title: isNewest ? name : `${name}, page ${list.number}`,
    description,
    address: addressOf(list.number),
    current,
    dated: isNewest ? listMasthead(newest) : undated,
    ...(own && { feeds: own.map((feed) => ({ ...feed, name: `${name}, ${feed.name}` })) }),
    main: html`<main id="content" class="category">
${listHeading(name, isNewest ? intro : `Page ${list.number}, counted from the oldest.`, isNewest && own ? place : undefined, own)}
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
${ledger(rest, place, columns)}</section>
`
}${pager(list, addressOf, place)}</main>
`,
  })
}
