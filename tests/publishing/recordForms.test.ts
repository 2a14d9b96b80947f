/** Entries of the record in the form in which they were entered, whatever form new ones have. */
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, it, onTestFinished } from 'vitest'
import { listQueue, workQueue } from '../../hub/publishing/publisher.ts'
import { publicArticle, recordBytes, recordDigest, type RecordEntry } from '../../shared/desk/record.ts'
import type { Version } from '../../shared/desk/version.ts'
import { openHub, release } from '../factories/hub.ts'

it('[SI9] an entry of before earlier pieces belonged to it is proved by its own words and published', async () => {
  const hub = await openHub()
  onTestFinished(async () => {
    await hub.close()
    await rm(hub.folder, { recursive: true, force: true })
  })
  const other = await release(hub, { headline: 'The other' })
  await release(hub, { headline: 'The one', previously: [other] })
  const entry = async () => {
    const { bytes, digest, version } = await hub.db
      .selectFrom('record')
      .selectAll()
      .orderBy('place', 'desc')
      .limit(1)
      .executeTakeFirstOrThrow()
    return { bytes, digest, version, read: JSON.parse(Buffer.from(bytes).toString('utf8')) as RecordEntry }
  }
  const { digest, version, read } = await entry()
  expect(read.article).toMatchObject({ v: 2, previously: [other] })
  // As the program before wrote it.
  const words = await hub.db.selectFrom('version').select('bytes').where('hash', '=', version).executeTakeFirstOrThrow()
  const bytes = recordBytes(publicArticle(JSON.parse(Buffer.from(words.bytes).toString('utf8')) as Version, 1), read.envelope)
  await sql.raw('DROP TRIGGER record_fixed').execute(hub.db)
  await hub.db
    .updateTable('record')
    .set({ bytes: Buffer.from(bytes), digest: recordDigest(bytes) })
    .where('digest', '=', digest)
    .execute()
  const before = await entry()
  expect(before.read.article).not.toHaveProperty('previously')
  expect(before.digest).not.toBe(digest)
  await workQueue(hub)
  expect((await listQueue(hub.db)).map(({ state }) => state)).not.toContain('failed')
  expect(await readFile(join(hub.folder, 'site/2026/11/the-one/index.html'), 'utf8')).toContain('The other')
})
