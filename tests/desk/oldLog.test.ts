/** A log that was written once gives the same articles for ever, whatever shapes its operations have grown since. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { ArticleState } from '../../shared/desk/article.ts'
import type { DeskState } from '../../shared/desk/desk.ts'
import { lordsPress } from '../../shared/desk/lordsPress.ts'
import { reduceArticle, reduceDesk } from '../../shared/desk/reduce.ts'
import { acceptedOf } from '../../shared/sync/accepted.ts'
import type { OrderedOperation } from '../../shared/sync/operation.ts'

/** What the file holds of each operation; `body` as JSON, null for words. */
interface Written {
  readonly kind: string
  readonly subject: string
  readonly actor: string
  readonly body: object | null
}

interface Fixture {
  readonly operations: readonly Written[]
  readonly articles: Readonly<Record<string, ArticleState>>
  readonly bylines: DeskState['bylines']
}

const file = join(import.meta.dirname, '../fixtures/log/beginnings.json')

function replayed(operations: readonly Written[]) {
  const articles: Record<string, ArticleState> = {}
  let desk: DeskState | undefined
  for (const [index, { body, ...written }] of operations.entries()) {
    const seq = index + 1
    const at = `2026-11-23T09:00:${String(seq).padStart(2, '0')}.000Z`
    // The settings of the house are this program’s own; nothing of them is in an article.
    const content = written.kind === 'desk.begin' ? { ...body, settings: lordsPress } : body
    const op = { ...written, seq, at, stream: 's' } as unknown as OrderedOperation
    const accepted = acceptedOf(op, new TextEncoder().encode(JSON.stringify(content)))
    if (!accepted) throw new Error(`operation ${seq} (${written.kind}) is not understood any more`)
    desk = reduceDesk(desk, accepted, articles[written.subject]?.createdBy)
    if (written.subject !== '') articles[written.subject] = reduceArticle(articles[written.subject], accepted, desk.settings)
  }
  return { articles, bylines: desk?.bylines }
}

test('[SY22] a log with articles begun in either way gives the same articles and registered bylines as when it was written', () => {
  const { operations, articles, bylines } = JSON.parse(readFileSync(file, 'utf8')) as Fixture
  expect(replayed(operations)).toEqual({ articles, bylines })
})

test('[SY22] [SY13] a field that an article began with and this program does not know, or not so, leaves the others as they were', () => {
  const { operations } = JSON.parse(readFileSync(file, 'utf8')) as Fixture
  const [begin] = operations
  if (!begin) throw new Error('the log is empty')
  const create = { kind: 'article.create', subject: 'a', actor: begin.actor }
  const { articles } = replayed([begin, { ...create, body: { lang: '', fields: { category: 'archives', byline: 7, colour: 'red' } } }])
  const { articles: expected } = replayed([begin, { ...create, body: { lang: '', fields: { category: 'archives' } } }])
  expect(articles).toEqual(expected)
  expect(articles['a']?.fields).not.toHaveProperty('colour')
})
