/** What changed between two texts. */
import { fc } from '../harness/properties.ts'
import { describe, expect, test } from 'vitest'
import { cleanDocument } from '../../shared/document/clean.ts'
import { compareDocuments, type ComparedBlock, type Span } from '../../shared/document/compare.ts'
import type { DocumentJson, NodeJson } from '../../shared/document/json.ts'
import { inlineText, textblocks } from '../../shared/document/text.ts'
import { bodyOf, documents, paragraphs } from './arbitraries.ts'

describe('compare', () => {
  test('both texts can be read off any comparison, and a text compared with itself has no edits', () => {
    fc.assert(
      fc.property(documents, documents, (before, after) => {
        const comparison = compareDocuments(before, after)
        expect(sideOf(comparison.headline, 'deleted')).toBe(inlineText(cleanDocument(before).headline))
        expect(sideOf(comparison.headline, 'inserted')).toBe(inlineText(cleanDocument(after).headline))
        const later = comparison.blocks.filter(({ kind }) => kind !== 'deleted').map(({ spans }) => sideOf(spans, 'inserted'))
        expect(later.filter(Boolean)).toEqual(texts(after))
        const earlier = comparison.blocks.filter(({ kind }) => kind !== 'inserted').map(({ spans }) => sideOf(spans, 'deleted'))
        expect(earlier.filter(Boolean).sort()).toEqual(texts(before).toSorted())
        expect(compareDocuments(after, after).edits).toBe(0)
      }),
      { numRuns: 150 },
    )
  })

  test('words are compared inside a paragraph, figures and dates whole', () => {
    const { blocks, edits } = compareDocuments(
      bodyOf(...paragraphs('The bridge of 1921 cost £1,250.50 and opened on 3 March 1921, he said.')),
      bodyOf(...paragraphs('The bridge of 1912 cost £1,260.50 and opened on 4 March 1921, she said.')),
    )
    expect(changes(blocks)).toEqual(['-1921', '+1912', '-£1,250.50', '+£1,260.50', '-3 March 1921', '+4 March 1921', '-he', '+she'])
    expect(edits).toBe(4)
  })

  test('a paragraph put in, one taken out and one moved are told as such', () => {
    const story = [
      'Alpha opens the story with a long line.',
      'Beta goes on about the harbour.',
      'Gamma speaks of the council and its debt.',
      'Delta ends it all in a quiet way.',
    ]
    const [a, b, c, d] = story as [string, string, string, string]
    const inserted = compareDocuments(bodyOf(...paragraphs(a, b, d)), bodyOf(...paragraphs(a, b, c, d)))
    expect(inserted.blocks.map(({ kind }) => kind)).toEqual(['same', 'same', 'inserted', 'same'])
    const deleted = compareDocuments(bodyOf(...paragraphs(a, b, c, d)), bodyOf(...paragraphs(a, d)))
    expect(deleted.blocks.map(({ kind }) => kind)).toEqual(['same', 'deleted', 'deleted', 'same'])
    const moved = compareDocuments(bodyOf(...paragraphs(a, b, c, d)), bodyOf(...paragraphs(d, a, b, c)))
    expect(moved.blocks.map(({ kind, movedFrom }) => [kind, movedFrom])).toEqual([
      ['moved', 3],
      ['same', undefined],
      ['same', undefined],
      ['same', undefined],
    ])
    expect([inserted.edits, deleted.edits, moved.edits]).toEqual([1, 2, 1])
  })

  test('a rewritten paragraph stays paired when four words in ten are shared, and is told as new when not', () => {
    const before = bodyOf(...paragraphs('one two three four five six seven eight'))
    expect(
      compareDocuments(before, bodyOf(...paragraphs('one two three four nine ten eleven twelve'))).blocks.map(({ kind }) => kind),
    ).toEqual(['changed'])
    expect(
      compareDocuments(before, bodyOf(...paragraphs('one two nine ten eleven twelve thirteen fourteen'))).blocks.map(({ kind }) => kind),
    ).toEqual(['deleted', 'inserted'])
  })

  test('a change of marks, of level and of headline counts', () => {
    const strong: NodeJson = {
      type: 'paragraph',
      content: [
        { type: 'text', text: 'It is ' },
        { type: 'text', text: 'so', marks: [{ type: 'strong' }] },
      ],
    }
    expect(compareDocuments(bodyOf(...paragraphs('It is so')), bodyOf(strong)).blocks[0]?.spans).toEqual([
      { kind: 'same', text: 'It is ' },
      { kind: 'deleted', text: 'so' },
      { kind: 'inserted', text: 'so', marks: [{ type: 'strong' }] },
    ])
    const heading = (level: number): NodeJson => ({ type: 'heading', attrs: { level }, content: [{ type: 'text', text: 'Cost' }] })
    const level = compareDocuments(bodyOf(heading(2)), bodyOf(heading(3)))
    expect([level.blocks[0]?.kind, level.blocks[0]?.attrs, level.edits]).toEqual(['changed', { level: 3 }, 1])
    const titled = (text: string): DocumentJson => ({ headline: [{ type: 'text', text }], standfirst: [], body: [] })
    expect(compareDocuments(titled('Old bridge opens'), titled('New bridge opens')).headline.map(({ kind, text }) => [kind, text])).toEqual(
      [
        ['deleted', 'Old'],
        ['inserted', 'New'],
        ['same', ' bridge opens'],
      ],
    )
  })

  test('10,000 words with a tenth replaced take less than two hundred times a plain walk over them, and find what was replaced', () => {
    const before = story(10_000, 0)
    const after = story(10_000, 10)
    const walk = () => JSON.stringify([before, after]).normalize('NFC').split(/\s/u)
    let [least, walked] = [Infinity, Infinity]
    // Until neither was held up by other work: how often that takes says nothing of either.
    for (let round = 0; round < 40 && !(least < walked * 200); round += 1) {
      walked = Math.min(walked, timeOf(walk))
      least = Math.min(
        least,
        timeOf(() => compareDocuments(before, after)),
      )
    }
    expect(least).toBeLessThan(walked * 200)
    const { blocks, edits } = compareDocuments(before, after)
    expect(blocks.every(({ kind }) => kind === 'changed' || kind === 'same')).toBe(true)
    expect(edits).toBeGreaterThan(900)
    expect(edits).toBeLessThanOrEqual(1000)
  })

  test('one paragraph of 20,000 words, and texts with nothing in common, end in time', () => {
    const long = (every: number): DocumentJson =>
      bodyOf({
        type: 'paragraph',
        content: [
          {
            type: 'text',
            text: story(20_000, every)
              .body.map((block) => inlineText([block]))
              .join(' '),
          },
        ],
      })
    expect(compareDocuments(long(0), long(9)).edits).toBeGreaterThan(100)
    const other = bodyOf(...paragraphs(...Array.from({ length: 400 }, (_, index) => `q${index} `.repeat(50))))
    expect(compareDocuments(story(20_000, 0), other).blocks.length).toBeGreaterThan(400)
  })

  test('[RV3] entries of lists and cells of tables are known by where they stand, of either text', () => {
    const item = (...content: readonly NodeJson[]): NodeJson => ({ type: 'listItem', content })
    const [one, two, inner] = ['An entry that stays here.', 'A second line of the entry.', 'An entry within the entry.'].map(
      (words) => paragraphs(words)[0] as NodeJson,
    )
    const list = (...content: readonly NodeJson[]): NodeJson => ({ type: 'orderedList', attrs: { start: 1 }, content })
    const cell = (words: string): NodeJson => ({
      type: 'tableCell',
      attrs: { colspan: 1, rowspan: 1 },
      content: paragraphs(words),
    })
    const row = (...content: readonly NodeJson[]): NodeJson => ({ type: 'tableRow', content })
    const before = bodyOf(list(item(one as NodeJson), item(...paragraphs('This one is taken out.'))), {
      type: 'table',
      content: [row(cell('One')), row(cell('Two'))],
    })
    const after = bodyOf(list(item(one as NodeJson, two as NodeJson, { type: 'bulletList', content: [item(inner as NodeJson)] })), {
      type: 'table',
      content: [row(cell('One'))],
    })
    const told = compareDocuments(before, after).blocks.map(({ kind, place: { list: entry, cell: at } }) => [
      kind,
      entry?.depth,
      entry?.isOrdered,
      entry?.begins,
      at?.row,
    ])
    expect(told).toEqual([
      ['same', 1, true, true, undefined],
      ['deleted', 1, true, true, undefined],
      ['inserted', 1, true, false, undefined],
      ['inserted', 2, false, true, undefined],
      ['same', undefined, undefined, undefined, 0],
      ['deleted', undefined, undefined, undefined, 1],
    ])
  })
})

