/** What comes in by pasting: only what the document knows, read without fetching anything, addresses judged. */
import { DOMParser as ProseMirrorParser, DOMSerializer, Fragment, type Schema, Slice } from '@tiptap/pm/model'
import { Plugin } from '@tiptap/pm/state'
import { strictLineSchema, strictSchema } from '../../shared/document/schema.ts'
import type { Box } from './openDocument.ts'

/**
 * Everything passes the strict schema once, as inert HTML: what it refuses falls away, the words stay. `data-pm-slice` is dropped,
 * since it would put attributes in the document that no parse rule ever saw. [DO1]
 */
export function pasteFilter(box: Box): Plugin {
  const schema = box === 'body' ? strictSchema : strictLineSchema
  return new Plugin({
    props: {
      transformPastedHTML: (html) => cleanHtml(html, schema),
      // A line takes the words of whatever was pasted, in one paragraph.
      transformPasted: (slice, view) => (box === 'body' ? slice : oneLine(slice, view.state.schema)),
    },
  })
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
  const document = ProseMirrorParser.fromSchema(schema).parse(parsed.body, { preserveWhitespace: false })
  const out = parsed.implementation.createHTMLDocument('')
  out.body.append(DOMSerializer.fromSchema(schema).serializeFragment(document.content, { document: out }))
  return out.body.innerHTML
}
