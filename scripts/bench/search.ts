/** Search over very many articles in the encrypted file, against the same query with its snippets on plain FTS5. */
import Database from 'better-sqlite3'
import { matchOf } from '../../electron/database/search.ts'
import { openDesk } from './desk.ts'
import { manyArticles } from './many.ts'
import { type Benchmark, duration, figure, type Measure } from './measure.ts'
import { byTurns, median, quantile, timed } from './rounds.ts'

export const measure: Benchmark = async (options) => {
  const { folder, articles, plainFile, corpus } = await manyArticles(options)
  const desk = await openDesk(folder)
  const plain = new Database(plainFile, { readonly: true })
  try {
    const query = plain.prepare(
      `SELECT article_fts.rowid, article_fts.headline, snippet(article_fts, 2, '', '', '…', 30) FROM article_fts
       WHERE article_fts MATCH ? ORDER BY article_fts.rowid DESC LIMIT 20`,
    )
    const measures: Measure[] = []
    for (const { kind, words } of searches(corpus.word)) {
      const ours: number[] = []
      const theirs: number[] = []
      const ratios: number[] = []
      const everything: number[] = []
      const ratiosOfEverything: number[] = []
      for (const sought of words) {
        const taken = await byTurns(options.quick ? 3 : 7, [
          { name: 'ours', run: () => timed(() => desk.ask('search.find', { words: sought })) },
          { name: 'kept', run: () => timed(() => desk.ask('search.everything', { words: sought })) },
          { name: 'peer', run: () => timed(() => query.all(matchOf(sought))) },
        ])
        ours.push(taken.median('ours'))
        theirs.push(taken.median('peer'))
        ratios.push(taken.ratio('ours', 'peer'))
        everything.push(taken.median('kept'))
        ratiosOfEverything.push(taken.ratio('kept', 'peer'))
      }
      const beside = { peer: 'the same on plain FTS5', theirs: withTail(theirs) }
      measures.push(
        {
          what: `search for ${kind}, ${figure(articles)} articles`,
          ratio: median(ratios),
          budget: { most: 2 },
          ours: withTail(ours),
          ...beside,
        },
        {
          what: `the same over ${figure(articles / 10)} earlier versions as well`,
          ratio: median(ratiosOfEverything),
          ours: withTail(everything),
          ...beside,
        },
      )
    }
    return measures
  } finally {
    plain.close()
    await desk.close()
  }
}

function withTail(times: readonly number[]): string {
  return `${duration(median(times))} (p95 ${duration(quantile(times, 0.95))})`
}

/** From words that nearly every article has to those of a handful, alone and together, finished and not. */
function searches(word: (rank: number) => string): readonly { readonly kind: string; readonly words: readonly string[] }[] {
  const among = (from: number, step: number) => Array.from({ length: 12 }, (_, index) => word(from + index * step))
  return [
    { kind: 'a very common word', words: among(0, 3) },
    { kind: 'a common word', words: among(150, 37) },
    { kind: 'a rare word', words: among(9000, 701) },
    { kind: 'two words', words: among(0, 5).map((common, index) => `${common} ${word(2000 + index * 211)}`) },
    { kind: 'the beginning of a word', words: among(500, 97).map((whole) => whole.slice(0, 3)) },
  ]
}
