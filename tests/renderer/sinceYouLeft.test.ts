/** What is said of a piece that moved on while its reader was away. */
import { expect, test } from 'vitest'
import { sinceWords } from '../../renderer/state/sinceYouLeft.ts'
import type { HistoryEntry } from '../../shared/desk/article.ts'

const entry = (seq: number, act: HistoryEntry['act'], by: string): HistoryEntry => ({
  seq,
  act,
  by,
  at: `2026-11-26T10:0${seq}:00.000Z`,
  edition: 2,
  note: '',
})
const since = (history: readonly HistoryEntry[]) =>
  sinceWords(
    { history, editions: [], proposal: null },
    { upTo: 1, began: '2026-11-26T12:00:00.000Z' },
    'edith',
    (id) => (id === 'piers' ? 'Piers Nolan' : id),
    'Europe/London',
  )

test('[IN14] that a newer edition went out is told as its publication, not as the end of the one before', () => {
  const history = [entry(1, 'submit', 'edith'), entry(2, 'approve', 'piers'), entry(3, 'release', 'hub'), entry(4, 'supersede', 'hub')]
  expect(since(history)).toBe('Since you left: published by the publishing queue, 26 Nov, 10:03, and 1 act before it.')
  expect(since([entry(1, 'submit', 'edith'), entry(4, 'supersede', 'hub')])).toBe('')
})
