/** Very many articles and queue entries in a closed desk's files, as years of work would leave them; their operations are not made. */
import { join } from 'node:path'
import { readArticle, writeArticle } from '../../electron/database/articles.ts'
import { openEncrypted } from '../../sqlite/open.ts'
import { corpusOf } from '../../scripts/bench/corpus.ts'
import { fillDesk, idOf, keyOf, openFile } from '../../scripts/bench/desk.ts'

/** Short drafts by `person`; the first `published` of them are in the record, numbered from one. */
export function fillWithArticles(folder: string, person: string, { articles, published }: { articles: number; published: number }): void {
  fillDesk(folder, person, corpusOf(7), { articles, words: 12 })
  publish(folder, published)
}

function publish(folder: string, count: number): void {
  const db = openFile(folder)
  db.transaction(() => {
    for (let place = 0; place < count; place += 1) {
      const state = readArticle(db, idOf(place))
      if (!state) throw new Error(`no article ${place}`)
      const at = state.createdAt
      const publication = { number: place + 1, at, address: `/2020/01/piece-${place}/`, version: '', digest: '', liveAt: at }
      const [edition] = state.editions
      if (edition) writeArticle(db, { ...state, editions: [{ ...edition, state: 'published', publication }], publicStatus: 'live' })
    }
  }).immediate()
  db.close()
}

/** `count` copies of the first entry that there is, gone out in 2019; each fifty-first failed. */
export function queueOldEntries(folder: string, count: number): void {
  const db = openEncrypted({ file: join(folder, 'hub.db'), key: keyOf(folder) })
  const copy = db.prepare(
    `INSERT INTO queue (id, sequence, article, edition, destination, action, state, detail, attempts, due_at, changed_at, subject_hash, files_written)
     SELECT 'old-' || @n, 1000 + @n, article, edition, destination, action, @state, detail, attempts, @at, @at, subject_hash, files_written FROM queue WHERE id = @first`,
  )
  // By its name: the sequence alone would be looked for among all that were copied before.
  const { first } = db.prepare<[], { first: string }>('SELECT id AS first FROM queue WHERE sequence = 1').get() ?? { first: '' }
  const long = Date.parse('2019-01-01T00:00:00Z')
  db.transaction(() => {
    // Several share an instant, as entries of one delivery do.
    for (let n = 0; n < count; n += 1)
      copy.run({
        n,
        first,
        at: new Date(long + Math.floor(n / 7) * 60_000).toISOString(),
        state: n % 50 === 0 ? 'superseded' : n % 51 === 0 ? 'failed' : 'live',
      })
  }).immediate()
  db.close()
}