function texts(document: DocumentJson): string[] {
  return textblocks(cleanDocument(document).body)
    .map((block) => inlineText(block.content ?? []))
    .filter(Boolean)
}

function sideOf(spans: readonly Span[], kind: Span['kind']): string {
  return spans
    .filter((span) => span.kind === 'same' || span.kind === kind)
    .map(({ text }) => text)
    .join('')
}

function changes(blocks: readonly ComparedBlock[]): string[] {
  return blocks.flatMap(({ spans }) =>
    spans.filter(({ kind }) => kind !== 'same').map(({ kind, text }) => (kind === 'deleted' ? '-' : '+') + text),
  )
}

/** Words from a small generator with a fixed seed; every `every`-th replaced. */
function story(count: number, every: number): DocumentJson {
  let state = 42
  const next = (): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return state
  }
  const words = Array.from({ length: count }, (_, index) => {
    const word = `word${next() % 3000}`
    return every > 0 && index % every === 5 ? `new${index}` : word
  })
  return bodyOf(
    ...paragraphs(...Array.from({ length: count / 100 }, (_, index) => `${words.slice(index * 100, index * 100 + 100).join(' ')}.`)),
  )
}

function timeOf(work: () => unknown): number {
  const start = performance.now()
  work()
  return performance.now() - start
}
