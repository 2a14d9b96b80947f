/** A desk of an older program: what its record names is found as if it had been written down from the first. */
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { migrations } from '../../hub/storage/migrations/index.ts'
import { migrate } from '../../sqlite/migrate.ts'
import { type Database, openEncrypted } from '../../sqlite/open.ts'
import { openHub, release } from '../factories/hub.ts'
import { temporaryFolder } from '../harness/folder.ts'

const key = new Uint8Array(32).fill(7)
const named = ['record_previously', 'record_part', 'record_notice'] as const

test('[DU3] pieces named, parts of reports and notices of a record made before are filled in from its bytes', async () => {
  const hub = await openHub({ folder: temporaryFolder() })
  const bridge = await release(hub, { headline: 'The bridge' })
  await release(hub, { headline: 'The weir', previously: [bridge] })
  await release(hub, { headline: 'Toll one', pieceKind: 'reportPart', series: { name: ' The tolls ', number: 1 } })
  await release(hub, { headline: 'No part', pieceKind: 'article', series: { name: 'The tolls', number: 2 } })
  await release(hub, { headline: 'A notice', pieceKind: 'notice' })
  await hub.close()
  const now = openEncrypted({ file: join(hub.folder, 'hub.db'), key })
  const before = openEncrypted({ file: join(temporaryFolder(), 'hub.db'), key })
  migrate(before, migrations.slice(0, 3), () => {})
  for (const table of ['version', 'record'] as const) copyRows(now, before, table)
  migrate(before, migrations, () => {})
  for (const table of named) expect(rowsOf(before, table), table).toEqual(rowsOf(now, table))
  expect(named.map((table) => rowsOf(now, table).length)).toEqual([1, 1, 1])
  expect(rowsOf(now, 'record_part')).toEqual([{ place: 3, report: 'The tolls', part: 1 }])
  now.close()
  before.close()
})

function rowsOf(db: Database, table: string): readonly object[] {
  const statements = {
    version: 'SELECT hash, article, bytes FROM version',
    record:
      'SELECT place, article, edition, number, version, digest, bytes, feed_id, settings, address, category, published_at, month, current FROM record',
    record_previously: 'SELECT * FROM record_previously',
    record_part: 'SELECT * FROM record_part',
    record_notice: 'SELECT * FROM record_notice',
  } as const
  return db.prepare<[], object>(statements[table as keyof typeof statements]).all()
}

function copyRows(from: Database, to: Database, table: 'version' | 'record'): void {
  const insert =
    table === 'version'
      ? to.prepare('INSERT INTO version (hash, article, bytes) VALUES (@hash, @article, @bytes)')
      : to.prepare(
          `INSERT INTO record (place, article, edition, number, version, digest, bytes, feed_id, settings, address, category, published_at, month, current)
           VALUES (@place, @article, @edition, @number, @version, @digest, @bytes, @feed_id, @settings, @address, @category, @published_at, @month, @current)`,
        )
  for (const row of rowsOf(from, table)) insert.run(row)
}
