/** Pages of the order for a workstation that has everything up to its cursor. */
import { type HubAnswer, type HubRequestOf, limits } from '../shared/sync/messages.ts'
import type { OrderedOperation } from '../shared/sync/operation.ts'
import type { HubContext } from './context.ts'
import { orderedOf } from './storage/log.ts'

export async function pull({ db }: HubContext, { epoch, cursor, max }: HubRequestOf<'pull'>): Promise<HubAnswer<'pull'>> {
  const desk = await db.selectFrom('desk').select(['epoch', 'head']).executeTakeFirstOrThrow()
  if (epoch !== desk.epoch) return { ok: false, refusal: 'EPOCH', at: desk.epoch, message: 'The desk was restored meanwhile.' }
  const rows = await db.selectFrom('op').selectAll().where('seq', '>', cursor).orderBy('seq').limit(500).execute()
  const ops: OrderedOperation[] = []
  let bytes = 0
  for (const row of rows) {
    bytes += (row.body?.byteLength ?? 0) + 600
    if (ops.length > 0 && bytes > Math.min(max, limits.pageBytes)) break
    ops.push(orderedOf(row))
  }
  return { ok: true, value: { epoch: desk.epoch, ops, next: ops.at(-1)?.seq ?? cursor, head: desk.head } }
}
