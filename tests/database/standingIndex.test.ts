/** What stands is counted without reading a row: rows hold whole articles, and each would be decrypted for a number. [SI2] */
import { join } from 'node:path'
import { type CompiledQuery, Kysely, SqliteDialect } from 'kysely'
import { expect, test } from 'vitest'
import { archiveMonths } from '../../hub/publishing/lists.ts'
import { shelfPages } from '../../hub/publishing/shelves.ts'
import { openHubStorage } from '../../hub/storage/open.ts'
import type { HubTables } from '../../hub/storage/schema.ts'
import { openHub, release } from '../factories/hub.ts'
import { temporaryFolder } from '../harness/folder.ts'

test('[SI2] a section and the months are counted by an index alone, each article once', async () => {
  const hub = await openHub({ folder: temporaryFolder() })
  const bridge = await release(hub, { headline: 'The bridge', category: 'archives' })
  await release(hub, { headline: 'The toll', category: 'archives' })
  await release(hub, { article: bridge, headline: 'The bridge, mended', category: 'archives' })
  await hub.close()
  const storage = openHubStorage({ file: join(hub.folder, 'hub.db'), key: new Uint8Array(32).fill(7) })
  const compiled: CompiledQuery[] = []
  const reader = new Kysely<HubTables>({
    dialect: new SqliteDialect({ database: storage.file }),
    log: ({ query }) => void compiled.push(query),
  })
  expect((await archiveMonths(reader, 3)).map(({ count }) => count)).toEqual([2])
  // As it was before the mended edition, too.
  expect((await archiveMonths(reader, 2)).map(({ count }) => count)).toEqual([2])
  expect((await archiveMonths(reader, 1)).map(({ count }) => count)).toEqual([1])
  expect(await shelfPages(reader, 2, { section: 'archives' })).toEqual([expect.objectContaining({ from: 0, to: 2 })])
  expect(compiled).toHaveLength(4)
  for (const { sql, parameters } of compiled) {
    const question = `EXPLAIN QUERY PLAN ${sql}`
    const steps = storage.file.prepare<unknown[], { detail: string }>(question).all(...parameters)
    expect(steps[0]?.detail).toMatch(/COVERING INDEX record_(?:month|category)/u)
  }
  await storage.db.destroy()
})
