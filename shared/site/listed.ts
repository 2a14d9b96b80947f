/** Articles as lists and feeds name them, made once per release so that pages of lists stay cheap. */
import { creditText } from '../desk/byline.ts'
import { partOf } from '../desk/series.ts'
import { inlineHtml } from '../document/html.ts'
import { inlineText } from '../document/text.ts'
import { absolute, pictureAddress } from './address.ts'
import { bodyMarkup } from './body.ts'
import { paragraphs } from './byline.ts'
import { html, joined, type Markup, nothing } from './markup.ts'
import type { CorrectionEntry, FeedItem, House, Listed, Released } from './model.ts'
import { correctionTexts, noticeHeading, noticeText, tellableNotes } from './notices.ts'
import { ownLanguage } from './ownLanguage.ts'
import { leadOf, type ShownPicture } from './pictures.ts'
import { isSummaryOpen, isTextOpen, openness } from './openness.ts'

/** The headline that stands for an article whose own may no longer be shown. */
export const takenDownHeadline = 'An article that was taken down'

/** What lists, sitemaps and feeds may say of an article; of one that was taken down, only that it was. [SI5] */
export function listedOf(released: Released, house: House): Listed {
  const { article, envelope, status } = released
  const open = openness(article.access, status)
  const silent = open === 'notice'
  const summary = isSummaryOpen(open)
  return {
    number: envelope.number,
    edition: envelope.edition,
    kind: article.kind,
    pieceKind: article.pieceKind,
    series: (silent ? undefined : partOf(article)) ?? { name: '', number: 0 },
    address: envelope.address,
    feedId: released.feedId,
    headlineHtml: silent ? takenDownHeadline : inlineHtml(article.headline),
    headline: silent ? takenDownHeadline : oneLine(inlineText(article.headline)),
    standfirstHtml: summary ? inlineHtml(article.standfirst) : '',
    standfirst: summary ? oneLine(inlineText(article.standfirst)) : '',
    credit: silent ? '' : creditText(article.byline, house.settings.houseCredit),
    category: article.category,
    firstPublishedAt: envelope.firstPublishedAt,
    publishedAt: envelope.publishedAt,
    access: article.access,
    status,
    picture: pictureOf(released),
  }
}

/** The picture that leads an article whose text is open to everybody; there is none to show of any other. [SI6] */
export function pictureOf({ article, status }: Released): ShownPicture | null {
  return isTextOpen(openness(article.access, status)) ? leadOf(article) : null
}

/**
 * An article as the feeds carry it: its corrections, its words, the contributors' note. The words are absent where they
 * are not open to everybody; the notice then says why. [SI6] [SI8] [BY2]
 */
export function feedItemOf(released: Released, house: House): FeedItem {
  const { article, status } = released
  const open = openness(article.access, status)
  const notice = [noticeHeading(released), ...paragraphs(noticeText(released))].filter((text) => text !== '')
  const parts = [
    ...notice.map((text) => html`<p><strong>${text}</strong></p>`),
    ...(open === 'notice' ? [] : correctionTexts(released).map((text) => html`<p><strong>${text}</strong></p>`)),
    isTextOpen(open) ? bodyInFeeds(released, house) : nothing,
    open === 'notice' ? nothing : html`<p><em>${article.contributorsNote}</em></p>`,
  ]
  return { listed: listedOf(released, house), bodyHtml: joined(parts, '\n').html }
}

/** Words in another language, or from the right, say so themselves: a feed has no place for it. */
function bodyInFeeds({ article }: Released, house: House): Markup {
  const body = bodyMarkup(article, (hash) => pictureInFeeds(hash, house), 'plain')
  const own = ownLanguage(article, house)
  return own.html === '' ? body : html`<div${own}>\n${body}\n</div>`
}

/** Absolute once the house has an address; until then as the feeds stand, at the root. [SI13] */
function pictureInFeeds(hash: string, { settings: { baseUrl } }: House): string {
  return baseUrl === '' ? pictureAddress(hash).slice(1) : absolute(baseUrl, pictureAddress(hash))
}

/** An edition as the register and the front tell of it; of an article that was taken down only that there was one. [SI8] [SI5] */
export function correctionEntryOf(released: Released, house: House): CorrectionEntry {
  const { article, status } = released
  const listed = listedOf(released, house)
  if (status === 'taken_down') {
    const changeNote = article.kind === 'takedown' ? article.changeNote : ''
    return { listed, notes: [], changeNote, text: changeNote }
  }
  const texts = correctionTexts(released)
  return {
    listed,
    notes: tellableNotes(released),
    changeNote: article.changeNote,
    text: texts.length === 1 ? (texts[0] ?? '') : article.changeNote || texts.join(' '),
  }
}

/** Words as they stand in a title: every gap one space. */
export function oneLine(text: string): string {
  if (!/[^\S ]| {2}|^ | $/u.test(text)) return text
  return text.replaceAll(/\s+/gu, ' ').trim()
}
