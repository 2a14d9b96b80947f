/**
 * What is typed into one block is written as the editor's library writes it, which compares the whole text.
 * @vitest-environment jsdom
 */
import { initProseMirrorDoc, type ProsemirrorBinding, updateYFragment, ySyncPlugin, ySyncPluginKey } from '@tiptap/y-tiptap'
import { type Node, Schema } from 'prosemirror-model'
import { EditorState, type Plugin, type Transaction } from 'prosemirror-state'
import { EditorView } from 'prosemirror-view'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { binding } from '../../renderer/editor/binding.ts'
import { fillers, showBlankParagraph } from '../../renderer/editor/fillers.ts'
import { isBindable, readDocument } from '../../shared/document/read.ts'
import { boundSchema } from '../../shared/document/schema.ts'
import { blocksText } from '../../shared/document/text.ts'
import { fc } from '../harness/properties.ts'
import { buildDoc, fuzzedDocs } from './fuzzedDocs.ts'

beforeEach(() => {
  vi.useFakeTimers()
  vi.spyOn(console, 'warn').mockImplementation(() => {})
})

afterEach(() => {
  vi.restoreAllMocks()
  vi.useRealTimers()
})

type Edit =
  | { readonly kind: 'type' | 'delete' | 'mark' | 'heading' | 'copy' | 'block'; readonly place: number; readonly text: string }
  | { readonly kind: 'remote'; readonly place: number; readonly text: string }

const edits: fc.Arbitrary<readonly Edit[]> = fc.array(
  fc.record({
    kind: fc.constantFrom('type', 'type', 'type', 'delete', 'mark', 'heading', 'copy', 'block', 'remote'),
    place: fc.nat(2000),
    text: fc.constantFrom('a', 'e', 'aa', ' ', '§'),
  }),
  { minLength: 1, maxLength: 12 },
)

test('whatever is done to a text, the document takes byte for byte what the library would write', () => {
  let written = 0
  fc.assert(
    fc.property(fuzzedDocs, edits, (steps, done) => {
      const start = Y.encodeStateAsUpdate(buildDoc(steps))
      if (!isBindable(readDocument(docOf(start)))) return
      const ours = open(docOf(start), (words) => binding(words, undefined))
      const theirs = open(docOf(start), (words) => ySyncPlugin(words) as Plugin)
      for (const edit of done) {
        for (const { doc, other, view } of [ours, theirs]) {
          if (edit.kind === 'remote') writeElsewhere(doc, other, edit.text)
          else view.dispatch(edited(view.state, edit))
        }
        vi.runAllTimers()
        expect(Y.encodeStateAsUpdate(ours.doc)).toEqual(Y.encodeStateAsUpdate(theirs.doc))
        expect(ours.view.state.doc.toJSON()).toEqual(theirs.view.state.doc.toJSON())
        written += 1
      }
      for (const { view } of [ours, theirs]) view.destroy()
    }),
    { numRuns: 150 },
  )
  expect(written).toBeGreaterThan(100)
}, 60_000)

test('a text that is emptied first thing after it was opened is empty in the document, and undone it is back', () => {
  const schema = new Schema(boundSchema.spec)
  showBlankParagraph(schema)
  const doc = new Y.Doc()
  const words = doc.getXmlFragment('body')
  const blocks = ['One.', 'Two.'].map((text) => schema.node('paragraph', null, [schema.text(text)]))
  const { mapping } = initProseMirrorDoc(words, schema)
  updateYFragment(doc, words, schema.node('doc', null, blocks), { mapping, isOMark: new Map() })
  const undo = new Y.UndoManager([words], { trackedOrigins: new Set([ySyncPluginKey]) })
  const drawn = initProseMirrorDoc(words, schema)
  const plugins = [binding(words, drawn.mapping), fillers(schema)]
  const view = new EditorView(document.createElement('div'), { state: EditorState.create({ doc: drawn.doc, plugins }) })
  view.dispatch(view.state.tr.delete(0, view.state.doc.content.size))
  expect(blocksText(readDocument(doc).document.body)).toBe('')
  undo.undo()
  expect(view.state.doc.eq(drawn.doc)).toBe(true)
  view.destroy()
})

