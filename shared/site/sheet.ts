/** The sheet every page for readers is printed on: head, masthead, the page's own main part, furniture, footer. */
import type { Envelope, Masthead } from '../desk/record.ts'
import { pathOf, type Place } from './address.ts'
import { directionOf } from './direction.ts'
import { furniture } from './furniture.ts'
import { head, type Heading } from './head.ts'
import { alreadyMarkup, html, type Markup } from './markup.ts'
import { compactMasthead } from './masthead.ts'
import type { House, PageText, PageSpec, RecordHead } from './model.ts'

export interface Sheet extends Heading {
  /** The masthead's frozen line; `date: ''` for pages that carry no date. [SI11] */
  readonly dated: Masthead
  /** `Published` before an article's date; lists say nothing. */
  readonly datedAs?: string
  /** The address in the navigation that this page stands under. */
  readonly current?: string
  /** Replaces the compact masthead; the front's nameplate. */
  readonly masthead?: Markup
  readonly main: Markup
  /** What stands at the head and foot of each printed page, left and right; screens show none of it. */
  readonly running?: { readonly head: readonly [string, string]; readonly tail: string }
  /** The main part holds the sign-up itself. */
  readonly hasLetter?: boolean
  /** The head of the record, on pages that each edition rewrites anyway. [SI9] */
  readonly record?: RecordHead
}

/** A whole page. */
export function sheet(place: Place, page: Sheet): PageText {
  const { above, below } = furniture(place, { current: page.current ?? '', hasLetter: page.hasLetter === true, record: page.record })
  const before = html`<!doctype html>
<html${languageOf(place.house)}>
${head(place, page)}
<body>
<a class="skip" href="#content">Go to the text</a>
${page.masthead ?? compactMasthead(place, page.dated, page.datedAs ?? '')}`
  const after = html`${page.running !== undefined && running(page.running)}</body>
</html>
`
  return { path: place.path, type: 'text/html; charset=utf-8', parts: [before, above, page.main, below, after] }
}

function running({ head: [left, right], tail }: NonNullable<Sheet['running']>): Markup {
  return html`<div class="running head" aria-hidden="true"><span>${left}</span> <span>${right}</span></div>
<div class="running tail" aria-hidden="true"><span>${tail}</span></div>
`
}

/** A file of the site from its text. */
export function textPage(place: Place, type: string, text: string): PageText {
  return { path: place.path, type, parts: [alreadyMarkup(text)] }
}

/** A file of XML, which cannot hold every character that HTML can: those it cannot are left out. */
export function xmlPage(place: Place, type: string, xml: Markup): PageText {
  return textPage(place, `${type}; charset=utf-8`, xml.html.replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu, ''))
}

/** ` lang="en-GB"`, and the direction where it is not the usual one. */
export function languageOf(house: House): Markup {
  const language = houseLanguage(house)
  return html` lang="${language}"${directionOf(language) === 'rtl' && html` dir="rtl"`}`
}

/** The language of mastheads, labels and lists; an article's own is marked on its words. */
export function houseLanguage(house: House): string {
  return house.settings.languages[0] ?? 'en-GB'
}

export function placeOf(spec: PageSpec, house: House): Place {
  return { path: pathOf(spec), house }
}

/** The masthead of a list: that of the newest edition it names. [SI11] */
export function listMasthead(newest: Envelope | null): Masthead {
  return newest?.masthead ?? undated
}

export const undated: Masthead = { date: '', place: '', time: '', weather: null }
