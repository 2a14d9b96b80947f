/** An article's body as it is printed: its blocks, with the dateline run into the first paragraph. */
import type { PublicArticle } from '../desk/record.ts'
import { blocksHtml } from '../document/html.ts'
import { dayAndMonth } from './dates.ts'
import { alreadyMarkup, html, type Markup, nothing } from './markup.ts'

/** One block a line; the dateline has a line of its own where the body does not begin with a paragraph. */
export function bodyMarkup({ body, dateline }: Pick<PublicArticle, 'body' | 'dateline'>): Markup {
  const blocks = body.map((block) => hung(blocksHtml([block])))
  const opening = datelineMarkup(dateline).html
  if (opening !== '') {
    const first = blocks[0] ?? ''
    if (first.startsWith('<p>')) blocks[0] = `<p>${opening} ${first.slice(3)}`
    else blocks.unshift(`<p>${opening}</p>`)
  }
  return alreadyMarkup(blocks.join('\n'))
}

/** `Bern, 22 November.`: where and when a piece was filed; empty when no place was given. */
function datelineMarkup({ place, date }: PublicArticle['dateline']): Markup {
  if (place === '') return nothing
  return html`<span class="dateline">${date === '' ? place : `${place}, ${dayAndMonth(date)}`}.</span>`
}

/** A pull quote that begins with a quotation mark hangs it outside the column. */
function hung(block: string): string {
  return block.replace(/^<(\w+) class="pull-quote">(<p>)?(?=(<\w+>)*[“‘„«])/u, '<$1 class="pull-quote hung">$2')
}
