/** JSON-LD: an article for machines, naming a person only where the page does. [SI7] */
import type { PublicArticle } from '../desk/record.ts'
import { partOf } from '../desk/series.ts'
import { inlineText, readingMinutes, wordCount } from '../document/text.ts'
import { absolute, addresses, categoryAddress, pictureAddress, type Place } from './address.ts'
import { instant } from './dates.ts'
import { jsonMarkup, type Markup } from './markup.ts'
import { pictureOf } from './listed.ts'
import type { Released } from './model.ts'
import { correctionTexts } from './notices.ts'
import { isSummaryOpen, isTextOpen, openness } from './openness.ts'

/** The script's text. Addresses are left out until the house has one, as machines cannot use relative ones. */
export function articleJsonLd(released: Released, place: Place): Markup {
  const { article, envelope, status } = released
  const { publication, description, baseUrl, categories } = place.house.settings
  const open = openness(article.access, status)
  const publisher = {
    '@type': 'NewsMediaOrganization',
    name: publication,
    ...(baseUrl !== '' && { url: absolute(baseUrl, '/'), correctionsPolicy: absolute(baseUrl, addresses.corrections) }),
  }
  const category = categories.find(({ slug }) => slug === article.category)
  const words = isTextOpen(open) ? wordCount(article) : 0
  const corrections = correctionTexts(released)
  const standfirst = isSummaryOpen(open) ? inlineText(article.standfirst) : ''
  const picture = pictureOf(released)
  const part = partOf(article)
  const page = {
    '@type': 'NewsArticle',
    headline: inlineText(article.headline),
    ...(standfirst !== '' && { description: standfirst }),
    inLanguage: article.lang,
    datePublished: instant(envelope.firstPublishedAt),
    dateModified: instant(envelope.publishedAt),
    version: envelope.edition,
    identifier: `No. ${envelope.number}`,
    author: author(article.byline, publisher),
    publisher: { ...publisher, description },
    ...(part && { isPartOf: { '@type': 'CreativeWorkSeries', name: part.name }, ...(part.number > 0 && { position: part.number }) }),
    ...(category && { articleSection: category.name }),
    ...(article.tags.length > 0 && { keywords: article.tags }),
    ...(article.dateline.place !== '' && { locationCreated: { '@type': 'Place', name: article.dateline.place } }),
    ...(picture &&
      baseUrl !== '' && {
        image: {
          '@type': 'ImageObject',
          url: absolute(baseUrl, pictureAddress(picture.media)),
          ...(picture.width > 0 && { width: picture.width, height: picture.height }),
          ...(picture.caption !== '' && { caption: picture.caption }),
          ...(picture.credit !== '' && { creditText: picture.credit }),
        },
      }),
    ...(words > 0 && { wordCount: words, timeRequired: `PT${readingMinutes(words)}M` }),
    isAccessibleForFree: article.access === 'open',
    ...(article.access === 'registered' && { hasPart: { '@type': 'WebPageElement', isAccessibleForFree: false, cssSelector: '.gated' } }),
    ...(corrections.length > 0 && {
      correction: corrections.map((text) => ({
        '@type': 'CorrectionComment',
        text,
        datePublished: instant(envelope.publishedAt),
      })),
    }),
    ...(status !== 'live' && { creativeWorkStatus: status === 'withdrawn' ? 'Withdrawn' : 'Retracted' }),
    ...(baseUrl !== '' && { url: absolute(baseUrl, envelope.address), mainEntityOfPage: absolute(baseUrl, envelope.address) }),
  }
  const crumbs = baseUrl !== '' &&
    category !== undefined && {
      '@type': 'BreadcrumbList',
      itemListElement: [
        { '@type': 'ListItem', position: 1, name: publication, item: absolute(baseUrl, '/') },
        { '@type': 'ListItem', position: 2, name: category.name, item: absolute(baseUrl, categoryAddress(category.slug)) },
      ],
    }
  return jsonMarkup({ '@context': 'https://schema.org', '@graph': crumbs === false ? [page] : [page, crumbs] })
}

/** Anonymous work is the organisation's; a name, initials or a pen name is a person of that name and nothing more. */
function author(byline: PublicArticle['byline'], publisher: { readonly '@type': string; readonly name: string }): object {
  switch (byline.kind) {
    case 'named':
    case 'initials':
    case 'penName':
      return { '@type': 'Person', name: byline.text }
    case 'issuer':
      return { '@type': 'Organization', name: byline.text }
    default:
      return publisher
  }
}
