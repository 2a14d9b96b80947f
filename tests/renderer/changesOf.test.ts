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
