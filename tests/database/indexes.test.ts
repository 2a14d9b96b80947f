/** What is asked at each preview, list and submission is answered by an index, never by reading every article. */
import { join } from 'node:path'
import { type CompiledQuery, Kysely, SqliteDialect } from 'kysely'
import { expect, test } from 'vitest'
import { countArticles, isAddressTaken, isSlugTaken, listArticles, type ListQuestion } from '../../electron/database/articles.ts'
import { openDatabase, type Readable } from '../../electron/database/open.ts'
import { openHubStorage } from '../../hub/storage/open.ts'
import type { HubTables } from '../../hub/storage/schema.ts'
import { isSlugTaken as isSlugTakenAtHub } from '../../hub/storage/projections.ts'
import { temporaryFolder } from '../harness/folder.ts'

const key = new Uint8Array(32).fill(1)

test('[DU5] whether a slug or an address is taken is read from an index, at the workstation and at the hub', async () => {
  const folder = temporaryFolder()
  const { db } = openDatabase({ file: join(folder, 'workstation.db'), key })
  const asked: string[] = []
  const prepare: Readable['prepare'] = (sql: string) => {
    asked.push(sql)
    return db.prepare(sql)
  }
  const watched = { prepare }
  isSlugTaken(watched, 'treaty', 'a', '2026/11')
  isAddressTaken(watched, '/2026/11/treaty/', 'a')
  const plans = asked.flatMap((sql) => planOf(db, sql, ['x', 'y']))
  expect(plans).toHaveLength(3)
  expect(plans.filter((step) => step.startsWith('SCAN'))).toEqual([])
  db.close()

  const hub = openHubStorage({ file: join(folder, 'hub.db'), key })
  const compiled: CompiledQuery[] = []
  const listening = new Kysely<HubTables>({
    dialect: new SqliteDialect({ database: hub.file }),
    log: ({ query }) => void compiled.push(query),
  })
  await isSlugTakenAtHub(listening, 'treaty', 'a', '2026/11')
  const atHub = compiled.flatMap(({ sql, parameters }) => planOf(hub.file, sql, parameters))
  expect(atHub).toHaveLength(2)
  expect(atHub.filter((step) => step.startsWith('SCAN'))).toEqual([])
  await hub.db.destroy()
})

test('[DU5] a page of the desk’s list is read from an index alone, and how long it is from a count that is kept, whoever asks', () => {
  const { db } = openDatabase({ file: join(temporaryFolder(), 'workstation.db'), key })
  const anything: ListQuestion = {
    states: [],
    createdBy: '',
    notCreatedBy: '',
    seer: ' x ',
    hasBlank: false,
    hasSpiked: false,
    waitsFor: null,
    isStatusOpen: false,
    isPublished: false,
    words: '',
    year: '',
    cursor: '2026-11-26T09:00:00.000Z 7',
    limit: 100,
  }
  const questions: readonly Partial<ListQuestion>[] = [
    {},
    { cursor: '' },
    { createdBy: 'x' },
    { createdBy: 'x', cursor: '' },
    { states: ['draft'] },
    { states: ['draft'], createdBy: 'x' },
    { states: ['in_review', 'approved'], notCreatedBy: 'x' },
    { hasSpiked: true, hasBlank: true, seer: '' },
  ]
  const named = ['states', 'state', 'createdBy', 'notCreatedBy', 'seer', 'lastAt', 'key', 'number', 'limit']
  const values = Object.fromEntries(named.map((name) => [name, name === 'states' ? '["draft"]' : 'x']))
  for (const question of questions) {
    const asked: string[] = []
    const prepare: Readable['prepare'] = (sql: string) => {
      asked.push(sql)
      return db.prepare(sql)
    }
    listArticles({ prepare }, { ...anything, ...question })
    const plan = asked.flatMap((sql) => planOf(db, sql, [values]))
    const through = plan.filter((step) => /^(SCAN|SEARCH) article /.test(step) && !step.includes('INTEGER PRIMARY KEY'))
    expect(through, JSON.stringify(question)).not.toEqual([])
    expect(through.filter((step) => !step.includes('COVERING INDEX'))).toEqual([])
    asked.length = 0
    countArticles({ prepare }, { ...anything, ...question })
    expect(asked.flatMap((sql) => planOf(db, sql, [values])).join()).not.toMatch(/article(?!_count)/u)
  }
  db.close()
})

test('[DU5] what is kept of how many there are is what there is, whatever is written, changed or taken out', () => {
  const { db } = openDatabase({ file: join(temporaryFolder(), 'workstation.db'), key })
  const kept = () => db.prepare('SELECT edition_state, created_by, seen_by, blank, n FROM article_count WHERE n <> 0').all()
  const there = () =>
    db.prepare('SELECT edition_state, created_by, seen_by, blank, count(*) AS n FROM article GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4').all()
  const insert = db.prepare(
    `INSERT INTO article (key, id, state, edition_state, created_by, last_at, slug, address) VALUES (?, ?, '{}', 'draft', ?, '', '', '')`,
  )
  for (let n = 1; n <= 9; n += 1) insert.run(n, `piece ${n}`, n % 2 === 0 ? 'ada' : 'bo')
  expect(kept()).toEqual(there())
  expect(kept()).toHaveLength(2)
  db.exec(`UPDATE article SET edition_state = 'in_review', seen_by = ' ada ' WHERE key < 4`)
  db.exec(`UPDATE article SET edition_state = edition_state, blank = 1 WHERE key = 5; UPDATE article SET last_at = 'later'`)
  expect(kept()).toEqual(there())
  expect(kept()).toHaveLength(5)
  db.exec('DELETE FROM article WHERE key > 7')
  expect(kept()).toEqual(there())
  db.exec('DELETE FROM article')
  expect(kept()).toEqual([])
  db.close()
})

function planOf(db: Readable, sql: string, parameters: readonly unknown[]): readonly string[] {
  const question = `EXPLAIN QUERY PLAN ${sql}`
  const steps = db.prepare<unknown[], { detail: string }>(question).all(...parameters)
  return steps.map(({ detail }) => detail)
}
