/** Counting words by their bytes: the same number as by taking the text apart. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wordsIn } from '../../shared/document/words.ts'

const takenApart = (text: string) => text.split(/[\s\u2012-\u2015]+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length

test.each([
  ['', 0],
  ['don’t weigh 1,000 – nor St-Denis', 5],
  ['before—after\u2009and\u00a0so on', 5],
  ['היום נפתח הגשר', 3],
  ['𐐀𐐁 and 🜚 alone', 3],
  ['half a pair \ud800 of signs', 5],
  ['… “”! ’', 0],
])('words of %j: %i', (text, words) => {
  expect(wordsIn(text)).toBe(words)
})

test('of any text as many as it has when it is taken apart, whatever was counted before it', () => {
  const sign = fc.constantFrom('a', 'Z', '7', ' ', '\n', '–', '—', '’', '.', 'é', 'ß', 'ש', '字', '\u00a0', '\u2028', '🜚', '𝔸', '\udc00')
  const text = fc.oneof(fc.string({ unit: sign, maxLength: 200 }), fc.string({ unit: 'binary', maxLength: 60 }))
  fc.assert(
    fc.property(text, (some) => {
      expect(wordsIn(some)).toBe(takenApart(some))
    }),
    { seed: 20261126, numRuns: 500 },
  )
})

test('of a text longer than any before it', () => {
  expect(wordsIn('wörd '.repeat(50_000))).toBe(50_000)
})
