/** The corrections register: public, added to and never shortened. [SI8] */
import type { CorrectionNote } from '../desk/version.ts'
import { addresses, correctionsAddress, linkFrom, type Place } from './address.ts'
import { dateWords, grouped } from './dates.ts'
import { alreadyMarkup, html, type Markup } from './markup.ts'
import type { CorrectionEntry, PageText, PageSpec } from './model.ts'
import { capital, kindWords } from './notices.ts'
import { pager } from './pager.ts'
import { sheet, undated } from './sheet.ts'
import { listHeading } from './stories.ts'

/** `/corrections/` and its numbered pages: what was wrong, what is right, when, in which edition; newest first as given. */
export function correctionsPage(spec: Extract<PageSpec, { page: 'corrections' }>, place: Place): PageText {
  const intro = 'What we wrote, what is right, when it was put right and in which edition. Entries are added and never removed.'
  const { number } = spec.paging
  return sheet(place, {
    title: number === 0 ? 'Corrections' : `Corrections, page ${number}`,
    description: intro,
    address: correctionsAddress(number),
    current: addresses.corrections,
    dated: number === 0 ? { ...undated, date: spec.items[0]?.listed.publishedAt.at ?? '' } : undated,
    main: html`<main id="content" class="register">
${listHeading('Corrections', number === 0 ? intro : `Page ${number}, counted from the oldest.`, place)}
${
  spec.items.length === 0
    ? html`<p class="empty">No correction has been printed.</p>
`
    : html`<ol class="entries">
${spec.items.map((item) => entry(item, place))}</ol>
`
}${pager(spec.paging, correctionsAddress, place)}</main>
`,
  })
}

function entry({ listed, notes, changeNote }: CorrectionEntry, place: Place): Markup {
  return html`<li class="entry">
<p class="entry-mark"><b class="label">${capital(kindWords[listed.kind])}</b> <span>${dateWords(listed.publishedAt.at)}</span> <span>Edition ${listed.edition} of No. ${grouped(listed.number)}</span></p>
<div class="entry-text">
<h2><a href="${linkFrom(place, listed.address)}">${alreadyMarkup(listed.headlineHtml)}</a></h2>
${
  changeNote !== '' &&
  html`<p class="entry-note">${changeNote}</p>
`
}${notes.map((note) => correction(note))}</div>
</li>
`
}

function correction({ wrote, shouldSay, note, doNotRepeat }: CorrectionNote): Markup {
  const quoted = wrote !== '' && !doNotRepeat
  return html`${
    (quoted || shouldSay !== '') &&
    html`<dl class="wrote">
${
  quoted &&
  html`<div class="wrong"><dt>We wrote</dt><dd>${wrote}</dd></div>
`
}${
  shouldSay !== '' &&
  html`<div class="right"><dt>It should say</dt><dd>${shouldSay}</dd></div>
`
}</dl>
`
  }${
    note !== '' &&
    html`<p class="entry-note">${note}</p>
`
  }`
}