test('of blocks with the same words, the one that was written in changes', () => {
  const { doc, view } = openBlocks(3)
  const second = view.state.doc.child(0).nodeSize
  view.dispatch(view.state.tr.insertText('x', second + 1))
  view.dispatch(view.state.tr.insertText('y', second + 2))
  expect(readDocument(doc).document.body.map((block) => blocksText([block]).trim())).toEqual(['Again.', 'xyAgain.', 'Again.'])
  view.destroy()
})

test('a letter asks nothing about the blocks beside its own, however many there are', () => {
  const { view } = openBlocks(400)
  const { mapping } = (ySyncPluginKey.getState(view.state) as { binding: ProsemirrorBinding }).binding
  const asked = vi.spyOn(mapping, 'get')
  view.dispatch(view.state.tr.insertText('x', view.state.doc.child(0).nodeSize * 200 + 1))
  expect(asked.mock.calls.length).toBeLessThan(20)
  view.destroy()
})

/** As many paragraphs as that, all of them one and the same node, written to the document. */
function openBlocks(many: number): Opened {
  const opened = open(new Y.Doc(), (words) => binding(words, undefined))
  const { state } = opened.view
  const block = boundSchema.node('paragraph', null, [boundSchema.text('Again.')])
  opened.view.dispatch(state.tr.replaceWith(0, state.doc.content.size, Array<Node>(many).fill(block)))
  return opened
}

interface Opened {
  readonly doc: Y.Doc
  /** Somebody else's. */
  readonly other: Y.Doc
  readonly view: EditorView
}

function docOf(update: Uint8Array): Y.Doc {
  const doc = new Y.Doc()
  // The same client in all of them, so that their bytes can be compared.
  doc.clientID = 7
  Y.applyUpdate(doc, update)
  return doc
}

function open(doc: Y.Doc, plugin: (words: Y.XmlFragment) => Plugin): Opened {
  const plugins = [plugin(doc.getXmlFragment('body'))]
  const view = new EditorView(document.createElement('div'), { state: EditorState.create({ schema: boundSchema, plugins }) })
  vi.runAllTimers()
  const other = new Y.Doc()
  other.clientID = 11
  return { doc, other, view }
}

/** A letter at the head of the first line, by somebody else. */
function writeElsewhere(doc: Y.Doc, other: Y.Doc, text: string): void {
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
  const [first] = other.getXmlFragment('body').createTreeWalker((node) => node instanceof Y.XmlText)
  if (first instanceof Y.XmlText) first.insert(0, text)
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(other))
}

function edited({ doc, schema, tr }: EditorState, { kind, place, text }: Edit): Transaction {
  const lines = linesOf(doc)
  const line = lines[place % Math.max(1, lines.length)]
  if (!line || kind === 'block') {
    return tr.insert(doc.content.size, schema.node('paragraph', null, text === ' ' ? [] : [schema.text(text)]))
  }
  const { node, at } = line
  const offset = place % (node.content.size + 1)
  switch (kind) {
    case 'type':
      return tr.insertText(text, at + offset)
    case 'delete':
      return node.content.size === 0
        ? tr
        : tr.delete(at + Math.min(offset, node.content.size - 1), at + Math.min(offset, node.content.size - 1) + 1)
    case 'mark':
      return tr.addMark(at, at + offset, schema.mark('strong'))
    case 'heading':
      return node.type.name === 'paragraph' ? tr.setBlockType(at, at, boundSchema.node('heading').type, { level: 2 }) : tr
    case 'copy':
      return tr.insert(0, schema.nodeFromJSON(line.block.toJSON()))
    default:
      return tr
  }
}

/** The lines that take letters, with the block they stand in. */
function linesOf(doc: Node): readonly { readonly node: Node; readonly at: number; readonly block: Node }[] {
  const lines: { node: Node; at: number; block: Node }[] = []
  doc.forEach((block, start) => {
    if (block.isTextblock) lines.push({ node: block, at: start + 1, block })
    block.descendants((node, position) => {
      if (node.isTextblock) lines.push({ node, at: start + position + 2, block })
    })
  })
  return lines
}
