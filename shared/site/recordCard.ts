/** The record card: an article's place in the record, its editions, its digest, and how to cite it. [SI9] */
import { firstPrevious } from '../desk/record.ts'
import { absolute, addresses, editionAddress, linkFrom, type Place, shortAddress } from './address.ts'
import { errorLink } from './contact.ts'
import { creditText } from '../desk/byline.ts'
import { inlineText } from '../document/text.ts'
import { dateWords, fullTime, grouped } from './dates.ts'
import { digestInFours, shortDigest } from './digest.ts'
import { html, type Markup, nothing } from './markup.ts'
import type { PageSpec, Released } from './model.ts'
import { capital, kindWords } from './notices.ts'
import { openness } from './openness.ts'

type ArticleSpec = Extract<PageSpec, { page: 'article' }>

export function recordCard({ released, earlier }: ArticleSpec, place: Place): Markup {
  const { article, envelope, digest } = released
  const mistake = errorLink(place.house, envelope.number, envelope.edition)
  return html`<section class="record-card" id="record" aria-labelledby="record-title">
<h2 id="record-title"><span class="label">Record card</span> <span class="number">No. ${grouped(envelope.number)}, edition ${envelope.edition}</span></h2>
<dl>
${row('First published', html`${fullTime(envelope.firstPublishedAt)}`)}${envelope.edition > 1 && row('This edition', html`${fullTime(envelope.publishedAt)}`)}${row(
  'History',
  html`<ol class="history">
<li>Edition ${envelope.edition}, ${kindWords[article.kind]}${article.changeNote !== '' && `: ${article.changeNote}`}</li>
${earlier.map(
  (edition) => html`<li>${earlierEdition(edition, place)}</li>
`,
)}</ol>`,
)}${row('SHA-256', html`<span class="digest">${digestInFours(digest)}</span>`)}${row(
  'Follows',
  html`${envelope.previous === firstPrevious ? html`nothing: the first entry of the chain.` : html`<span class="digest">${shortDigest(envelope.previous)}</span> in the chain.`} <a href="${linkFrom(place, addresses.record)}">Check\u{a0}it\u{a0}yourself</a>`,
)}${row('Cite this', citation(released, place))}${mistake !== nothing && row('A mistake?', mistake)}</dl>
</section>
`
}

/** Linked, where the earlier text may still be read. [SI13] */
function earlierEdition({ edition, kind, publishedAt, address, isKept }: ArticleSpec['earlier'][number], place: Place): Markup {
  const words = `Edition ${edition}, ${kindWords[kind]}, ${fullTime(publishedAt)}`
  return isKept ? html`<a href="${linkFrom(place, editionAddress(address, edition))}">${words}</a>` : html`${words}`
}

/** The facts of the record in the margin beside the text. */
export function recordFacts({ article, envelope, status }: Released): Markup {
  const kind = envelope.edition === 1 ? '1' : `${envelope.edition}, ${indefinite(kindWords[article.kind])}`
  const changed = status === 'live' ? 'Last changed' : capital(statusWords[status])
  return html`<aside class="facts" aria-label="In the record">
<dl>
<div><dt>Record</dt><dd>No. ${grouped(envelope.number)}</dd></div>
<div><dt>Edition</dt><dd>${kind}</dd></div>
${
  envelope.edition > 1 &&
  html`<div><dt>${changed}</dt><dd>${dateWords(envelope.publishedAt.at)}, ${envelope.publishedAt.at.slice(11, 16).replace(':', '.')}</dd></div>
`
}${
  article.dateline.place !== '' &&
  status !== 'taken_down' &&
  html`<div><dt>Filed from</dt><dd>${article.dateline.place}</dd></div>
`
}<div><dt>History</dt><dd><a href="#record">Record card</a></dd></div>
</dl>
</aside>
`
}

const statusWords = { withdrawn: 'withdrawn', retracted: 'retracted', taken_down: 'taken down' } as const

/** Credit, headline, paper, date, number, edition and the short address: what a footnote elsewhere needs. [SI14] */
function citation({ article, envelope, status }: Released, place: Place): Markup {
  const { publication, houseCredit, baseUrl } = place.house.settings
  const isSilent = openness(article.access, status) === 'notice'
  const credit = isSilent ? '' : creditText(article.byline, houseCredit)
  const headline = isSilent ? '' : `“${inlineText(article.headline)}”`
  const words = [credit, headline, publication].filter((part) => part !== '').join(', ')
  const short = shortAddress(envelope.number)
  return html`${words}, ${dateWords(envelope.publishedAt.at)}, No. ${grouped(envelope.number)}, edition ${envelope.edition}, <a href="${linkFrom(place, short)}">${absolute(baseUrl, short)}</a>`
}

function row(name: string, value: Markup): Markup {
  return html`<div><dt>${name}</dt><dd>${value}</dd></div>
`
}

function indefinite(words: string): string {
  return words === 'taking down' ? words : `${/^[aeiou]/u.test(words) ? 'an' : 'a'} ${words}`
}
