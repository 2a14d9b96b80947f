/** Corrections and notices in words, and the boxes that hold them at the head of an article. [SI8] [SI5] */
import type { EditionKind } from '../desk/edition.ts'
import { isPuttingRight } from '../desk/newEdition.ts'
import type { CorrectionNote } from '../desk/version.ts'
import { unreachable } from '../result.ts'
import { addresses, linkFrom, type Place } from './address.ts'
import { clock, dateWords, dayAndMonth } from './dates.ts'
import { html, type Markup, nothing } from './markup.ts'
import type { Released } from './model.ts'
import { isTextOpen, openness } from './openness.ts'

/** As readers are told the kind of an edition; `an update` in a sentence. */
export const kindWords: Record<EditionKind, string> = {
  original: 'original',
  update: 'update',
  correction: 'correction',
  clarification: 'clarification',
  editors_note: 'editor’s note',
  typographical: 'typographical change',
  withdrawal: 'withdrawal',
  retraction: 'retraction',
  takedown: 'taking down',
}

/** One correction as a sentence or three; what must not be repeated is described and never quoted. */
export function correctionText({ wrote, shouldSay, note, doNotRepeat }: CorrectionNote): string {
  const sentences = [
    note,
    wrote === '' || doNotRepeat ? '' : `We wrote: “${wrote}”`,
    shouldSay === '' ? '' : `It should say: “${shouldSay}”`,
  ]
  return sentences.filter((sentence) => sentence !== '').join(' ')
}

/** `Withdrawn on 12 November 2026`; empty for a live piece. [SI5] */
export function noticeHeading({ envelope, status }: Released): string {
  if (status === 'live') return ''
  const act = { withdrawn: 'Withdrawn', retracted: 'Retracted', taken_down: 'Taken down' }[status]
  return `${act} on ${dateWords(envelope.publishedAt.at)}`
}

/** Why a piece is no longer relied on, and what that means for its address and text; empty for a live one. [SI5] */
export function noticeText({ article, status }: Released): string {
  switch (status) {
    case 'live':
      return ''
    case 'withdrawn':
      return paragraphsOf(
        article.changeNote,
        'The article keeps its address. Its text is kept, as it was, for those who quoted it. Please do not rely on it.',
      )
    case 'retracted':
      return paragraphsOf(
        article.changeNote,
        'The article should not be relied on or quoted. Its address and its place in the record are kept; its text is no longer shown.',
      )
    case 'taken_down':
      return paragraphsOf(article.changeNote, 'The text may not be shown. Its place in the record is kept.')
    default:
      return unreachable(status)
  }
}

function paragraphsOf(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('\n\n')
}

/** The notes of an edition as anybody may read them: where the text is not open, what was in it is not quoted either. [SI6] */
export function tellableNotes({ article, status }: Released): readonly CorrectionNote[] {
  if (isTextOpen(openness(article.access, status))) return article.correctionNotes
  return article.correctionNotes.filter(({ note }) => note !== '').map((note) => ({ ...note, wrote: '', shouldSay: '' }))
}

/** What an edition puts right, in sentences: its notes, or where it has none its change note; none for other kinds. [SI8] */
export function correctionTexts(released: Released): readonly string[] {
  const { kind, changeNote } = released.article
  const notes = tellableNotes(released)
  if (notes.length > 0) return notes.map(correctionText)
  return isPuttingRight(kind) && changeNote !== '' ? [changeNote] : []
}

/** The corrections at the head of an article; nothing when there are none. */
export function correctionBox(place: Place, released: Released): Markup {
  const { article, envelope } = released
  const texts = correctionTexts(released)
  if (texts.length === 0) return nothing
  const kind = capital(kindWords[isPuttingRight(article.kind) ? article.kind : 'correction'])
  const when = `${kind}, ${dayAndMonth(envelope.publishedAt.at)}, ${clock(envelope.publishedAt)}.`
  const register = html`<a href="${linkFrom(place, addresses.corrections)}">See the register</a>`
  const last = texts.length - 1
  return html`<section class="correction" aria-label="${kind}">
${texts.map(
  (text, index) => html`<p>${index === 0 && html`<b class="label">${when}</b> `}${text}${index === last && html` ${register}`}</p>
`,
)}</section>
`
}

/** `Correction` for `correction`: as a label. */
export function capital(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1)
}
