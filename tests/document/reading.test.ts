/** Reading, writing and cleaning, without any binding. */
import { prosemirrorJSONToYXmlFragment } from '@tiptap/y-tiptap'
import { fc } from '../harness/properties.ts'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { checkDocument } from '../../shared/document/check.ts'
import { cleanDocument } from '../../shared/document/clean.ts'
import { isBindable, readDocument } from '../../shared/document/read.ts'
import { boundLineSchema, boundSchema } from '../../shared/document/schema.ts'
import { blocksText, inlineText } from '../../shared/document/text.ts'
import { seedDocument } from '../../shared/document/write.ts'
import { bodyOf, documents, paragraphs } from './arbitraries.ts'
import { allWords, buildDoc, fuzzedDocs, stateOf } from './fuzzedDocs.ts'

describe('write', () => {
  test('[SY12] seeding gives exactly the bytes that the editor binding would have written', () => {
    fc.assert(
      fc.property(documents, (document) => {
        const { headline, standfirst, body } = cleanDocument(document)
        const [ours, theirs] = [new Y.Doc(), new Y.Doc()]
        ours.clientID = 7
        theirs.clientID = 7
        seedDocument(ours, { headline, standfirst, body })
        for (const [name, content] of [
          ['headline', headline],
          ['standfirst', standfirst],
        ] as const) {
          const line = content.length === 0 ? [] : [{ type: 'paragraph', content }]
          prosemirrorJSONToYXmlFragment(boundLineSchema, { type: 'doc', content: line }, theirs.getXmlFragment(name))
        }
        prosemirrorJSONToYXmlFragment(boundSchema, { type: 'doc', content: body }, theirs.getXmlFragment('body'))
        expect(Y.encodeStateAsUpdate(ours)).toEqual(Y.encodeStateAsUpdate(theirs))
        expect(readDocument(ours)).toEqual({ document: { headline, standfirst, body }, problems: [] })
      }),
      { numRuns: 100 },
    )
  })

  test('[SY12] a document with any history is not seeded again', () => {
    const doc = new Y.Doc()
    seedDocument(doc, bodyOf(...paragraphs('once')))
    doc.getXmlFragment('body').delete(0, 1)
    expect(() => seedDocument(doc, bodyOf(...paragraphs('twice')))).toThrow(/\[SY12\]/)
    expect(readDocument(doc).document.body).toEqual([])
  })
})

describe('read', () => {
  test('[DO6] any fuzzed document is read without a throw, without a change and without losing a word', () => {
    fc.assert(
      fc.property(fuzzedDocs, (steps) => {
        const doc = buildDoc(steps)
        for (const copy of [doc, copyOf(doc)]) {
          const before = stateOf(copy)
          const words = allWords(copy)
          const { document, problems } = readDocument(copy)
          expect(stateOf(copy)).toEqual(before)
          const shown = `${inlineText(document.headline)} ${inlineText(document.standfirst)} ${blocksText(document.body)} ${problems.map(({ raw }) => raw).join(' ')}`
          for (const word of words) expect(shown).toContain(word)
        }
      }),
      { numRuns: 300 },
    )
  })

  test('[DO6] what was read without problems is valid in the strict schema once it is clean', () => {
    let bindable = 0
    fc.assert(
      fc.property(fuzzedDocs, (steps) => {
        const reading = readDocument(buildDoc(steps))
        if (!isBindable(reading)) return
        bindable += 1
        expect(checkDocument(cleanDocument(reading.document))).toEqual([])
      }),
      { numRuns: 300 },
    )
    expect(bindable).toBeGreaterThan(10)
  })

  test('[DO6] each kind of damage is told with its place and all it holds, and its words stand in the text', () => {
    const doc = new Y.Doc()
    const body = doc.getXmlFragment('body')
    body.insert(0, [
      element('callout', {}, 'Unknown words'),
      element('paragraph', { dir: 'rtl' }, 'plain'),
      element('horizontalRule', {}, 'in a rule'),
      new Y.XmlText('loose'),
    ])
    body.insert(4, [element('heading', { level: 9 }, 'Deep'), element('bulletList', {}, 'no item'), element('image', { alt: 'A picture' })])
    const text = new Y.XmlText()
    const paragraph = new Y.XmlElement('paragraph')
    paragraph.insert(0, [text])
    body.insert(7, [paragraph])
    text.insert(0, 'marked', { sparkle: {}, link: { href: 'javascript:alert(1)' }, strong: {} })
    text.insertEmbed(6, { formula: 'e=mc2' })
    const { document, problems } = readDocument(doc)
    expect(problems.map(({ path, kind }) => `${path.join('.')} ${kind}`)).toEqual([
      '0 unknownNode',
      '1 badAttribute',
      '2 badContent',
      '3 badContent',
      '4 badAttribute',
      '5.0 badContent',
      '6 unknownNode',
      '7.0 unknownMark',
      '7.0 badAttribute',
      '7.1 badContent',
    ])
    expect(problems[6]?.raw).toContain('A picture')
    expect(problems[9]?.raw).toBe('{"formula":"e=mc2"}')
    expect(document.body).toEqual([
      ...paragraphs('Unknown words', 'plain', 'in a rule', 'loose'),
      { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'Deep' }] },
      { type: 'bulletList', content: [{ type: 'listItem', content: paragraphs('no item') }] },
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: 'marked', marks: [{ type: 'strong' }] },
          { type: 'text', text: 'e=mc2' },
        ],
      },
    ])
    expect(isBindable({ document, problems })).toBe(false)
  })

  test('[DO6] a document 20,000 levels deep is read', () => {
    const doc = new Y.Doc()
    let inner = new Y.XmlElement('blockquote')
    doc.getXmlFragment('body').insert(0, [inner])
    doc.transact(() => {
      for (let depth = 0; depth < 20_000; depth++) {
        const next = new Y.XmlElement('blockquote')
        inner.insert(0, [next])
        inner = next
      }
      inner.insert(0, [new Y.XmlText('bottom')])
    })
    const { document, problems } = readDocument(doc)
    expect(problems).toHaveLength(1)
    expect(blocksText(document.body)).toBe('bottom')
  })

  test('[DO6] a document with missing updates says so', () => {
    const doc = new Y.Doc()
    const updates: Uint8Array[] = []
    doc.on('update', (update: Uint8Array) => updates.push(update))
    doc.getXmlFragment('body').insert(0, [element('paragraph', {}, 'one')])
    doc.getXmlFragment('body').insert(1, [element('paragraph', {}, 'two')])
    const late = new Y.Doc()
    Y.applyUpdate(late, updates[1] as Uint8Array)
    const before = stateOf(late)
    const reading = readDocument(late)
    expect(reading.problems.map(({ kind }) => kind)).toEqual(['pending'])
    expect(stateOf(late)).toEqual(before)
    Y.applyUpdate(late, updates[0] as Uint8Array)
    expect(readDocument(late).problems).toEqual([])
  })

  test('[DO6] the first words of two people in one line are joined, and nothing is reported', () => {
    const doc = new Y.Doc()
    doc
      .getXmlFragment('headline')
      .insert(0, [element('paragraph', {}, 'One'), new Y.XmlElement('paragraph'), element('paragraph', {}, 'Two')])
    expect(readDocument(doc)).toEqual({
      document: { headline: [{ type: 'text', text: 'One Two' }], standfirst: [], body: [] },
      problems: [],
    })
  })
})

