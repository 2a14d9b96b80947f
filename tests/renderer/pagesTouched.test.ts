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

test('[QU13] [WF8] what goes out without review is not called approved, nor as submitted where it was changed since', () => {
  const kept = (n: number, hash: string) => ({ n, hash }) as Parameters<typeof versionWords>[0]['versions'][number]
  const submitted = { versions: [kept(1, 'a'), kept(2, 'b')], standingVersion: 'b', draftVersion: 'b' }
  expect(versionWords(submitted, 'publish')).toBe('2, as approved')
  expect(versionWords(submitted, 'schedule')).toBe('2, as approved')
  expect(versionWords(submitted, 'override_publish')).toBe('2, as submitted; nobody has approved it')
  // What goes out is the draft.
  const changed = { ...submitted, draftVersion: 'c' }
  expect(versionWords(changed, 'publish')).toBe('2, as approved')
  expect(versionWords(changed, 'override_publish')).toBe(
    'The text as it stands now, with what was changed since version 2; nobody has approved it',
  )
  const begun = { versions: [], standingVersion: '', draftVersion: 'c' }
  expect(versionWords(begun, 'publish')).toBeUndefined()
  expect(versionWords(begun, 'override_publish')).toBe('The text as it stands now; nobody has approved it')
})
