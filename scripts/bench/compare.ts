/** Comparing two versions of a text, against jsdiff's word comparison of the same text. */
import { diffWords } from 'diff'
import { compareDocuments } from '../../shared/document/compare.ts'
import { bodyTextOf, corpusOf, documentOf, withTenthReplaced } from './corpus.ts'
import { type Benchmark, duration, figure, type Measure } from './measure.ts'
import { byTurns, timed } from './rounds.ts'

export const measure: Benchmark = async ({ quick }) => {
  const corpus = corpusOf(3)
  const measures: Measure[] = []
  for (const { words, rounds, budget } of [
    { words: 10_000, rounds: 9, budget: { most: 0.1 } },
    { words: quick ? 20_000 : 50_000, rounds: 1, budget: undefined },
  ]) {
    const before = corpus.article(1, words)
    const after = withTenthReplaced(before, corpus, 11)
    const [old, young] = [documentOf(before), documentOf(after)]
    const [oldText, youngText] = [bodyTextOf(before), bodyTextOf(after)]
    const taken = await byTurns(rounds, [
      { name: 'ours', run: () => timed(() => compareDocuments(old, young)) },
      { name: 'peer', run: () => timed(() => diffWords(oldText, youngText)) },
    ])
    measures.push({
      what: `comparing ${figure(words)} words, a tenth replaced`,
      peer: 'jsdiff, diffWords',
      ratio: taken.ratio('ours', 'peer'),
      ...(budget && { budget }),
      ours: duration(taken.median('ours')),
      theirs: duration(taken.median('peer')),
    })
  }
  return measures
}