describe('clean', () => {
  test('[DO4] cleaning twice changes nothing, and cleaning keeps every letter and digit', () => {
    fc.assert(
      fc.property(documents, (document) => {
        const clean = cleanDocument(document)
        expect(cleanDocument(clean)).toEqual(clean)
        expect(lettersOf(blocksText(clean.body))).toBe(lettersOf(blocksText(document.body)))
      }),
      { numRuns: 200 },
    )
  })

  test('[DO4] one text has one form', () => {
    const wild = bodyOf(
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: 'Cafe' },
          { type: 'text', text: '\u0301\u0000 a\tb' },
          { type: 'text', text: '\u0007', marks: [{ type: 'em' }] },
          { type: 'text', text: '\ud83d' },
          { type: 'text', text: '\ude42' },
          { type: 'text', text: 'x', marks: [{ type: 'em', attrs: {} }, { type: 'strong' }] },
          { type: 'text', text: 'y', marks: [{ type: 'strong' }, { type: 'em' }] },
          { type: 'hardBreak', marks: [{ type: 'em' }] },
          { type: 'text', text: '\udc00' },
        ],
      },
      { type: 'heading', content: [{ type: 'text', text: 'h' }] },
      { type: 'bulletList', content: [] },
      { type: 'orderedList', content: [{ type: 'listItem' }] },
      { type: 'blockquote', content: [{ type: 'bulletList' }] },
      { type: 'paragraph', content: [{ type: 'text', text: '' }] },
      { type: 'paragraph' },
    )
    expect(cleanDocument(wild).body).toEqual([
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: 'Café a b🙂' },
          { type: 'text', text: 'xy', marks: [{ type: 'strong' }, { type: 'em' }] },
          { type: 'hardBreak' },
          { type: 'text', text: '\ufffd' },
        ],
      },
      { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'h' }] },
      { type: 'orderedList', attrs: { start: 1 }, content: [{ type: 'listItem', content: [{ type: 'paragraph' }] }] },
    ])
  })
})

function element(name: string, attrs: Record<string, unknown>, text?: string): Y.XmlElement {
  const made = new Y.XmlElement(name)
  for (const [key, value] of Object.entries(attrs)) made.setAttribute(key, value as string)
  if (text !== undefined) made.insert(0, [new Y.XmlText(text)])
  return made
}

function copyOf(doc: Y.Doc): Y.Doc {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  return copy
}

function lettersOf(text: string): string {
  return text.normalize('NFC').replace(/[^\p{L}\p{N}]/gu, '')
}
