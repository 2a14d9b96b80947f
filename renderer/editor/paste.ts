/** What comes in by pasting: only what the document knows, read without fetching anything, addresses judged. */
import { DOMParser as ProseMirrorParser, DOMSerializer, Fragment, type Schema, Slice } from '@tiptap/pm/model'
import { Plugin } from '@tiptap/pm/state'
import { strictLineSchema, strictSchema } from '../../shared/document/schema.ts'
import { say } from '../state/statusLine.ts'
import type { Box } from './openDocument.ts'
import { makeWordLists } from './wordLists.ts'

/**
 * Everything passes the strict schema once, as inert HTML: what it refuses falls away, the words stay. `data-pm-slice` is dropped,
 * since it would put attributes in the document that no parse rule ever saw. [DO1]
 */
export function pasteFilter(box: Box): Plugin {
  const schema = box === 'body' ? strictSchema : strictLineSchema
  return new Plugin({
    props: {
      transformPastedHTML: (html) => {
        const left = foreignPictures(html)
        if (left > 0) say(leftOut(left))
        return cleanHtml(html, schema)
      },
      // A line takes the words of whatever was pasted, in one paragraph.
      transformPasted: (slice, view) => (box === 'body' ? slice : oneLine(slice, view.state.schema)),
    },
  })
}

/** Pictures in pasted words that are not this desk's: fetching them would tell their host who is writing. */
function foreignPictures(html: string): number {
  const images = new DOMParser().parseFromString(html, 'text/html').querySelectorAll('img')
  return [...images].filter((image) => !/^media\/[0-9a-f]{64}$/.test(image.getAttribute('src') ?? '')).length
}

function leftOut(count: number): string {
  const what = count === 1 ? 'A picture was' : `${count} pictures were`
  return `${what} left out: only files are taken in, never addresses. Save ${count === 1 ? 'it' : 'them'} as ${count === 1 ? 'a file and put that' : 'files and put those'} in.`
}

function oneLine(slice: Slice, schema: Schema): Slice {
  const words = slice.content.textBetween(0, slice.content.size, ' ', ' ').replaceAll(/\s+/gu, ' ')
  const paragraph = schema.nodes.paragraph?.create(null, words === '' ? null : schema.text(words))
  return paragraph && words !== '' ? new Slice(Fragment.from(paragraph), 1, 1) : Slice.empty
}

/** `html` as the strict schema understands it. DOMParser makes a document that fetches nothing and runs nothing. */
export function cleanHtml(html: string, schema: typeof strictSchema | typeof strictLineSchema): string {
  const parsed = new DOMParser().parseFromString(html, 'text/html')
  for (const element of parsed.querySelectorAll('script, style, template, noscript, iframe, object, svg, math, head > *')) element.remove()
  for (const element of parsed.querySelectorAll('[data-pm-slice]')) element.removeAttribute('data-pm-slice')
  makeWordLists(parsed.body)
  const document = ProseMirrorParser.fromSchema(schema).parse(parsed.body, { preserveWhitespace: false })
  const out = parsed.implementation.createHTMLDocument('')
  out.body.append(DOMSerializer.fromSchema(schema).serializeFragment(document.content, { document: out }))
  return out.body.innerHTML
}
