/** How much is two minutes past its time and not live: releases still to come, and editions on their way. [QU8] */
import type { Reader } from '../context.ts'
import { openStates } from './queueEntries.ts'

const overdueAfter = 2 * 60_000

export async function countOverdue(reader: Reader, now: Date): Promise<number> {
  const limit = now.getTime() - overdueAfter
  const releases = await reader
    .selectFrom('article')
    .select((count) => count.fn.countAll<number>().as('n'))
    .where('due_at', '<>', '')
    .where('due_at', '<', new Date(limit).toISOString())
    .executeTakeFirstOrThrow()
  // What is tried again has a new time each time; the time that counts is that of its release.
  const entries = await reader
    .selectFrom('queue as q')
    .leftJoin('record as r', (join) => join.onRef('r.article', '=', 'q.article').onRef('r.edition', '=', 'q.edition'))
    .select(['q.due_at', 'r.published_at'])
    .where('q.state', 'in', [...openStates])
    .execute()
  return releases.n + entries.filter((entry) => Date.parse(entry.published_at ?? entry.due_at) < limit).length
}
