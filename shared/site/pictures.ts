/** Pictures on pages: their smaller copies for smaller screens, what must stay in sight where they are cut, and the one that leads. */
import type { PublicArticle } from '../desk/record.ts'
import type { MediaUse } from '../desk/version.ts'
import { figuresIn, type FigureUse } from '../document/figureUses.ts'
import { renditionsBy } from '../picture/renditions.ts'
import { linkFrom, pictureAddress, type Place } from './address.ts'
import { html, type Markup, nothing } from './markup.ts'

/** A picture as a page shows it. */
export interface ShownPicture extends FigureUse {
  readonly renditions: readonly string[]
  /** In per cent from the left and the top; null: the middle. */
  readonly focus: { readonly x: number; readonly y: number } | null
}

/** The picture that was chosen to lead, else the first of the text. */
export function leadOf(article: Pick<PublicArticle, 'lead' | 'media' | 'body'>): ShownPicture | null {
  const { lead } = article
  if (lead) return { ...lead, renditions: renditionsIn(article.media, lead.media) }
  const first = figuresIn(article.body)[0]
  return first ? { ...first, renditions: renditionsIn(article.media, first.media), focus: null } : null
}

export function renditionsIn(media: readonly MediaUse[], picture: string): readonly string[] {
  return media.find(({ hash }) => hash === picture)?.renditions ?? []
}

/** ` srcset="…" sizes="…"`, with `addressOf` each copy; nothing for a picture that has none. `sizes`: how wide the page shows it. */
export function sourceSet(
  { media, width, renditions }: Pick<ShownPicture, 'media' | 'width' | 'renditions'>,
  addressOf: (hash: string) => string,
  sizes: string,
): Markup {
  const copies = renditionsBy(width, renditions)
  if (copies.length === 0) return nothing
  const all = [...copies, { hash: media, width }].map((copy) => `${addressOf(copy.hash)} ${copy.width}w`)
  return html` srcset="${all.join(', ')}" sizes="${sizes}"`
}

/** A figure whose picture is cut to the page's shape about its focus, its words below. */
export function cutFigure(picture: ShownPicture, place: Place, className: string, sizes: string): Markup {
  const { media, alt, caption, credit, width, height } = picture
  const size = width > 0 && html` width="${width}" height="${height}"`
  const addressOf = (hash: string) => linkFrom(place, pictureAddress(hash))
  const focus = focusClasses(picture)
  const classes = [className, focus].filter((name) => name !== '').join(' ')
  return html`<figure${classes !== '' && html` class="${classes}"`}>
<img src="${addressOf(media)}"${sourceSet(picture, addressOf, sizes)} alt="${alt}"${size}>
${
  (caption !== '' || credit !== '') &&
  html`<figcaption>${caption}${caption !== '' && credit !== '' && ' '}${credit !== '' && html`<span class="credit">${credit}</span>`}</figcaption>
`
}</figure>
`
}

/** Classes of the theme, in steps of five per cent: pages carry no style of their own. */
function focusClasses({ focus }: ShownPicture): string {
  if (focus === null) return ''
  const step = (share: number) => Math.round(share / 5) * 5
  const [x, y] = [step(focus.x), step(focus.y)]
  return [x === 50 ? '' : `focus-x-${x}`, y === 50 ? '' : `focus-y-${y}`].filter((name) => name !== '').join(' ')
}
