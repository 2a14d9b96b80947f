/**
 * The editor's own binding over fuzzed documents: what the reader lets through loses nothing by being opened and edited.
 * @vitest-environment jsdom
 */
import { fc } from '../harness/properties.ts'
import type { Schema } from 'prosemirror-model'
import { EditorState, TextSelection } from 'prosemirror-state'
import { EditorView } from 'prosemirror-view'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { binding } from '../../renderer/editor/binding.ts'
import { isBindable, readDocument } from '../../shared/document/read.ts'
import { boundLineSchema, boundSchema } from '../../shared/document/schema.ts'
import { blocksText, inlineText } from '../../shared/document/text.ts'
import { allWords, buildDoc, fuzzedDocs, stateOf } from './fuzzedDocs.ts'

const lines: readonly (readonly [string, Schema])[] = [
  ['headline', boundLineSchema],
  ['standfirst', boundLineSchema],
  ['body', boundSchema],
]

describe('binding', () => {
  beforeEach(() => {
    vi.useFakeTimers()
    // ProseMirror warns about a selection in a document without any text; the editor's fillers prevent those.
    vi.spyOn(console, 'warn').mockImplementation(() => {})
  })

  afterEach(() => {
    vi.restoreAllMocks()
    vi.useRealTimers()
  })

  test('[DO7] binding any fuzzed document deletes nothing', () => {
    let bound = 0
    let refused = 0
    fc.assert(
      fc.property(fuzzedDocs, fuzzedDocs, (steps, later) => {
        const doc = new Y.Doc()
        Y.applyUpdate(doc, Y.encodeStateAsUpdate(buildDoc(steps)))
        const reading = readDocument(doc)
        if (!isBindable(reading)) {
          refused += 1
          return
        }
        bound += 1
        const before = stateOf(doc)
        const views = lines.map(([name, schema]) => bind(doc.getXmlFragment(name), schema))
        vi.runAllTimers()
        expect(stateOf(doc)).toEqual(before)
        expect(views[2]?.state.doc.toJSON().content ?? []).toEqual(reading.document.body)

        const words = new Set(allWords(doc))
        for (const view of views) typeInto(view)
        const remote = buildDoc(later)
        if (isBindable(readDocument(remote))) {
          for (const word of allWords(remote)) words.add(word)
          Y.applyUpdate(doc, Y.encodeStateAsUpdate(remote))
          for (const view of views) typeInto(view)
        }
        vi.runAllTimers()
        const after = readDocument(doc)
        expect(after.problems).toEqual([])
        const { headline, standfirst, body } = after.document
        const shown = [inlineText(headline), inlineText(standfirst), blocksText(body)].join('\n')
        expect([...words].filter((word) => !shown.includes(word))).toEqual([])
        for (const view of views) view.destroy()
      }),
      { numRuns: 120 },
    )
    expect(bound).toBeGreaterThan(10)
    expect(refused).toBeGreaterThan(10)
  }, 60_000)

  test('[DO7] an unknown mark is never bound: the binding would delete the words that carry it', () => {
    const doc = new Y.Doc()
    const paragraph = new Y.XmlElement('paragraph')
    doc.getXmlFragment('body').insert(0, [paragraph])
    const text = new Y.XmlText()
    paragraph.insert(0, [text])
    text.insert(0, 'wordsq', { comment: { id: 'c' } })
    expect(isBindable(readDocument(doc))).toBe(false)
    const view = bind(doc.getXmlFragment('body'), boundSchema)
    vi.runAllTimers()
    expect(allWords(doc)).toEqual([])
    view.destroy()
  })

  test('a cursor that moves compares nothing with the document, a letter does', () => {
    const doc = new Y.Doc()
    const paragraph = new Y.XmlElement('paragraph')
    paragraph.insert(0, [new Y.XmlText('Some words.')])
    doc.getXmlFragment('body').insert(0, [paragraph])
    const view = bind(doc.getXmlFragment('body'), boundSchema)
    vi.runAllTimers()
    let transactions = 0
    doc.on('beforeAllTransactions', () => {
      transactions += 1
    })
    view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, 5)))
    expect(transactions).toBe(0)
    view.dispatch(view.state.tr.insertText('x'))
    expect(transactions).toBe(1)
    expect(blocksText(readDocument(doc).document.body)).toBe('Somex words.')
    view.destroy()
  })
})

function bind(fragment: Y.XmlFragment, schema: Schema): EditorView {
  return new EditorView(document.createElement('div'), { state: EditorState.create({ schema, plugins: [binding(fragment, undefined)] }) })
}

/** A letter at the start of the first place that takes one, and a new paragraph at the end. */
function typeInto(view: EditorView): void {
  let at = -1
  view.state.doc.descendants((node, position) => {
    if (at < 0 && node.isTextblock) at = position + 1
    return at < 0
  })
  const tr = view.state.tr
  if (at >= 0) tr.insertText('!', at)
  tr.insert(tr.doc.content.size, view.state.schema.node('paragraph', null, [view.state.schema.text('typed')]))
  view.dispatch(tr)
}
