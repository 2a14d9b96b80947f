/** Articles on lists: a story with its summary, a headline alone, a line of an archive. */
import { categoryAddress, linkFrom, type Place } from './address.ts'
import { clock, dayAndMonth, shortDay } from './dates.ts'
import { alreadyMarkup, html, joined, type Markup, nothing } from './markup.ts'
import { feeds } from './head.ts'
import type { Listed } from './model.ts'
import { cutFigure } from './pictures.ts'

/** The level of a story's heading on its page, and whether the section is named above it. */
export interface StoryLook {
  readonly level: 2 | 3
  readonly look: 'lead' | 'second' | 'plain'
  readonly kicker: 'named' | 'none'
}

/** Kicker, headline, standfirst, credit and date. */
export function story(listed: Listed, place: Place, { level, look, kicker }: StoryLook): Markup {
  const title = headlineLink(listed, place)
  const heading = level === 2 ? html`<h2>${title}</h2>` : html`<h3>${title}</h3>`
  return html`<article class="story ${look}">
${look === 'lead' && listed.picture !== null && cutFigure(listed.picture, place, '', `(max-width: 640px) 100vw, ${kicker === 'named' ? 600 : 900}px`)}${kicker === 'named' && categoryKicker(listed.category, place)}${heading}
${
  listed.standfirstHtml !== '' &&
  html`<p class="summary">${alreadyMarkup(listed.standfirstHtml)}</p>
`
}${creditLine(listed)}</article>
`
}

/** The name of a section over a headline, linked; nothing for a section the house has no more. */
export function categoryKicker(slug: string, place: Place): Markup {
  const name = categoryName(slug, place)
  return name === ''
    ? nothing
    : html`<p class="kicker"><a href="${linkFrom(place, categoryAddress(slug))}">${name}</a></p>
`
}

export function categoryName(slug: string, place: Place): string {
  return place.house.settings.categories.find((category) => category.slug === slug)?.name ?? ''
}

export function headlineLink(listed: Listed, place: Place): Markup {
  return html`<a href="${linkFrom(place, listed.address)}">${alreadyMarkup(listed.headlineHtml)}</a>`
}

/** `A. B. · 23 November, corrected 24 November`. */
export function creditLine(listed: Listed): Markup {
  const first = listed.firstPublishedAt
  const date = html`<time datetime="${first.at}">${dayAndMonth(first.at)}, ${clock(first)}</time>`
  const parts = [listed.credit === '' ? nothing : html`${listed.credit}`, html`${date}${mark(listed)}`]
  return html`<p class="credit">${joined(parts, ' · ')}</p>
`
}

/** What a reader should know before opening a piece, in a word; empty for most. */
export function mark(listed: Listed): Markup {
  const word = markWord(listed)
  return word === '' ? nothing : html` <b class="mark">${word}</b>`
}

function markWord({ status, kind, access }: Listed): string {
  if (status === 'withdrawn') return 'Withdrawn'
  if (status === 'retracted') return 'Retracted'
  if (status === 'taken_down') return 'Taken down'
  if (kind === 'correction') return 'Corrected'
  if (kind === 'clarification') return 'Clarified'
  return access === 'registered' ? 'Free sign-in' : ''
}

/** The lines of an archive, newest first; each day stands once, beside the first of its lines. */
export function ledger(items: readonly Listed[], place: Place, columns: 'with section' | 'without section'): Markup {
  let day = ''
  let dayWords = nothing
  return html`<ol class="ledger ${columns === 'with section' ? 'sectioned' : 'plain'}">
${items.map((listed) => {
  const own = listed.firstPublishedAt.at.slice(0, 10)
  const isFirst = own !== day
  if (isFirst) {
    day = own
    dayWords = html`<time datetime="${day}">${shortDay(day)}</time>`
  }
  return html`<li${isFirst && html` class="new-day"`}>${dayWords} <span class="title">${headlineLink(listed, place)}${mark(listed)}</span>${columns === 'with section' && html` <span class="section">${categoryName(listed.category, place)}</span>`} <span class="by">${listed.credit}</span></li>
`
})}</ol>
`
}

/** The title of a page that lists: its heading, and a sentence below; with a place, the feeds that carry the list: its own, or the paper's. */
export function listHeading(
  title: string,
  intro: string,
  fed?: Place,
  own: readonly { readonly name: string; readonly address: string }[] = feeds,
): Markup {
  return html`<header class="list-heading">
<h1>${title}</h1>
${
  intro !== '' &&
  html`<p class="standfirst">${intro}</p>
`
}${
  fed !== undefined &&
  html`<p class="fed">In the feeds: ${joined(
    own.map(({ name, address }) => html`<a href="${linkFrom(fed, address)}">${name}</a>`),
    ', ',
  )}</p>
`
}</header>`
}
