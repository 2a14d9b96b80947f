/** Projections thrown away and made again from the log; nothing is ever delivered by it. [SY22] */
import { canonicalText, type Hash, hashOf } from '../shared/canonical.ts'
import { acceptedOf } from '../shared/sync/accepted.ts'
import { applyTo, flush, openBatch } from './batch.ts'
import { contentOf } from './append.ts'
import type { HubContext, Reader, Writer } from './context.ts'
import { mendMarks, wrongMarks } from './standingMarks.ts'
import { orderedOf } from './storage/log.ts'

export interface Rebuilt {
  readonly before: Hash
  readonly after: Hash
}

/** Drops and rebuilds in one transaction; the two hashes are equal unless a projection was wrong. */
export async function rebuildProjections({ db }: HubContext, onProgress: (done: number, total: number) => void): Promise<Rebuilt> {
  return db.transaction().execute((writer) => rebuildIn(writer, onProgress))
}

/** The same without keeping it: what a rebuild would give, compared with what stands. */
export async function rehearseRebuild({ db }: HubContext): Promise<Rebuilt> {
  const transaction = await db.startTransaction().execute()
  try {
    return await rebuildIn(transaction, () => {})
  } finally {
    await transaction.rollback().execute()
  }
}

async function rebuildIn(writer: Writer, onProgress: (done: number, total: number) => void): Promise<Rebuilt> {
  const before = await hashProjections(writer)
  const { head } = await writer.selectFrom('desk').select('head').executeTakeFirstOrThrow()
  await writer.deleteFrom('article').execute()
  await writer.deleteFrom('document').execute()
  await writer.updateTable('desk').set({ state: '' }).execute()
  for (let cursor = 0; ; ) {
    const rows = await writer.selectFrom('op').selectAll().where('seq', '>', cursor).orderBy('seq').limit(1000).execute()
    if (rows.length === 0) break
    const batch = await openBatch(writer)
    for (const row of rows) {
      cursor = row.seq
      if (row.outcome !== 'accepted') continue
      const op = orderedOf(row)
      const accepted = acceptedOf(op, op.kind === 'body' ? null : await contentOf(writer, op))
      if (accepted) await applyTo(batch, accepted)
    }
    await flush(batch)
    onProgress(cursor, head)
  }
  await mendMarks(writer)
  return { before, after: await hashProjections(writer) }
}

/** One hash over all projections, and over the marks of the record that are wrong: equal states, equal hash. */
export async function hashProjections(reader: Reader): Promise<Hash> {
  const desk = await reader.selectFrom('desk').select('state').executeTakeFirst()
  let hash = hashOf('chancery/projections/1\n', desk && desk.state !== '' ? canonicalText(JSON.parse(desk.state)) : '')
  for (let after = ''; ; ) {
    const rows = await reader.selectFrom('article').selectAll().where('id', '>', after).orderBy('id').limit(1000).execute()
    if (rows.length === 0) break
    for (const { id, state, ...columns } of rows) {
      after = id
      hash = hashOf(hash, id, canonicalText(JSON.parse(state)), canonicalText(columns))
    }
  }
  const marks = await wrongMarks(reader)
  return marks.length === 0 ? hash : hashOf(hash, canonicalText(marks))
}
