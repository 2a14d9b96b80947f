/** Y.Docs that no editor would have made: unknown names, bad attributes, wrong nesting, embeds, foreign types, merges of all that. */
import { fc } from '../harness/properties.ts'
import * as Y from 'yjs'

export type Part =
  | { readonly kind: 'element'; readonly name: string; readonly attrs: Readonly<Record<string, unknown>>; readonly parts: readonly Part[] }
  | { readonly kind: 'text'; readonly runs: readonly { readonly text: string; readonly marks: Readonly<Record<string, unknown>> }[] }
  | { readonly kind: 'foreign'; readonly what: 'map' | 'array' | 'plainText' | 'embed' | 'inner' }

/** One person's part of the work: where, what, and whether it was done without having seen the others'. */
export interface Step {
  readonly fragment: 'headline' | 'standfirst' | 'body'
  readonly parts: readonly Part[]
  readonly isApart: boolean
  /** Children deleted from the front afterwards. */
  readonly deleted: number
}

const good = {
  names: [
    'paragraph',
    'heading',
    'blockquote',
    'pullQuote',
    'bulletList',
    'orderedList',
    'listItem',
    'horizontalRule',
    'hardBreak',
    'table',
    'tableRow',
    'tableCell',
    'figure',
  ],
  marks: [{}, { strong: {} }, { em: {}, code: {} }, { link: { href: 'https://example.org/' } }],
}
const bad = {
  names: ['callout', 'text', 'doc', '__proto__', 'constructor', 'spreadsheet', ''],
  attrs: [
    { level: 9 },
    { level: '2' },
    { start: -1 },
    { start: 1.5 },
    { id: 'x' },
    { media: 'x' },
    { media: 'a1'.repeat(32) },
    { media: 'a1'.repeat(32), width: -1 },
    { level: { deep: ['a'] } },
  ],
  marks: [
    { comment: { id: 'c' } },
    { link: {} },
    { link: 'x' },
    { link: { href: 'javascript:x' } },
    { strong: true },
    { em: { more: 1 } },
    { 'strong--abcdefgh': {} },
    { __proto__x: {} },
  ],
}

let counter = 0
/** Words that are found again: no two alike. */
const text = fc.constantFrom('w', 'ø', 'x ').map((stem) => `${stem}${counter++}q`)

function parts(isWild: boolean): fc.Arbitrary<readonly Part[]> {
  const { list } = fc.letrec<{ part: Part; list: readonly Part[] }>((tie) => ({
    part: fc.oneof(
      { depthSize: 'small' },
      fc.record({
        kind: fc.constant('text' as const),
        runs: fc.array(
          fc.record({
            text,
            marks: isWild ? fc.oneof(fc.constantFrom(...good.marks), fc.constantFrom(...bad.marks)) : fc.constantFrom(...good.marks),
          }),
          { maxLength: 3 },
        ),
      }),
      ...(isWild
        ? [fc.record({ kind: fc.constant('foreign' as const), what: fc.constantFrom('map', 'array', 'plainText', 'embed', 'inner') })]
        : []),
      fc.record({
        kind: fc.constant('element' as const),
        name: isWild ? fc.constantFrom(...good.names, ...bad.names) : fc.constantFrom(...good.names),
        attrs: isWild ? fc.oneof(fc.constant({}), fc.constantFrom(...bad.attrs)) : fc.constant({}),
        parts: tie('list'),
      }),
    ) as fc.Arbitrary<Part>,
    list: fc.array(tie('part'), { maxLength: 3 }),
  }))
  return list
}

const runs = fc.array(fc.record({ text, marks: fc.constantFrom(...good.marks) }), { minLength: 1, maxLength: 3 })
const textPart = runs.map((all): Part => ({ kind: 'text', runs: all }))
const paragraphPart = textPart.map((part): Part => ({ kind: 'element', name: 'paragraph', attrs: {}, parts: [part] }))
const emptyParts = fc
  .constantFrom('paragraph', 'heading', 'blockquote', 'bulletList', 'orderedList', 'horizontalRule', 'pullQuote')
  .map((name): Part => ({ kind: 'element', name, attrs: {}, parts: [] }))
