/** The record's own page, and its head for machines: where the chain of editions has come to. [SI9] */
import { addresses, linkFrom, type Place } from './address.ts'
import { grouped } from './dates.ts'
import { digestInFours } from './digest.ts'
import { html } from './markup.ts'
import type { PageText, PageSpec } from './model.ts'
import { listMasthead, sheet, textPage } from './sheet.ts'
import { listHeading } from './stories.ts'

const intro =
  'Each edition is entered once, with the digest of the entry before it. Whoever keeps one digest can tell whether anything before it was changed.'

export function recordPage({ head, newest }: Extract<PageSpec, { page: 'record' }>, place: Place): PageText {
  return sheet(place, {
    title: 'The record',
    description: intro,
    address: addresses.record,
    dated: listMasthead(newest),
    main: html`<main id="content" class="record">
${listHeading('The record', intro)}
${
  head.entries === 0
    ? html`<p class="empty">Nothing has been entered yet.</p>
`
    : html`<section class="record-card" aria-labelledby="head-title">
<h2 id="head-title"><span class="label">Head</span> <span class="number">No. ${grouped(head.number)}</span></h2>
<dl>
<div><dt>Entries</dt><dd>${grouped(head.entries)}</dd></div>
<div><dt>SHA-256</dt><dd><span class="digest">${digestInFours(head.digest)}</span></dd></div>
<div><dt>For machines</dt><dd><a href="${linkFrom(place, addresses.recordHead)}">head.json</a></dd></div>
</dl>
</section>
`
}<div class="body">
<h2>What is entered</h2>
<p>An entry holds the article as it was printed, its number and edition, the place, date and time of its masthead, and the digest of the entry before it. It holds no name but the one the article is signed with.</p>
<h2>How to check it</h2>
<p>A digest is the SHA-256 of the words “chancery/record/1”, a line feed, and the entry as canonical JSON (RFC 8785). The first entry follows sixty-four zeros; every other follows the digest before it. Keep the digest of an article you quote: if it is still in the chain, the article is still what you read.</p>
</div>
</main>
`,
  })
}

/** `/record/head.json`. */
export function recordHeadPage({ head }: Extract<PageSpec, { page: 'recordHead' }>, place: Place): PageText {
  const { number, entries, digest } = head
  return textPage(place, 'application/json', `${JSON.stringify({ number, entries, digest }, null, 1)}\n`)
}
