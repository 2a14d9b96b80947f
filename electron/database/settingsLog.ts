/** What the log holds of the house settings, read by the index of the desk's own operations. */
import type { Accepted } from '../../shared/desk/operation.ts'
import { acceptedOf } from '../../shared/sync/accepted.ts'
import type { OrderedOperation } from '../../shared/sync/operation.ts'
import { type OpRow, orderedOf } from './log.ts'
import type { Readable } from './open.ts'
import { readBlob } from './outbox.ts'

/** Such operations of the desk’s own as move the settings or words proposed for them. */
const kinds = `subject = '' AND outcome = 'accepted'
  AND kind IN ('desk.begin', 'settings.change', 'words.propose', 'words.agree', 'words.send_back', 'words.withdraw')`

/** Those before `seq`, oldest first, at most the last `most` of them. */
export function settingsOperationsBefore(db: Readable, seq: number, most: number): readonly Accepted[] {
  const sql = `SELECT * FROM op WHERE ${kinds} AND seq < ? ORDER BY seq DESC LIMIT ?`
  const rows = db.prepare<[number, number], OpRow>(sql).all(seq, most)
  return rows.toReversed().flatMap((row) => read(db, orderedOf(row)))
}

/** From the last one before `seq` that holds the settings whole, up to `seq`: what stood there is told by these. */
export function settingsOperationsUpTo(db: Readable, seq: number): readonly Accepted[] {
  const sql = `SELECT * FROM op WHERE ${kinds} AND seq < @seq AND seq >=
    (SELECT max(seq) FROM op WHERE subject = '' AND outcome = 'accepted' AND kind IN ('desk.begin', 'settings.change') AND seq < @seq) ORDER BY seq`
  return db
    .prepare<[{ seq: number }], OpRow>(sql)
    .all({ seq })
    .flatMap((row) => read(db, orderedOf(row)))
}

export function settingsOperationAt(db: Readable, seq: number): Accepted | undefined {
  const row = db.prepare<[number], OpRow>(`SELECT * FROM op WHERE ${kinds} AND seq = ?`).get(seq)
  return row && read(db, orderedOf(row))[0]
}

/** None for a kind or shape that this program does not know. */
function read(db: Readable, op: OrderedOperation): readonly Accepted[] {
  const accepted = acceptedOf(op, op.body ?? (op.blob === '' ? null : (readBlob(db, op.blob) ?? null)))
  return accepted ? [accepted] : []
}
