/** Figures in documents: named by a hash, put in words where they are none, never lost to a heading. */
import { EditorState, TextSelection } from 'prosemirror-state'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { leaveFigure } from '../../renderer/editor/figures.ts'
import { textCommand, textCommandIds } from '../../renderer/editor/textCommands.ts'
import { checkDocument } from '../../shared/document/check.ts'
import { compareDocuments } from '../../shared/document/compare.ts'
import { figuresIn } from '../../shared/document/figureUses.ts'
import { blocksHtml } from '../../shared/document/html.ts'
import type { NodeJson } from '../../shared/document/json.ts'
import { documentMarkdown } from '../../shared/document/markdown.ts'
import { isBindable, readDocument } from '../../shared/document/read.ts'
import { boundSchema } from '../../shared/document/schema.ts'
import { largerChange } from '../../shared/document/small.ts'
import { bodyOf, paragraphs } from './arbitraries.ts'

const media = 'a1'.repeat(32)

function figure(attrs: Readonly<Record<string, unknown>> = {}, caption = 'The bridge.'): NodeJson {
  return {
    type: 'figure',
    attrs: { media, alt: 'A "bridge"', credit: 'The <archive>', width: 30, height: 20, ...attrs },
    ...(caption === '' ? {} : { content: [{ type: 'text', text: caption }] }),
  }
}

describe('figures', () => {
  test('[DO10] are written with their own address, size and words, escaped', () => {
    expect(blocksHtml([figure()])).toBe(
      `<figure><img src="media/${media}" alt="A &quot;bridge&quot;" width="30" height="20"><figcaption><span class="caption">The bridge.</span><span class="credit">The &lt;archive&gt;</span></figcaption></figure>`,
    )
    expect(blocksHtml([figure({ media: 'https://elsewhere.example/x.gif' })])).not.toContain('elsewhere')
    expect(documentMarkdown(bodyOf(figure()))).toBe(`![A "bridge"](media/${media})\n\nThe bridge.\n\n_The \\<archive>_\n`)
  })

  test.each([
    { media: '' },
    { media: 'https://elsewhere.example/x.gif' },
    { media: `${media}\n` },
    { media: media.toUpperCase() },
    { alt: 7 },
    { alt: 'two\nlines' },
    { credit: 'x'.repeat(301) },
    { width: -1 },
    { height: 2.5 },
    { width: 16_384 },
  ])('[DO10] with %o are refused where documents come in', (attrs) => {
    expect(checkDocument(bodyOf(figure(attrs))).map(({ kind }) => kind)).toEqual(['badAttribute'])
  })

  test('[DO10] without a picture are shown as their words, and the document is bound by nobody', () => {
    const doc = new Y.Doc()
    const element = new Y.XmlElement('figure')
    element.setAttribute('media', 'https://elsewhere.example/x.gif')
    element.insert(0, [new Y.XmlText('The bridge.')])
    doc.getXmlFragment('body').insert(0, [element])
    const reading = readDocument(doc)
    expect(isBindable(reading)).toBe(false)
    expect(reading.document.body).toEqual(paragraphs('The bridge.'))
  })

  test('[DO10] are found in their order wherever they stand', () => {
    const other = 'b2'.repeat(32)
    const list = { type: 'bulletList', content: [{ type: 'listItem', content: [...paragraphs('x'), figure({ media: other }, '')] }] }
    expect(figuresIn([list, figure()]).map((found) => [found.media, found.caption])).toEqual([
      [other, ''],
      [media, 'The bridge.'],
    ])
  })

  test('[WF11] of a figure only the spelling of its caption is a small change', () => {
    const changed = (after: readonly NodeJson[]) => largerChange(compareDocuments(bodyOf(figure()), bodyOf(...after)))
    expect(changed([figure({}, 'The bridge')])).toBe('')
    expect(changed([figure({ alt: 'Another' })])).toBe('a picture, its alternative text or its credit')
    expect(changed([figure({ credit: 'Another' })])).toBe('a picture, its alternative text or its credit')
    expect(changed([figure({ media: 'b2'.repeat(32) })])).not.toBe('')
    expect(changed([])).toBe('a picture taken out')
    expect(changed([figure(), figure({ media: 'b2'.repeat(32) }, '')])).toBe('a new picture')
  })
})

describe('figures under the hand', () => {
  const doc = boundSchema.nodeFromJSON({ type: 'doc', content: [...paragraphs('Before.'), figure(), ...paragraphs('After.')] })
  const isStill = (state: EditorState) => figuresIn(state.doc.toJSON().content as NodeJson[]).length === 1

  test.each(textCommandIds)('[DO10] “%s” takes no picture away, in a caption or across it', (id) => {
    const inside = TextSelection.create(doc, doc.child(0).nodeSize + 2)
    const across = TextSelection.create(doc, 2, doc.content.size - 2)
    for (const selection of [inside, across]) {
      let state = EditorState.create({ doc, selection })
      textCommand(boundSchema, id)(state, (tr) => {
        state = state.apply(tr)
      })
      expect(isStill(state)).toBe(true)
    }
  })

  test('[DO10] Enter in a caption goes on below and makes no second picture of it', () => {
    let state = EditorState.create({ doc, selection: TextSelection.create(doc, doc.child(0).nodeSize + 4) })
    expect(
      leaveFigure(state, (tr) => {
        state = state.apply(tr)
      }),
    ).toBe(true)
    expect(state.doc.eq(doc)).toBe(true)
    expect(state.selection.$from.parent.textContent).toBe('After.')
  })
})
