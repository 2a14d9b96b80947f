/** Documents for property tests: every node and mark of the schema, in valid shapes. */
import { fc } from '../harness/properties.ts'
import type { DocumentJson, MarkJson, NodeJson } from '../../shared/document/json.ts'

const address = fc.constantFrom(
  'https://example.org/a?b=1&amp;c=(2)',
  'http://example.org/é',
  'mailto:desk@example.org',
  'tel:+44-20-7946-0000',
)

const markup = '*_`[]()<>#&!\\~-+=.1|"\'{}^:;/@ '

/** Letters, spaces, markup, accents, an emoji and a Cyrillic word: never only spaces. */
export const words: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      fc.constantFrom(...markup),
      fc.constantFrom('a', 'b', 'é', '9', 'x1', '🙂', 'слово', '&lt;', '“', '’', '–', '\u00a0', 'e\u0301'),
    ),
    { minLength: 1, maxLength: 10 },
  )
  .map((parts) => parts.join(''))
  .filter((text) => text.trim() !== '')

const simple: fc.Arbitrary<MarkJson> = fc.constantFrom('strong', 'em', 'smallCaps', 'sub', 'sup', 'code').map((type) => ({ type }))
const link: fc.Arbitrary<MarkJson> = address.map((href) => ({ type: 'link', attrs: { href } }))

const note: fc.Arbitrary<MarkJson> = fc.constantFrom('', 'a1', 'b2').map((id) => ({ type: 'note', attrs: { id } }))

function run(mark: fc.Arbitrary<MarkJson>): fc.Arbitrary<NodeJson> {
  return fc
    .tuple(words, fc.uniqueArray(mark, { maxLength: 3, selector: ({ type }) => type }))
    .map(([text, marks]) => (marks.length === 0 ? { type: 'text', text } : { type: 'text', text, marks }))
}

export const inline: fc.Arbitrary<NodeJson[]> = fc.array(
  fc.oneof(
    { weight: 5, arbitrary: run(fc.oneof(simple, simple, link, note)) },
    { weight: 1, arbitrary: fc.constant<NodeJson>({ type: 'hardBreak' }) },
  ),
  { maxLength: 4 },
)
export const line: fc.Arbitrary<NodeJson[]> = fc.array(run(simple), { maxLength: 3 })

const paragraph: fc.Arbitrary<NodeJson> = inline.map((content) => ({ type: 'paragraph', ...filled(content) }))

const cell = fc
  .tuple(fc.constantFrom('tableCell', 'tableHeader'), fc.array(paragraph, { minLength: 1, maxLength: 2 }))
  .map(([type, content]): NodeJson => ({ type, attrs: { colspan: 1, rowspan: 1 }, content }))
const table = fc
  .array(fc.array(cell, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 })
  .map((rows): NodeJson => ({ type: 'table', content: rows.map((content) => ({ type: 'tableRow', content })) }))

/** Valid names and words of pictures; none of them is anywhere. */
const figure = fc
  .record({
    media: fc.constantFrom('a1', 'b2').map((pair) => pair.repeat(32)),
    alt: fc.oneof(fc.constant(''), words),
    credit: fc.oneof(fc.constant(''), words),
    width: fc.integer({ min: 0, max: 16_383 }),
    height: fc.integer({ min: 0, max: 16_383 }),
    caption: inline,
  })
  .map(({ caption, ...attrs }): NodeJson => ({ type: 'figure', attrs, ...filled(caption) }))

const { block } = fc.letrec<{ block: NodeJson; item: NodeJson }>((tie) => ({
  block: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    paragraph,
    fc.tuple(fc.integer({ min: 2, max: 4 }), inline).map(([level, content]) => ({ type: 'heading', attrs: { level }, ...filled(content) })),
    inline.map((content) => ({ type: 'pullQuote', ...filled(content) })),
    fc.constant<NodeJson>({ type: 'horizontalRule' }),
    table,
    figure,
    fc.array(tie('block'), { minLength: 1, maxLength: 3 }).map((content) => ({ type: 'blockquote', content })),
    fc.array(tie('item'), { minLength: 1, maxLength: 3 }).map((content) => ({ type: 'bulletList', content })),
    fc
      .tuple(fc.integer({ min: 0, max: 999_999_999 }), fc.array(tie('item'), { minLength: 1, maxLength: 3 }))
      .map(([start, content]) => ({ type: 'orderedList', attrs: { start }, content })),
  ),
  item: fc
    .tuple(paragraph, fc.array(tie('block'), { maxLength: 2 }))
    .map(([first, rest]) => ({ type: 'listItem', content: [first, ...rest] })),
}))

export const blocks: fc.Arbitrary<NodeJson[]> = fc.array(block, { maxLength: 5 })

export const documents: fc.Arbitrary<DocumentJson> = fc.record({ headline: line, standfirst: line, body: blocks })

/** `content` only where there is any, as ProseMirror writes it. */
export function filled(content: readonly NodeJson[]): { content?: readonly NodeJson[] } {
  return content.length === 0 ? {} : { content }
}

export function paragraphs(...texts: string[]): NodeJson[] {
  return texts.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] }))
}

export function bodyOf(...body: NodeJson[]): DocumentJson {
  return { headline: [], standfirst: [], body }
}