const listPart = fc.array(fc.array(fc.oneof(paragraphPart, emptyParts), { maxLength: 2 }), { maxLength: 2 }).map(
  (items): Part => ({
    kind: 'element',
    name: 'bulletList',
    attrs: {},
    parts: items.map((inside) => ({ kind: 'element', name: 'listItem', attrs: {}, parts: inside })),
  }),
)
const headingPart = fc
  .tuple(textPart, fc.constantFrom({}, { level: 3 }))
  .map(([part, attrs]): Part => ({ kind: 'element', name: 'heading', attrs, parts: [part, part] }))

/** What merges of honest editing leave: known nodes in known places, in any number, with anything empty. */
const honest = fc.record({
  fragment: fc.constant('body' as const),
  parts: fc.array(fc.oneof(paragraphPart, emptyParts, listPart, headingPart), { maxLength: 4 }),
  isApart: fc.boolean(),
  deleted: fc.integer({ min: 0, max: 2 }),
})
const wild = fc.record({
  fragment: fc.constantFrom('headline' as const, 'standfirst' as const, 'body' as const),
  parts: fc.oneof(parts(false), parts(true)),
  isApart: fc.boolean(),
  deleted: fc.integer({ min: 0, max: 2 }),
})

/** Half of them honest, half wild. */
export const fuzzedDocs: fc.Arbitrary<readonly Step[]> = fc.oneof(
  fc.array(honest, { minLength: 1, maxLength: 4 }),
  fc.array(wild, { minLength: 1, maxLength: 4 }),
)

/** Carries out the steps on one document and on copies of its beginning, then merges everything. */
export function buildDoc(steps: readonly Step[]): Y.Doc {
  const doc = new Y.Doc()
  const apart: Y.Doc[] = []
  for (const step of steps) {
    const target = step.isApart ? new Y.Doc() : doc
    if (step.isApart) apart.push(target)
    const fragment = target.getXmlFragment(step.fragment)
    target.transact(() => {
      step.parts.forEach((part, index) => insert(fragment, Math.min(index, fragment.length), part))
      fragment.delete(0, Math.min(step.deleted, fragment.length))
    })
  }
  for (const other of apart) Y.applyUpdate(doc, Y.encodeStateAsUpdate(other))
  return doc
}

/** State vector and whole update: equal before and after whatever must not change the document. */
export function stateOf(doc: Y.Doc): { readonly vector: Uint8Array; readonly update: Uint8Array } {
  return { vector: Y.encodeStateVector(doc), update: Y.encodeStateAsUpdate(doc) }
}

/** Every word that stands undeleted in the document, found in its items without knowing any type. */
export function allWords(doc: Y.Doc): readonly string[] {
  const words: string[] = []
  for (const structs of doc.store.clients.values()) {
    for (const struct of structs) {
      if (struct instanceof Y.Item && !struct.deleted && struct.parentSub === null && struct.content instanceof Y.ContentString)
        words.push(...(struct.content.str.match(/[^\s]+q/g) ?? []))
    }
  }
  return words
}

function insert(parent: Y.XmlFragment, index: number, part: Part): void {
  if (part.kind === 'text') {
    const type = new Y.XmlText()
    parent.insert(index, [type])
    for (const run of part.runs) type.insert(type.length, run.text, { ...run.marks })
  } else if (part.kind === 'foreign') {
    insertForeign(parent, index, part.what)
  } else {
    const type = new Y.XmlElement(part.name)
    parent.insert(index, [type])
    for (const [name, value] of Object.entries(part.attrs)) type.setAttribute(name, value as string)
    part.parts.forEach((child, at) => insert(type, Math.min(at, type.length), child))
  }
}

function insertForeign(parent: Y.XmlFragment, index: number, what: string): void {
  if (what === 'embed' || what === 'inner') {
    const type = new Y.XmlText('embq')
    parent.insert(index, [type])
    const inner = new Y.XmlElement('paragraph')
    inner.insert(0, [new Y.XmlText('innerq')])
    type.insertEmbed(2, what === 'embed' ? { caption: 'captionq' } : inner)
    return
  }
  const type =
    what === 'map'
      ? new Y.Map<unknown>([
          ['caption', 'mapq'],
          ['count', 7n],
        ])
      : what === 'array'
        ? Y.Array.from(['arrayq', { deep: ['deepq'] }])
        : new Y.Text('plainq')
  parent.insert(index, [type as unknown as Y.XmlText])
}
