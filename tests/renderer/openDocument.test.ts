/** An article's words while they are open: what a binding could not build never reaches the bound document. */
import { expect, onTestFinished, test } from 'vitest'
import * as Y from 'yjs'
import { OpenDocument } from '../../renderer/editor/openDocument.ts'
import type { Call } from '../../shared/contract/contract.ts'
import { seedDocument } from '../../shared/document/write.ts'

const nobody = { saving: () => {}, saved: () => {}, failed: () => {} }

test('[DO7] words that the editor cannot build are told and not bound, whether they were there or come later', async () => {
  const sound = new Y.Doc()
  seedDocument(sound, {
    headline: [{ type: 'text', text: 'The tolls' }],
    standfirst: [],
    body: [{ type: 'paragraph', content: [{ type: 'text', text: 'Words.' }] }],
  })
  const before = Y.encodeStateVector(sound)
  const whole = Y.encodeStateAsUpdate(sound)
  sound.getXmlFragment('body').insert(1, [new Y.XmlElement('widget')])
  const odd = Y.encodeStateAsUpdate(sound, before)

  const damaged = opened(Y.encodeStateAsUpdate(sound), new Uint8Array())
  expect(damaged.damage?.problems.length).toBeGreaterThan(0)
  expect(damaged.doc.getXmlFragment('body').length).toBe(0)

  const document = opened(whole, odd)
  expect(document.damage).toBeUndefined()
  expect(document.doc.getXmlFragment('body').length).toBe(1)
  await document.pull()
  expect(document.damage?.problems.length).toBeGreaterThan(0)
  expect(document.doc.getXmlFragment('body').length).toBe(1)
})

/** Opened with `update`; the next pull brings `later`. */
function opened(update: Uint8Array, later: Uint8Array): OpenDocument {
  const call = (() => Promise.resolve({ ok: true, value: { update: later, cursor: 2 } })) as unknown as Call
  const document = new OpenDocument('a', { update, cursor: 1 }, call, nobody)
  onTestFinished(() => document.destroy())
  return document
}
