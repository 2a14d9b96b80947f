/** An article as other newsrooms take it in: IPTC's ninjs 3.1, one file beside the page, where the house offers it. [SI6] */
import { creditText } from '../desk/byline.ts'
import { inlineText, wordCount } from '../document/text.ts'
import { pictureType } from '../picture/webp.ts'
import { renditionsBy } from '../picture/renditions.ts'
import { absolute, machineLink, pictureAddress, type Place } from './address.ts'
import { bodyMarkup } from './body.ts'
import { instant } from './dates.ts'
import { pictureOf, takenDownHeadline } from './listed.ts'
import type { PageText, PageSpec } from './model.ts'
import { correctionTexts, noticeHeading } from './notices.ts'
import { isSummaryOpen, isTextOpen, openness } from './openness.ts'
import { textPage } from './sheet.ts'
import { categoryName } from './stories.ts'

export function ninjsFile({ released }: Extract<PageSpec, { page: 'ninjs' }>, place: Place): PageText {
  const { article, envelope, digest, feedId, status } = released
  const { publication, houseCredit, baseUrl } = place.house.settings
  const open = openness(article.access, status)
  const silent = open === 'notice'
  const credit = silent ? '' : creditText(article.byline, houseCredit)
  const standfirst = isSummaryOpen(open) ? inlineText(article.standfirst) : ''
  const category = categoryName(article.category, place)
  const told = silent ? [] : correctionTexts(released)
  const descriptions = [
    ...(standfirst === '' ? [] : [plain('summary', standfirst)]),
    ...(status === 'live' ? [] : [plain('notice', [noticeHeading(released), article.changeNote].filter((part) => part !== '').join('. '))]),
    ...told.map((text) => plain('correction', text)),
    ...(silent ? [] : [plain('contributors', article.contributorsNote)]),
  ].filter(({ value }) => value !== '')
  const item = {
    uri: `urn:uuid:${feedId}`,
    standard: { name: 'ninjs', version: '3.1', schema: 'http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json' },
    type: 'text',
    representationType: open === 'whole' ? 'full' : 'partial',
    version: String(envelope.edition),
    firstCreated: instant(envelope.firstPublishedAt),
    versionCreated: instant(envelope.publishedAt),
    pubStatus: status === 'live' ? 'usable' : 'canceled',
    language: article.lang,
    copyrightHolder: publication,
    headlines: [{ role: 'main', contentType: 'text/plain', value: silent ? takenDownHeadline : inlineText(article.headline) }],
    ...(credit !== '' && { by: credit }),
    ...(article.dateline.place !== '' && !silent && { located: article.dateline.place }),
    ...(descriptions.length > 0 && { descriptions }),
    ...(isTextOpen(open) && { bodies: [bodyOf(released, place)] }),
    ...(!silent && {
      subjects: [
        ...(category === '' ? [] : [{ name: category, rel: 'category', literal: article.category }]),
        ...article.tags.map((name) => ({ name, rel: 'tag' })),
      ],
    }),
    altIds: [
      { role: 'record', value: String(envelope.number) },
      { role: 'sha256', value: digest },
    ],
    ...(baseUrl !== '' && {
      renditions: [{ name: 'web', href: absolute(baseUrl, envelope.address), contentType: 'text/html' }],
      ...picture(released, baseUrl),
    }),
  }
  return textPage(place, 'application/json', `${JSON.stringify(item, null, 1)}\n`)
}

function plain(role: string, value: string) {
  return { role, contentType: 'text/plain', value: value.replaceAll(/\s+/gu, ' ').trim() }
}

function bodyOf({ article }: Extract<PageSpec, { page: 'ninjs' }>['released'], place: Place) {
  const { html } = bodyMarkup(article, (hash) => machineLink(place, pictureAddress(hash)), 'plain')
  return { role: 'main', contentType: 'text/html', wordCount: wordCount(article), value: html }
}

/** The lead with its smaller copies; the point of interest in pixels, as the format wants it. */
function picture(released: Extract<PageSpec, { page: 'ninjs' }>['released'], baseUrl: string): object {
  const lead = pictureOf(released)
  if (lead === null) return {}
  const href = (hash: string) => absolute(baseUrl, pictureAddress(hash))
  const { width, height, focus } = lead
  const poi = focus && { x: Math.round((width * focus.x) / 100), y: Math.round((height * focus.y) / 100) }
  const size = width > 0 ? { width, height, ...(poi && { poi }) } : {}
  const copies = renditionsBy(width, lead.renditions).map((copy) => ({
    name: `web${copy.width}`,
    href: href(copy.hash),
    contentType: pictureType,
    width: copy.width,
  }))
  const words = [
    { role: 'alternative', value: lead.alt },
    { role: 'caption', value: lead.caption },
  ].filter(({ value }) => value !== '')
  return {
    associations: [
      {
        name: 'lead',
        uri: href(lead.media),
        type: 'picture',
        ...(words.length > 0 && { descriptions: words }),
        ...(lead.credit !== '' && { by: lead.credit }),
        renditions: [{ name: 'original', href: href(lead.media), contentType: pictureType, ...size }, ...copies],
      },
    ],
  }
}
