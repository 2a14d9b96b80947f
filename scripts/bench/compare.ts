/** Comparing two versions of a text, against jsdiff's word comparison of the same text. */
import { diffWords } from 'diff'
import { compareDocuments } from '../../shared/document/compare.ts'
import { bodyTextOf, corpusOf, documentOf, withTenthReplaced } from './corpus.ts'
import { type Benchmark, duration, figure, type Measure, type Skipped } from './measure.ts'
import { gitEdits } from './gitWords.ts'
import { byTurns, timed } from './rounds.ts'

export const measure: Benchmark = async ({ quick, folder }) => {
  const corpus = corpusOf(3)
  const measures: (Measure | Skipped)[] = []
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
    measures.push(places(folder, words, compareDocuments(old, young).edits, oldText, youngText))
  }
  return measures
}

/** More places than there are to look at would be no help to whoever reviews. */
function places(folder: string, words: number, edits: number, before: string, after: string): Measure | Skipped {
  const what = `places told in ${figure(words)} words, a tenth replaced`
  const theirs = gitEdits(folder, before, after)
  if (theirs === undefined) return { what, why: 'there is no git on this computer' }
  return {
    what,
    peer: 'git, word diff',
    ratio: edits / theirs,
    budget: { most: 1.25 },
    ours: `${figure(edits)} places`,
    theirs: `${figure(theirs)} places`,
  }
}
