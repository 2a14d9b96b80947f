/** How many of an import's texts are indexed in one turn of the loop: few while somebody writes, whose saves come between. */
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openDatabase } from '../../electron/database/open.ts'
import { Indexer, type TakenText } from '../../electron/documents/indexer.ts'
import { OpenDocuments } from '../../electron/documents/openDocuments.ts'
import { noFields } from '../../shared/desk/fields.ts'
import { temporaryFolder } from '../harness/folder.ts'

/** An index over so many articles without words, and their texts; `turns`: how many were indexed in each turn. */
function indexOf(articles: number) {
  const { db } = openDatabase({ file: join(temporaryFolder(), 'workstation.db'), key: new Uint8Array(32).fill(1) })
  onTestFinished(() => void db.close())
  const turns: number[] = []
  const indexer = new Indexer(
    db,
    new OpenDocuments(db, true),
    (indexed) => void turns.push(indexed.length),
    () => expect.unreachable('nothing is as long'),
  )
  const insert = db.prepare(
    `INSERT INTO article (key, id, state, edition_state, created_by, last_at, slug, address) VALUES (?, ?, ?, 'draft', '', '', '', '')`,
  )
  const state = JSON.stringify({ fields: noFields, versions: [], history: [], editions: [] })
  const texts = Array.from({ length: articles }, (_, n): TakenText => {
    insert.run(n + 1, `a${n}`, state)
    return { id: `a${n}`, cursor: 0, text: { headline: `Piece ${n}`, standfirst: '', body: 'The river stood.', words: 3 } }
  })
  const indexed = () => db.prepare<[], { n: number }>('SELECT count(*) AS n FROM article_text').get()?.n
  return { indexer, texts, turns, indexed }
}

test('[DU5] while somebody writes, few of an import’s texts are indexed in one turn of the loop', async () => {
  const { indexer, texts, turns, indexed } = indexOf(40)
  indexer.saved()
  await indexer.take(texts)
  expect(indexed()).toBe(40)
  expect(Math.max(...turns)).toBeLessThanOrEqual(8)
  await indexer.close()
})

test('[DU5] while nobody writes, many of them are: each turn makes one more part of the index', async () => {
  const { indexer, texts, turns, indexed } = indexOf(320)
  await indexer.take(texts)
  expect(indexed()).toBe(320)
  expect(Math.max(...turns)).toBeGreaterThan(8)
  await indexer.close()
})
