/** What is asked of a hub's file, and how SQLite means to answer it. */
import { join } from 'node:path'
import { type CompiledQuery, Kysely, SqliteDialect } from 'kysely'
import { openHubStorage } from '../../hub/storage/open.ts'
import type { HubTables } from '../../hub/storage/schema.ts'

export interface AskedHub {
  readonly db: Kysely<HubTables>
  /** Every statement so far, oldest first. */
  readonly asked: CompiledQuery[]
  /** The steps of these statements, in their order. */
  stepsOf(queries: readonly CompiledQuery[]): readonly { readonly detail: string; readonly sql: string }[]
  close(): Promise<void>
}

/** Opens the closed test hub of `folder`. */
export function openAsked(folder: string): AskedHub {
  const storage = openHubStorage({ file: join(folder, 'hub.db'), key: new Uint8Array(32).fill(7) })
  const asked: CompiledQuery[] = []
  const db = new Kysely<HubTables>({
    dialect: new SqliteDialect({ database: storage.file }),
    log: ({ query }) => void asked.push(query),
  })
  return {
    db,
    asked,
    stepsOf: (queries) =>
      queries
        .filter(({ sql }) => /^(select|update|delete|insert|with)/iu.test(sql))
        .flatMap(({ sql, parameters }) => {
          const question = `EXPLAIN QUERY PLAN ${sql}`
          const found = storage.file.prepare<unknown[], { detail: string }>(question).all(...parameters)
          return found.map(({ detail }) => ({ detail, sql }))
        }),
    close: () => storage.db.destroy(),
  }
}
