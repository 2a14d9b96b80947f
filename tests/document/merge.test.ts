/** Updates brought together, their writers, and the name of their words. */
import { fc } from '../harness/properties.ts'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { cleanDocument } from '../../shared/document/clean.ts'
import { schemaVersion } from '../../shared/document/json.ts'
import { applyUpdates, compact, contentHash, introducedClients } from '../../shared/document/merge.ts'
import { readDocument } from '../../shared/document/read.ts'
import { upgradeDocument } from '../../shared/document/upgrade.ts'
import { seedDocument } from '../../shared/document/write.ts'
import { bodyOf, documents, paragraphs } from './arbitraries.ts'

describe('merge', () => {
  test('[SY11] compacted updates say the same in any order and with repeats', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(0, 1), fc.constantFrom('a', 'bc', 'déf')), { minLength: 1, maxLength: 8 }),
        fc.infiniteStream(fc.nat(100)),
        (strokes, random) => {
          const updates = typed(strokes)
          const shuffled = [...updates, ...updates]
            .map((update) => ({ update, key: random.next().value ?? 0 }))
            .sort((a, b) => a.key - b.key)
          const one = compact(shuffled.map(({ update }) => update))
          const other = compact(updates)
          expect(one).toBeDefined()
          expect(contentHash(textOf(one as Uint8Array))).toBe(contentHash(textOf(other as Uint8Array)))
        },
      ),
      { numRuns: 50 },
    )
  })

  test('[SY11] parts that wait for each other find their place together, where Yjs alone leaves them waiting', () => {
    const updates = typed([0, 0, 1, 0, 0, 1, 0].map((who) => [who, 'a']))
    const shuffled = [4, 2, 0, 6, 1, 3, 5].map((index) => updates[index] as Uint8Array)
    const plain = new Y.Doc()
    for (const update of shuffled) Y.applyUpdate(plain, update)
    expect(plain.store.pendingStructs).not.toBeNull()
    const settled = new Y.Doc()
    expect(applyUpdates(settled, shuffled)).toBe(true)
    expect(contentHash(readDocument(settled).document)).toBe(contentHash(textOf(compact(updates) as Uint8Array)))
  })

  test('[SY11] nothing is compacted while something it builds on is missing', () => {
    const updates = typed([
      [0, 'a'],
      [0, 'b'],
      [0, 'c'],
    ])
    expect(compact(updates.slice(1))).toBeUndefined()
    expect(compact([])).toBeDefined()
    expect(() => compact([new Uint8Array([1, 2, 3])])).toThrow()
  })

  test('an update names the clients whose insertions it carries, and no deletion names anybody', () => {
    const [a, b] = [new Y.Doc(), new Y.Doc()]
    a.clientID = 11
    b.clientID = 5
    seedDocument(a, bodyOf(...paragraphs('one')))
    const first = Y.encodeStateAsUpdate(a)
    Y.applyUpdate(b, first)
    b.getXmlFragment('body').insert(1, [new Y.XmlElement('paragraph')])
    const vector = Y.encodeStateVector(b)
    b.getXmlFragment('body').delete(0, 1)
    expect(introducedClients(first)).toEqual([11])
    expect(introducedClients(Y.encodeStateAsUpdate(b, Y.encodeStateVector(a)))).toEqual([5])
    expect(introducedClients(Y.encodeStateAsUpdate(b))).toEqual([5, 11])
    expect(introducedClients(Y.encodeStateAsUpdate(b, vector))).toEqual([])
    expect(() => introducedClients(new Uint8Array([255]))).toThrow()
  })

  test('[SY12] the content hash is that of the clean words, whoever wrote them', () => {
    fc.assert(
      fc.property(documents, (document) => {
        const [a, b] = [new Y.Doc(), new Y.Doc()]
        const clean = cleanDocument(document)
        seedDocument(a, clean)
        seedDocument(b, clean)
        expect(contentHash(readDocument(a).document)).toBe(contentHash(document))
        expect(contentHash(readDocument(b).document)).toBe(contentHash(document))
        const more = { ...clean, body: [...clean.body, ...paragraphs('more')] }
        expect(contentHash(more)).not.toBe(contentHash(document))
      }),
      { numRuns: 50 },
    )
    expect(contentHash(bodyOf())).toBe('e744201541c5d0a32d2ada903cdb996ffd8cbb8f926ab30c8d3e2b764ef09f46')
  })
})

describe('upgrade', () => {
  test('[DO5] a newer document is left alone and said to be newer', () => {
    expect(upgradeDocument(schemaVersion + 1, bodyOf())).toEqual({ ok: false, newer: true })
    expect(() => upgradeDocument(0, bodyOf())).toThrow(RangeError)
  })
})

/** Every update of two people who type by turns, each seeing what the other wrote. */
function typed(strokes: readonly (readonly [number, string])[]): Uint8Array[] {
  const docs = [new Y.Doc(), new Y.Doc()]
  docs.forEach((doc, index) => {
    doc.clientID = index + 1
  })
  const updates: Uint8Array[] = []
  for (const [who, text] of strokes) {
    const doc = docs[who] as Y.Doc
    for (const update of updates) Y.applyUpdate(doc, update)
    const before = Y.encodeStateVector(doc)
    const body = doc.getXmlFragment('body')
    doc.transact(() => {
      if (body.length > 2) body.delete(0, 1)
      const paragraph = new Y.XmlElement('paragraph')
      paragraph.insert(0, [new Y.XmlText(text)])
      body.insert(body.length, [paragraph])
    })
    updates.push(Y.encodeStateAsUpdate(doc, before))
  }
  return updates
}

function textOf(update: Uint8Array): ReturnType<typeof readDocument>['document'] {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, update)
  return readDocument(doc).document
}
