/** A page of the desk's list among very many articles, against a bare SELECT of the same rows. */
import Database from 'better-sqlite3'
import { openDesk } from './desk.ts'
import { manyArticles } from './many.ts'
import { type Benchmark, duration, figure } from './measure.ts'
import { byTurns, timed } from './rounds.ts'

export const measure: Benchmark = async (options) => {
  const { folder, articles, plainFile } = await manyArticles(options)
  const desk = await openDesk(folder)
  await desk.ask('people.sitDown', { id: (await desk.ask('desk.status', {})).people[0]?.id ?? '' })
  const plain = new Database(plainFile, { readonly: true })
  try {
    const page = plain.prepare(
      `SELECT article.id, article.state, text.headline, text.words FROM article LEFT JOIN article_text AS text ON text.key = article.key
       WHERE (last_at, article.key) < (?, ?) ORDER BY last_at DESC, article.key DESC LIMIT 100`,
    )
    const first = await desk.ask('articles.list', {})
    const [lastAt = '', key = ''] = first.next.split(' ')
    const peer = { name: 'peer', run: () => timed(() => page.all(lastAt, Number(key))) }
    const taken = await byTurns(25, [
      { name: 'first', run: () => timed(() => desk.ask('articles.list', {})) },
      { name: 'next', run: () => timed(() => desk.ask('articles.list', { cursor: first.next })) },
      { name: 'mine', run: () => timed(() => desk.ask('articles.list', { filter: 'mine' })) },
      { name: 'status', run: () => timed(() => desk.ask('desk.status', {})) },
      peer,
    ])
    const row = (name: string, what: string) => ({
      what: `${what}, ${figure(articles)} articles`,
      peer: 'a bare SELECT of 100 rows',
      ratio: taken.ratio(name, 'peer'),
      ours: duration(taken.median(name)),
      theirs: duration(taken.median('peer')),
    })
    return [
      row('first', 'first page of the desk'),
      row('next', 'next page'),
      row('mine', 'first page of one’s own'),
      row('status', 'what the bar shows'),
    ]
  } finally {
    plain.close()
    await desk.close()
  }
}
