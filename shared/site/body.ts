/** An article's body as it is printed: its blocks, with the dateline run into the first paragraph and the notes at the foot. */
import type { PublicArticle } from '../desk/record.ts'
import { blocksHtml, escapeHtml, inlineHtml } from '../document/html.ts'
import type { InlineJson } from '../document/json.ts'
import { noteSign, takeNotes } from '../document/notes.ts'
import { dayAndMonth } from './dates.ts'
import { alreadyMarkup, html, type Markup, nothing } from './markup.ts'
import { renditionsIn, sourceSet } from './pictures.ts'

/** One block a line; `addressOfPicture`: how the page names a picture of the site; the dateline has a line of its own where the body does not begin with a paragraph. */
export function bodyMarkup(
  { body, dateline, media }: Pick<PublicArticle, 'body' | 'dateline' | 'media'>,
  addressOfPicture: (hash: string) => string,
  notesAs: 'linked' | 'plain' = 'linked',
): Markup {
  const taken = takeNotes(body)
  const shown: Showing = { addressOf: addressOfPicture, renditionsOf: (hash) => (notesAs === 'linked' ? renditionsIn(media, hash) : []) }
  const tables = taken.blocks.filter(({ type }) => type === 'table')
  const blocks = taken.blocks.map((block) => {
    const plain = blocksHtml([block])
    // Nearly all are paragraphs, and nothing of this is for them.
    const dressed = block.type === 'paragraph' ? plain : pictured(framed(hung(plain), tables.indexOf(block) + 1), shown)
    return taken.notes.length > 0 ? numbered(dressed, notesAs) : dressed
  })
  const opening = datelineMarkup(dateline).html
  if (opening !== '') {
    const first = blocks[0] ?? ''
    if (first.startsWith('<p>')) blocks[0] = `<p>${opening} ${first.slice(3)}`
    else blocks.unshift(`<p>${opening}</p>`)
  }
  if (taken.notes.length > 0) blocks.push(notesHtml(taken.notes, notesAs))
  return alreadyMarkup(blocks.join('\n'))
}

/** How pages and feeds name pictures; feeds offer no smaller copies. */
interface Showing {
  readonly addressOf: (hash: string) => string
  readonly renditionsOf: (hash: string) => readonly string[]
}

const sign = new RegExp(`${noteSign.start}(\\d+)${noteSign.end}`, 'gu')

/** A table wider than the page scrolls in a frame of its own, also by keyboard; the page never does. */
function framed(block: string, table: number): string {
  return table > 0 ? `<section class="table" aria-label="Table ${table}" tabindex="0">${block}</section>` : block
}

/** Beside a picture wider than this to its height there is no room for a caption under what the margin may hold already. */
const widest = 1.8

/** A figure as the page shows it: its picture at the site's own address, loaded when it is near, and nothing where there are no words. */
function pictured(block: string, { addressOf, renditionsOf }: Showing): string {
  if (!block.includes('<figure>')) return block
  return block
    .replaceAll(
      /<img src="media\/([0-9a-f]{64})"( alt="[^"]*"(?: width="(\d+)")?)/gu,
      (_found, media: string, words: string, width = '0') => {
        const copies = sourceSet(
          { media, width: Number(width), renditions: renditionsOf(media) },
          addressOf,
          '(max-width: 640px) 100vw, 600px',
        )
        return `<img src="${escapeHtml(addressOf(media))}"${copies.html} loading="lazy"${words}`
      },
    )
    .replaceAll(/<figure>(<img [^>]* width="(\d+)" height="(\d+)">)/gu, (_found, image: string, width: string, height: string) =>
      Number(width) > widest * Number(height) ? `<figure class="wide">${image}` : `<figure>${image}`,
    )
    .replaceAll('<span class="caption"></span>', '')
    .replaceAll('<figcaption></figcaption>', '')
    .replaceAll('</span><span class="credit">', '</span> <span class="credit">')
}

/** In feeds many articles share a page, so their notes lead nowhere. */
function numbered(block: string, notesAs: 'linked' | 'plain'): string {
  return block.replaceAll(
    sign,
    notesAs === 'plain' ? '<sup>$1</sup>' : '<sup class="note-sign" id="note-sign-$1"><a href="#note-$1" aria-label="Note $1">$1</a></sup>',
  )
}

function notesHtml(notes: readonly InlineJson[], notesAs: 'linked' | 'plain'): string {
  if (notesAs === 'plain') return `<ol>\n${notes.map((note) => `<li>${inlineHtml(note)}</li>\n`).join('')}</ol>`
  const items = notes.map((note, index) => {
    const back = `<a class="note-back" href="#note-sign-${index + 1}" aria-label="Back to note ${index + 1} in the text">↑</a>`
    return `<li id="note-${index + 1}">${inlineHtml(note)} ${back}</li>\n`
  })
  return `<section class="notes" aria-labelledby="notes">\n<h2 id="notes">Notes</h2>\n<ol>\n${items.join('')}</ol>\n</section>`
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
