/** The lines of the publish sheet that say which version goes out and what else changes. */
import { expect, test } from 'vitest'
import { pagesTouched, versionWords } from '../../renderer/screens/acts/pagesTouched.ts'

test.each([
  [{ n: 1, kind: 'original', keepsBefore: false }, 'Council', 'A new page, the front page, Council, the archive and the feeds'],
  [{ n: 1, kind: 'original', keepsBefore: false }, undefined, 'A new page, the front page, the archive and the feeds'],
  [
    { n: 2, kind: 'update', keepsBefore: true },
    'Council',
    'Edition 2 of its page, a page that keeps the edition before, the front page, Council, the archive and the feeds',
  ],
  [
    { n: 3, kind: 'correction', keepsBefore: true },
    'Council',
    'Edition 3 of its page, a page that keeps the edition before, the front page, Council, the register of corrections, the archive and the feeds',
  ],
  [
    { n: 2, kind: 'correction', keepsBefore: false },
    'Council',
    'Edition 2 of its page, no page for the edition before, the front page, Council, the register of corrections, the archive and the feeds',
  ],
] as const)('[QU13] edition and kind %j in %s touch: %s', (edition, category, words) => {
  expect(pagesTouched(edition, category)).toBe(words)
})

test('[QU13] [WF8] what goes out without review is not called approved', () => {
  expect(versionWords(2, 'publish')).toBe('2, as approved')
  expect(versionWords(2, 'schedule')).toBe('2, as approved')
  expect(versionWords(2, 'override_publish')).toBe('2, as submitted; nobody has approved it')
})
