/** What a save of words moves about an article, and what it leaves. */
import { expect, test } from 'vitest'
import { isSameBesideWords, isShownSame } from '../../renderer/screens/compose/besideWords.ts'
import type { ArticleView } from '../../shared/contract/articles.ts'

const view = {
  row: { headline: 'Bells', words: 4, lastEditedAt: '2026-11-22T10:00:00Z' },
  fields: { lang: 'en-GB' },
  draftVersion: 'a',
  standingVersion: '',
  editsSinceVersion: 0,
} as never as ArticleView
const saved: ArticleView = {
  ...view,
  row: { ...view.row, words: 5, lastEditedAt: '2026-11-22T10:00:01Z' },
  draftVersion: 'b',
  editsSinceVersion: 1,
}

test('a save of words changes nothing beside them', () => {
  expect(isSameBesideWords(view, saved)).toBe(true)
  expect(isShownSame(view, saved)).toBe(true)
})

test.each([
  ['the headline', { row: { ...saved.row, headline: 'Bells at noon' } }],
  ['a field', { fields: { ...saved.fields } }],
  ['the version that stands', { standingVersion: 'c' }],
] as const)('%s is something else', (_what, changed) => {
  expect(isSameBesideWords(view, { ...saved, ...changed })).toBe(false)
  expect(isShownSame(view, { ...saved, ...changed })).toBe(false)
})

test('edits are told beside a version that stands', () => {
  const standing: ArticleView = { ...view, standingVersion: 'c' }
  expect(isShownSame(standing, { ...standing, editsSinceVersion: 1 })).toBe(false)
  expect(isSameBesideWords(standing, { ...standing, editsSinceVersion: 1 })).toBe(true)
})
