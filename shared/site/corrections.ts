/** The corrections register: public, added to and never shortened. [SI8] */
import type { CorrectionNote } from '../desk/version.ts'
import { addresses, linkFrom, type Place } from './address.ts'
import { dateWords, grouped } from './dates.ts'
import { alreadyMarkup, html, type Markup } from './markup.ts'
import type { CorrectionEntry, Page, PageSpec } from './model.ts'
import { capital, kindWords } from './notices.ts'
import { sheet } from './sheet.ts'
import { listHeading } from './stories.ts'

/** `/corrections/`: what was wrong, what is right, when, in which edition; newest first as given. */
export function correctionsPage(spec: Extract<PageSpec, { page: 'corrections' }>, place: Place): Page {
  const intro = 'What we wrote, what is right, when it was put right and in which edition. Entries are added and never removed.'
  return sheet(place, {
    title: 'Corrections',
    description: intro,
    current: addresses.corrections,
    dated: { date: spec.items[0]?.listed.publishedAt.at ?? '', time: '', place: '', weather: null },
    main: html`<main id="content" class="register">
${listHeading('Corrections', intro, place)}
${
  spec.items.length === 0
    ? html`<p class="empty">No correction has been printed.</p>`
    : html`<ol class="entries">
${spec.items.map((item) => entry(item, place))}</ol>`
}
</main>
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
