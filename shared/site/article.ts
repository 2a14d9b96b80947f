/** The article page: what was approved, inside the furniture of the house and the envelope of its release. */
import { figuresIn } from '../document/figureUses.ts'
import { inlineHtml } from '../document/html.ts'
import { inlineText } from '../document/text.ts'
import { absolute, addresses, categoryAddress, linkFrom, ninjsAddress, pictureAddress, type Place, shortAddress } from './address.ts'
import { bodyMarkup } from './body.ts'
import { bylineBlock, bylineLine, paragraphs } from './byline.ts'
import { fullTime, grouped, instant } from './dates.ts'
import { shortDigest } from './digest.ts'
import { articleJsonLd } from './jsonLd.ts'
import { oneLine, pictureOf, takenDownHeadline } from './listed.ts'
import { alreadyMarkup, html, type Markup, nothing } from './markup.ts'
import type { PageText, PageSpec, Released } from './model.ts'
import { partsBlock, previouslyBlock, seriesLine } from './named.ts'
import { correctionBox, noticeHeading, noticeText } from './notices.ts'
import { cutFigure, leadOf } from './pictures.ts'
import { isSummaryOpen, isTextOpen, type Openness, openness } from './openness.ts'
import { recordCard, recordFacts } from './recordCard.ts'
import { ownLanguage } from './ownLanguage.ts'
import { type Sheet, sheet } from './sheet.ts'
import { categoryKicker, categoryName } from './stories.ts'

export function articlePage(spec: Extract<PageSpec, { page: 'article' }>, place: Place): PageText {
  const { released, named } = spec
  const { article, envelope, status } = released
  const open = openness(article.access, status)
  const isSilent = open === 'notice'
  return sheet(place, {
    title: isSilent ? takenDownHeadline : oneLine(inlineText(article.headline)),
    description: !isSummaryOpen(open) ? '' : oneLine(inlineText(article.standfirst)),
    lang: article.lang,
    ...(status !== 'taken_down' && { address: envelope.address }),
    article: {
      published: instant(envelope.firstPublishedAt),
      modified: instant(envelope.publishedAt),
      section: categoryName(article.category, place),
    },
    ...picture(released),
    ...(place.house.settings.machineFiles?.ninjs === true && {
      feeds: [{ type: 'application/json', name: 'ninjs', address: ninjsAddress(envelope.address) }],
    }),
    ...(!isSilent && { jsonLd: articleJsonLd(released, place) }),
    dated: envelope.masthead,
    datedAs: 'Published',
    current: categoryAddress(article.category),
    running: runningLines(released, place),
    main: html`<main id="content">
<article class="piece ${status === 'live' ? article.pieceKind : 'disowned'}">
${heading(released, place, open, 'linked')}${recordFacts(released)}<div class="text">
${notice(released, place)}${isSilent ? nothing : correctionBox(place, released)}${leadFigure(released, place, open)}${text(released, place, open, spec.earlier[0]?.edition)}${isSilent ? nothing : sources(released)}${named === undefined || isSilent ? nothing : partsBlock(released, named, place)}${isSilent ? nothing : filedUnder(released, place)}${isSilent ? nothing : bylineBlock(released, place.house)}${recordCard(spec, place)}</div>
</article>
${named === undefined || isSilent ? nothing : previouslyBlock(named, place)}</main>
`,
  })
}

/** The picture that previews of a link show. */
function picture(released: Released): Pick<Sheet, 'picture'> {
  const shown = pictureOf(released)
  return shown ? { picture: shown } : {}
}

/** An edition that another has replaced: its words as they were, under a notice, found by no search engine. [SI13] */
export function editionPage({ released, replacedBy }: Extract<PageSpec, { page: 'edition' }>, place: Place): PageText {
  const { article, envelope } = released
  const open = openness(article.access, released.status)
  return sheet(place, {
    title: `${oneLine(inlineText(article.headline))}, edition ${envelope.edition}`,
    description: '',
    lang: article.lang,
    dated: envelope.masthead,
    datedAs: 'Published',
    current: categoryAddress(article.category),
    running: runningLines(released, place),
    main: html`<main id="content">
<article class="piece ${article.pieceKind}">
${heading(released, place, open, 'plain')}${recordFacts(released)}<div class="text">
<section class="dated-notice" aria-labelledby="replaced">
<h2 id="replaced">Edition ${envelope.edition}, replaced ${fullTime(replacedBy.publishedAt)}</h2>
<p>Edition ${replacedBy.edition} took its place. This one is kept for those who quoted it. <a href="${linkFrom(place, envelope.address)}">Read the current edition</a></p>
</section>
${correctionBox(place, released)}${leadFigure(released, place, open)}${text(released, place, open)}${sources(released)}${filedUnder(released, place)}${bylineBlock(released, place.house)}${recordCard({ page: 'article', released, earlier: [] }, place)}</div>
</article>
</main>
`,
  })
}

