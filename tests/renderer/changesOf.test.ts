/** The list of what changed between two texts, complete without the marked-up text. */
import { expect, test } from 'vitest'
import { changesOf } from '../../renderer/screens/review/changesOf.ts'
import { compareDocuments } from '../../shared/document/compare.ts'
import type { DocumentJson } from '../../shared/document/json.ts'

const text = (words: string) => ({ type: 'text', text: words })
const paragraph = (words: string) => ({ type: 'paragraph', content: [text(words)] })

function document(headline: string, ...paragraphs: readonly string[]): DocumentJson {
  return { headline: [text(headline)], standfirst: [], body: paragraphs.map(paragraph) }
}

test('[RV2] every place that differs is a line in the order it is read: replaced, added, deleted, whole paragraphs, the headline', () => {
  const before = document('The parish books', 'Thirteen persons appear in the one.', 'Clearly, something happened.', 'The clerk began.')
  const after = document('The parish registers', 'Thirteen names appear in the one.', 'The clerk began again.', 'He was asked.')
  const comparison = compareDocuments(before, after)
  const changes = changesOf(comparison)
  expect(changes.map(({ what, words }) => `${what}: ${words}`)).toEqual([
    'Replaced in the headline: “books” → “registers”',
    'Replaced: “persons” → “names”',
    'Deleted: paragraph: “Clearly, something happened.”',
    'Added: “again”',
    'Added: paragraph: “He was asked.”',
  ])
  expect(changes).toHaveLength(comparison.edits)
  expect(changesOf(compareDocuments(before, before))).toEqual([])
})

test('[RV3] fields come first; of a picture its alternative text and credit are told, and a cell of a table as what it is', () => {
  const figure = (alt: string, credit: string) => ({
    type: 'figure',
    attrs: { media: 'a'.repeat(64), alt, credit, width: 4, height: 3 },
    content: [text('The tower of Holm')],
  })
  const table = (...cells: readonly string[]) => ({
    type: 'table',
    content: cells.map((cell) => ({
      type: 'tableRow',
      content: [{ type: 'tableCell', attrs: { colspan: 1, rowspan: 1 }, content: [paragraph(cell)] }],
    })),
  })
  const body = (...nodes: readonly object[]) => ({ headline: [], standfirst: [], body: nodes }) as unknown as DocumentJson
  const comparison = compareDocuments(
    body(figure('A tower', 'Ada Quill'), table('Bells of bronze')),
    body(figure('A tower at dusk', ''), table('Bells of bronze', 'Ropes of hemp')),
  )
  const changes = changesOf(comparison, [
    { name: 'Category', before: '', after: 'Letters' },
    { name: 'Previously', before: '', after: '“The ferry”' },
  ])
  expect(changes.map(({ block, what, words }) => [block, what, words])).toEqual([
    ['field Category', 'Category', 'none → “Letters”'],
    ['field Previously', 'Previously', 'none → “The ferry”'],
    ['0', 'Alternative text of a picture', '“A tower” → “A tower at dusk”'],
    ['0', 'Credit of a picture', '“Ada Quill” → none'],
    ['2', 'Added: cell of a table', '“Ropes of hemp”'],
  ])
})
