/** Earlier versions are brought back whole, by one person at a time, and nothing is lost by it. */
import { fc } from '../harness/properties.ts'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import type { Call } from '../../shared/contract/contract.ts'
import { cleanDocument } from '../../shared/document/clean.ts'
import { applyUpdates } from '../../shared/document/merge.ts'
import { readDocument } from '../../shared/document/read.ts'
import { rewriteDocument } from '../../shared/document/rewrite.ts'
import { blocksText, inlineText } from '../../shared/document/text.ts'
import { seedDocument } from '../../shared/document/write.ts'
import { bodyOf, documents, paragraphs } from '../document/arbitraries.ts'
import { importText, must, paragraphUpdate } from '../factories/people.ts'
import { openTestDesk } from '../factories/workstation.ts'

async function wordsOf(call: Call, id: string): Promise<string> {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, must(await call('articles.open', { id })).update)
  const { document } = readDocument(doc)
  return `${inlineText(document.headline)}\n\n${blocksText(document.body)}`
}

test('[SY12] any document becomes any other one, and merged with itself stays that', () => {
  fc.assert(
    fc.property(documents, documents, (from, to) => {
      const doc = new Y.Doc()
      seedDocument(doc, cleanDocument(from))
      const copy = new Y.Doc()
      Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
      rewriteDocument(doc, to)
      expect(cleanDocument(readDocument(doc).document)).toEqual(cleanDocument(to))
      applyUpdates(copy, [Y.encodeStateAsUpdate(doc)])
      expect(cleanDocument(readDocument(copy).document)).toEqual(cleanDocument(to))
    }),
    { numRuns: 150 },
  )
})

test('[SY12] blocks that stay the same keep their letters, so that they keep their authors', () => {
  const doc = new Y.Doc()
  seedDocument(doc, bodyOf(...paragraphs('First.', 'Second.', 'Third.')))
  const [first, , third] = doc.getXmlFragment('body').toArray()
  rewriteDocument(doc, bodyOf(...paragraphs('First.', 'Another.', 'And one.', 'Third.')))
  const now = doc.getXmlFragment('body').toArray()
  expect(now[0]).toBe(first)
  expect(now.at(-1)).toBe(third)
})

test('[SY8] a version is brought back with headline and fields, and what stood before is kept', async () => {
  const desk = await openTestDesk()
  const { call } = await desk.sit(desk.people.writer)
  const id = await importText(call, 'The first headline\n\nThe first words.')
  const kept = must(await call('versions.keep', { id, label: 'as imported' }))
  const version = kept.versions.at(-1)?.hash ?? ''
  const before = await wordsOf(call, id)
  must(await call('articles.save', { id, update: await paragraphUpdate(call, id, 'Later words.') }))
  must(await call('articles.setField', { id, field: 'tags', value: ['later'], base: [] }))
  const restored = must(await call('versions.restore', { id, version }))
  expect(await wordsOf(call, id)).toBe(before)
  expect(restored.fields.tags).toEqual([])
  expect(restored.versions.at(-1)?.label).toBe('before version 1 was brought back')
  expect(restored.history.at(-1)).toMatchObject({ act: 'restore', note: 'Version 1' })
  must(await call('versions.restore', { id, version: restored.versions.at(-1)?.hash ?? '' }))
  expect(await wordsOf(call, id)).toContain('Later words.')
  expect(must(await desk.workstation.admin.verify()).problems).toEqual([])
})

test('[SY8] two people who bring a version back at once do not double the text', async () => {
  const desk = await openTestDesk()
  const [writer, editor] = [(await desk.sit(desk.people.writer)).call, (await desk.sit(desk.people.editor)).call]
  const id = await importText(writer, 'A headline\n\nThe first words.')
  const version = must(await writer('versions.keep', { id, label: '' })).versions.at(-1)?.hash ?? ''
  const before = await wordsOf(writer, id)
  must(await writer('articles.save', { id, update: await paragraphUpdate(writer, id, 'Later words.') }))
  await Promise.all([writer('versions.restore', { id, version }), editor('versions.restore', { id, version })])
  expect(await wordsOf(writer, id)).toBe(before)
})

test('[WF5] an approved text is not brought back to another one', async () => {
  const desk = await openTestDesk()
  const [writer, editor] = [(await desk.sit(desk.people.writer)).call, (await desk.sit(desk.people.editor)).call]
  const id = await importText(writer, 'A headline\n\nThe first words.')
  const version = must(await writer('versions.keep', { id, label: '' })).versions.at(-1)?.hash ?? ''
  must(await writer('articles.save', { id, update: await paragraphUpdate(writer, id, 'Later words.') }))
  must(await writer('workflow.act', { id, act: 'submit' }))
  must(await editor('workflow.act', { id, act: 'approve' }))
  const before = await wordsOf(writer, id)
  expect(await writer('versions.restore', { id, version })).toMatchObject({ ok: false, error: { code: 'notAllowed' } })
  expect(await wordsOf(writer, id)).toBe(before)
})

test('a name given to words that are kept already is theirs; keeping them again without one takes none away', async () => {
  const desk = await openTestDesk()
  const { call } = await desk.sit(desk.people.writer)
  const id = await importText(call, 'The quarry\n\nOf limestone.')
  const labels = async (label: string) => must(await call('versions.keep', { id, label })).versions.map((version) => version.label)
  expect(await labels('')).toEqual([''])
  expect(await labels('before the cuts')).toEqual(['before the cuts'])
  expect(await labels('')).toEqual(['before the cuts'])
  expect(await labels('before the last cuts')).toEqual(['before the last cuts'])
  expect(must(await desk.workstation.admin.rebuild()).changed).toEqual([])
})
