/** Mastheads and the navigation of sections: place, date in words, time and weather as they were frozen. [SI11] */
import type { Envelope, Masthead, Weather } from '../desk/record.ts'
import { addresses, categoryAddress, linkFrom, type Place } from './address.ts'
import { dateInWords, fullDate, grouped, ordinal, weekday } from './dates.ts'
import { html, type Markup, nothing } from './markup.ts'
import { capital } from './notices.ts'

/** Nameplate and one line, for every page but the front. */
export function compactMasthead(place: Place, dated: Masthead, datedAs: string): Markup {
  const { publication, motto } = place.house.settings
  const line = datedLine(dated, datedAs)
  return html`<header class="masthead compact">
<p class="nameplate"><a href="${linkFrom(place, addresses.front)}">${publication}</a></p>
<p class="dated">${line === '' ? motto : line}</p>
</header>
`
}

/** The front's nameplate with its ears, the first with the newest edition's number; the publication's name is the page's heading. */
export function frontMasthead(place: Place, dated: Masthead, newest: Envelope | null): Markup {
  const { publication, motto, city } = place.house.settings
  return html`<header class="masthead full">
${
  motto !== '' &&
  html`<p class="motto">${motto}</p>
`
}<h1 class="nameplate">${publication}</h1>
<p class="ear first">${dated.date === '' ? nothing : html`<b>${weekday(dated.date)}</b> <span>${dateInWords(dated.date)}</span>${newest !== null && html` <span class="issue">No. ${grouped(newest.number)}, ${ordinal(newest.edition)} edition</span>`}`}</p>
<p class="ear last"><b>${dated.date === '' ? city : placeAndTime(dated)}</b>${dated.weather !== null && weatherParts(dated.weather).map((part, index) => html` <span>${index === 0 ? capital(part) : part}</span>`)}</p>
</header>
`
}

/** Categories, the register, everything printed. The section a page stands in is marked, not unlinked. */
export function sections(place: Place, current: string): Markup {
  const entries = [
    ...place.house.settings.categories.map(({ slug, name }) => ({ address: categoryAddress(slug), name })),
    { address: addresses.corrections, name: 'Corrections' },
    { address: addresses.archive, name: 'Archive' },
  ]
  return html`<nav class="sections" aria-label="Sections">
<ul>
${entries.map(({ address, name }) => {
  const link = linkFrom(place, address)
  return html`<li><a href="${link}"${address === current && html` aria-current="${link === './' ? 'page' : 'true'}"`}>${name}</a></li>
`
})}</ul>
</nav>
`
}

/** `Published Monday 23 November 2026, 09.15. London: light rain, 9 °C …`; without weather place and time remain. */
function datedLine(dated: Masthead, datedAs: string): string {
  if (dated.date === '') return ''
  const time = dated.time === '' ? '' : `, ${dated.time}`
  const date = `${datedAs === '' ? '' : `${datedAs} `}${fullDate(dated.date)}${time}.`
  if (dated.place === '') return date
  return dated.weather === null ? `${date} ${dated.place}.` : `${date} ${dated.place}: ${weatherLine(dated.weather)}.`
}

function placeAndTime({ place, time }: Masthead): string {
  return [place, time].filter((part) => part !== '').join(', ')
}

/** Condition, temperature, humidity and wind, each only when it was given; units set off by a no-break space. */
export function weatherLine(weather: Weather): string {
  return weatherParts(weather).join(', ')
}

/** The sky, then the air: one line each in the ear of the front. */
function weatherParts({ condition, temperature, humidity, wind }: Weather): readonly string[] {
  const sky = [condition, temperature === undefined ? '' : `${signed(temperature)}\u{a0}°C`]
  const air = [humidity === undefined ? '' : `humidity ${humidity}\u{a0}%`, wind === undefined ? '' : `wind ${wind}\u{a0}km/h`]
  return [sky, air].map((parts) => parts.filter((part) => part !== '').join(', ')).filter((part) => part !== '')
}

function signed(temperature: number): string {
  return String(temperature).replace('-', '\u{2212}')
}
