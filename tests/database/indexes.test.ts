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

test('[DU5] a page of the desk’s list and how many there are is read from an index alone, whoever asks', () => {
  const { db } = openDatabase({ file: join(temporaryFolder(), 'workstation.db'), key })
  const anything: ListQuestion = {
    states: [],
    createdBy: '',
    notCreatedBy: '',
    seer: ' x ',
    hasBlank: false,
    hasSpiked: false,
    waitsFor: null,
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
    for (const ask of [listArticles, countArticles] as const) {
      const asked: string[] = []
      const prepare: Readable['prepare'] = (sql: string) => {
        asked.push(sql)
        return db.prepare(sql)
      }
      ask({ prepare }, { ...anything, ...question })
      const plan = asked.flatMap((sql) => planOf(db, sql, [values]))
      const through = plan.filter((step) => /^(SCAN|SEARCH) article /.test(step) && !step.includes('INTEGER PRIMARY KEY'))
      expect(through, JSON.stringify(question)).not.toEqual([])
      expect(through.filter((step) => !step.includes('COVERING INDEX'))).toEqual([])
    }
  }
  db.close()
})

function planOf(db: Readable, sql: string, parameters: readonly unknown[]): readonly string[] {
  const question = `EXPLAIN QUERY PLAN ${sql}`
  const steps = db.prepare<unknown[], { detail: string }>(question).all(...parameters)
  return steps.map(({ detail }) => detail)
}
