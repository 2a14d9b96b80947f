/** The head of a page: what browsers, search engines and other people's link previews read. [SI13] */
import type { FigureUse } from '../document/figureUses.ts'
import { pictureType } from '../picture/webp.ts'
import { absolute, addresses, linkFrom, originOf, pictureAddress, type Place } from './address.ts'
import { html, type Markup, nothing } from './markup.ts'
import type { House } from './model.ts'

export interface Heading {
  /** Plain text, without the publication's name. */
  readonly title: string
  readonly description: string
  /** BCP 47, of an article's words; the house's first language when absent. */
  readonly lang?: string
  /** The page's address from the root; absent for one that should not be found or quoted. */
  readonly address?: string
  /** Published and changed, as RFC 3339, and the name of the section: an article's. */
  readonly article?: { readonly published: string; readonly modified: string; readonly section: string }
  /** Shown by previews of a link. */
  readonly picture?: FigureUse
  /** Feeds of this page's own, beside those of the paper. */
  readonly feeds?: readonly { readonly type: string; readonly name: string; readonly address: string }[]
  /** The text of a JSON-LD script element. */
  readonly jsonLd?: Markup
}

/** Everything between `<head>` and `</head>`. No page asks anything of another origin. */
export function head(place: Place, heading: Heading): Markup {
  const { settings } = place.house
  const { baseUrl, publication } = settings
  const isFound = baseUrl !== '' && heading.address !== undefined
  const title = heading.title === publication ? publication : `${heading.title} – ${publication}`
  const same = sameIn(place)
  return html`<head>
${same.opening}<title>${title}</title>
${
  heading.description !== '' &&
  html`<meta name="description" content="${heading.description}">
`
}${
  isFound
    ? html`<link rel="canonical" href="${absolute(baseUrl, heading.address)}">
`
    : html`<meta name="robots" content="noindex">
`
}${same.links}${(heading.feeds ?? []).map((feed) => feedLink(place, feed))}${same.feeds}${isFound ? openGraph(place, heading) : nothing}${
  heading.jsonLd !== undefined &&
  html`<script type="application/ld+json">
${heading.jsonLd}
</script>
`
}</head>`
}

/** What heads have in common. */
interface Same {
  readonly opening: Markup
  readonly links: Markup
  readonly feeds: Markup
}

const known = new WeakMap<House['settings'], Map<string, Same>>()

/** Made once for all pages of a house that find its styles in the same place, and so all else that stands there. */
function sameIn(place: Place): Same {
  const { settings } = place.house
  const styles = linkFrom(place, addresses.styles)
  const ofHouse = known.get(settings) ?? new Map<string, Same>()
  known.set(settings, ofHouse)
  const found = ofHouse.get(styles) ?? {
    opening: html`<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${contentPolicy(settings.newsletter.action)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="same-origin">
`,
    links: html`<link rel="stylesheet" href="${styles}">
<link rel="icon" type="image/svg+xml" href="${linkFrom(place, addresses.mark)}">
`,
    feeds: html`${feeds.map((feed) => feedLink(place, feed))}`,
  }
  ofHouse.set(styles, found)
  return found
}

function feedLink(place: Place, { type, name, address }: NonNullable<Heading['feeds']>[number]): Markup {
  return html`<link rel="alternate" type="${type}" title="${place.house.settings.publication}, ${name}" href="${linkFrom(place, address)}">
`
}

export const feeds = [
  { kind: 'rss', name: 'RSS', type: 'application/rss+xml', address: addresses.rss },
  { kind: 'atom', name: 'Atom', type: 'application/atom+xml', address: addresses.atom },
  { kind: 'jsonFeed', name: 'JSON Feed', type: 'application/feed+json', address: addresses.jsonFeed },
] as const

function openGraph(place: Place, { title, description, address = '/', article, lang, picture }: Heading): Markup {
  const { baseUrl, publication, languages } = place.house.settings
  const locale = (lang ?? languages[0] ?? 'en-GB').replaceAll('-', '_')
  return html`<meta property="og:type" content="${article ? 'article' : 'website'}">
<meta property="og:title" content="${title}">
${
  description !== '' &&
  html`<meta property="og:description" content="${description}">
`
}<meta property="og:url" content="${absolute(baseUrl, address)}">
<meta property="og:site_name" content="${publication}">
<meta property="og:locale" content="${locale}">
${
  picture !== undefined &&
  html`<meta property="og:image" content="${absolute(baseUrl, pictureAddress(picture.media))}">
<meta property="og:image:type" content="${pictureType}">
${
  picture.width > 0 &&
  html`<meta property="og:image:width" content="${picture.width}">
<meta property="og:image:height" content="${picture.height}">
`
}${
  picture.alt !== '' &&
  html`<meta property="og:image:alt" content="${picture.alt}">
`
}`
}${
  article !== undefined &&
  html`<meta property="article:published_time" content="${article.published}">
<meta property="article:modified_time" content="${article.modified}">
${
  article.section !== '' &&
  html`<meta property="article:section" content="${article.section}">
`
}`
}`
}

/**
 * No frames, plug-ins, connections or scripts in attributes; forms go nowhere but to the sign-up the house named. Scripts,
 * styles and pictures are not restricted here: a folder opened from disk has no origin for 'self' to mean, and checkers
 * take the inert JSON-LD for a script.
 */
function contentPolicy(action: string): string {
  const form = originOf(action)
  return [
    "object-src 'none'",
    "frame-src 'none'",
    "worker-src 'none'",
    "connect-src 'none'",
    "script-src-attr 'none'",
    "base-uri 'none'",
    `form-action ${form === '' ? "'none'" : form}`,
  ].join('; ')
}
