/** The byline and the contributors' note: who a piece is printed under, and what stands below every one. [BY2] */
import { creditText } from '../desk/byline.ts'
import { readingMinutes, wordCount } from '../document/text.ts'
import { clock, dateWords, minutesWords } from './dates.ts'
import { html, joined, type Markup, nothing } from './markup.ts'
import type { House, Released } from './model.ts'
import { isTextOpen, openness } from './openness.ts'

/** The line below the standfirst: credit, first publication, reading time. */
export function bylineLine({ article, envelope, status }: Released, house: House): Markup {
  const credit = creditText(article.byline, house.settings.houseCredit)
  const first = envelope.firstPublishedAt
  const minutes = readingMinutes(wordCount(article))
  const parts = [
    credit === '' ? nothing : html`${article.byline.kind === 'issuer' ? '' : 'By '}<b>${credit}</b>`,
    html`<time datetime="${first.at}">${dateWords(first.at)}, ${clock(first)}</time>`,
    isTextOpen(openness(article.access, status)) && minutes > 0 ? html`${minutesWords(minutes)}` : nothing,
  ]
  return html`<p class="byline">${joined(parts, ' · ')}</p>`
}

/** The block below the text: the credit once more, and the note, which stands alone under an unsigned piece. [BY2] */
export function bylineBlock({ article }: Released, house: House): Markup {
  const credit = creditText(article.byline, house.settings.houseCredit)
  return html`<section class="contributors" aria-label="Byline and contributors’ note">
${
  credit !== '' &&
  html`<p class="credit">${credit}</p>
`
}${paragraphs(article.contributorsNote).map(
  (text) => html`<p class="note">${text}</p>
`,
)}</section>
`
}

/** Plain text whose paragraphs are parted by an empty line. */
export function paragraphs(text: string): readonly string[] {
  if (!text.includes('\n')) return text.trim() === '' ? [] : [text.trim()]
  return text
    .split(/\n\s*\n/u)
    .map((part) => part.trim())
    .filter((part) => part !== '')
}