/** The page boxes of a print: name, number, short address and digest. */
function runningLines({ envelope, digest }: Released, { house }: Place): NonNullable<Sheet['running']> {
  const { publication, baseUrl } = house.settings
  const short = absolute(baseUrl, shortAddress(envelope.number)).replace(/^https?:\/\//u, '')
  return {
    head: [publication, `No. ${grouped(envelope.number)}, edition ${envelope.edition}`],
    tail: `${short} · SHA-256 ${shortDigest(digest)}`,
  }
}

function heading(released: Released, place: Place, open: Openness, series: 'linked' | 'plain'): Markup {
  const { article } = released
  const own = ownLanguage(released.article, place.house)
  if (open === 'notice')
    return html`<header class="headline">
<h1>${takenDownHeadline}</h1>
</header>
`
  return html`<header class="headline">
${categoryKicker(article.category, place)}${seriesLine(released, place, series)}<h1${own}>${alreadyMarkup(inlineHtml(article.headline))}</h1>
${
  article.standfirst.length > 0 &&
  isSummaryOpen(open) &&
  html`<p class="standfirst"${own}>${alreadyMarkup(inlineHtml(article.standfirst))}</p>
`
}${bylineLine(released, place.house)}
</header>
`
}

/** The picture that was chosen to lead, above the text; one that stands in the text is not shown twice. */
function leadFigure({ article }: Released, place: Place, open: Openness): Markup {
  const { lead } = article
  if (!lead || !isTextOpen(open) || figuresIn(article.body).some(({ media }) => media === lead.media)) return nothing
  const shown = leadOf(article)
  return shown === null ? nothing : cutFigure(shown, place, 'lead-picture', '(max-width: 640px) 100vw, 600px')
}

/** The dated notice of a piece that was withdrawn, retracted or taken down. [SI5] */
function notice(released: Released, place: Place): Markup {
  if (released.status === 'live') return nothing
  const text = paragraphs(noticeText(released))
  return html`<section class="dated-notice" aria-labelledby="notice">
<h2 id="notice">${noticeHeading(released)}</h2>
${text.map(
  (
    paragraph,
    index,
  ) => html`<p>${paragraph}${index === text.length - 1 && html` <a href="${linkFrom(place, addresses.corrections)}">See the register</a>`}</p>
`,
)}</section>
`
}

/** `before`: the number of the edition that readers had before this one. */
function text(released: Released, place: Place, open: Openness, before = released.envelope.edition): Markup {
  const { article } = released
  if (!isTextOpen(open)) return open === 'summary' ? gate(place, article) : nothing
  const body = bodyMarkup(article, (hash) => linkFrom(place, pictureAddress(hash)))
  if (open === 'whole')
    return html`<div class="body"${ownLanguage(released.article, place.house)}>
${body}
</div>
`
  // The edition that withdraws a piece carries the words that readers had; one that was begun since and set aside has a number, too.
  return html`<section class="body" aria-labelledby="disowned">
<h2 id="disowned" class="disowned-label">Text of edition ${before}, no longer relied on</h2>
<div${ownLanguage(released.article, place.house)}>
${body}
</div>
</section>
`
}

/** What stands in place of a text for registered readers. [SI6] */
function gate(place: Place, { pieceKind, media }: Released['article']): Markup {
  const caption = media[0]?.caption ?? ''
  const { title, action } = place.house.settings.newsletter
  const name = title || 'Newsletter'
  return html`<section class="gated" aria-labelledby="gated">
<h2 id="gated">This ${pieceKind === 'notice' ? 'notice' : 'piece'} is for registered readers, free</h2>
<p>Registration costs nothing and asks for one thing, an e-mail address. ${action === '' ? 'It is not open yet.' : html`<a href="#letter">Register with ${name}</a>`}</p>
${
  caption !== '' &&
  html`<p class="caption">${caption}</p>
`
}</section>
`
}

function sources({ article: { sources: given } }: Released): Markup {
  if (given.length === 0) return nothing
  return html`<section class="sources" aria-labelledby="sources">
<h2 id="sources">Sources</h2>
<ol>
${given.map(
  ({ text: words, address }) => html`<li>${words}${address !== '' && html` <a href="${address}">${address}</a>`}</li>
`,
)}</ol>
</section>
`
}

function filedUnder({ article }: Released, place: Place): Markup {
  const name = categoryName(article.category, place)
  if (name === '' && article.tags.length === 0) return nothing
  return html`<section class="filed" aria-labelledby="filed">
<h2 id="filed">Filed under</h2>
<ul>
${
  name !== '' &&
  html`<li><a href="${linkFrom(place, categoryAddress(article.category))}">${name}</a></li>
`
}${article.tags.map(
  (tag) => html`<li>${tag}</li>
`,
)}</ul>
</section>
`
}
