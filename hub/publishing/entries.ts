/** The record as it stood at one of its places, so that a site can be built while later editions are being released. */
import { sql } from 'kysely'
import type { Hash } from '../../shared/canonical.ts'
import type { RecordEntry } from '../../shared/desk/record.ts'
import type { Released } from '../../shared/site/model.ts'
import { statusAfter } from '../../shared/desk/publicStatus.ts'
import type { Reader } from '../context.ts'
import { contentHash } from './contentHash.ts'
import { allIsWhole, DeliveryFailure } from './failure.ts'

/** A row of the record without its bytes. */
export interface Entry {
  readonly place: number
  readonly article: string
  readonly edition: number
  readonly number: number
  readonly digest: Hash
  readonly address: string
  readonly category: string
  readonly month: string
  readonly kind: string
}

export const entryColumns = [
  'r.place',
  'r.article',
  'r.edition',
  'r.number',
  'r.digest',
  'r.address',
  'r.category',
  'r.month',
  'r.kind',
] as const

/** Every row up to `upTo`. */
export function entriesUpTo(reader: Reader, upTo: number) {
  return reader.selectFrom('record as r').select(entryColumns).where('r.place', '<=', upTo)
}

/**
 * The rows readers see once the record has come to `upTo`: of each article the newest edition. One that readers see now needs
 * no looking for a later one; as text, since a shelf of pages asks some thirty times and to put it together cost more than to run it.
 */
export function standing(reader: Reader, upTo: number) {
  return reader
    .selectFrom('record as r')
    .where('r.place', '<=', upTo)
    .where(
      sql<boolean>`(r.current = 1 OR NOT EXISTS (SELECT 1 FROM record AS later WHERE later.article = r.article AND later.place > r.place AND later.place <= ${upTo}))`,
    )
}

/** As `standing`, as entries. */
export function standingEntries(reader: Reader, upTo: number) {
  return standing(reader, upTo).select(entryColumns)
}

/** All editions of an article up to `upTo`, oldest first. */
export async function editionsOf(reader: Reader, upTo: number, article: string): Promise<readonly Entry[]> {
  return entriesUpTo(reader, upTo).where('r.article', '=', article).orderBy('r.place').execute()
}

/** Place of the newest entry; 0 while nothing was released. */
export async function headPlace(reader: Reader): Promise<number> {
  const row = await reader.selectFrom('record').select('place').orderBy('place', 'desc').limit(1).executeTakeFirst()
  return row?.place ?? 0
}

/** A row of the record with its words. */
export interface ReleasedRow {
  readonly place: number
  /** What its digest was taken of: the prefix and the stored bytes. */
  readonly digested: Uint8Array
  readonly digest: Hash
  readonly feed_id: string
  readonly number: number
  readonly edition: number
}

const prefix = 'chancery/record/1\n'

/** As one text, however many are asked for. */
export async function rowsAt(reader: Reader, places: readonly number[]): Promise<readonly ReleasedRow[]> {
  const { rows } =
    await sql<ReleasedRow>`SELECT place, CAST(${prefix} || bytes AS BLOB) AS digested, digest, feed_id, number, edition FROM record
    WHERE place IN (SELECT value FROM json_each(${JSON.stringify(places)}))`.execute(reader)
  return rows
}

/** The released edition at a place of the record. Throws `DeliveryFailure`. */
export async function readReleased(reader: Reader, place: number, status?: Released['status']): Promise<Released> {
  const [row] = await rowsAt(reader, [place])
  if (!row) throw new Error(`the record has no entry ${place}`)
  return releasedFrom(row, status)
}

/**
 * A released edition, from its stored bytes, hashed again first: nothing but what was entered in the record is printed.
 * `status`: that of the article when a page of an earlier edition or the register is made. Throws `DeliveryFailure`. [QU12]
 */
export function releasedFrom(row: ReleasedRow, status?: Released['status']): Released {
  if (contentHash(row.digested) !== row.digest) {
    throw new DeliveryFailure(
      'permanent',
      `Record entry ${row.place} (number ${row.number}, edition ${row.edition}) is damaged: its bytes are not those its digest was taken of. It was not sent. ${allIsWhole}. Restore the desk from a backup.`,
    )
  }
  const { article, envelope } = JSON.parse(textOf(row.digested)) as RecordEntry
  return { article, envelope, digest: row.digest, feedId: row.feed_id, status: status ?? statusAfter(article.kind) }
}

/** Without the prefix. */
function textOf({ buffer, byteOffset, length }: Uint8Array): string {
  return Buffer.from(buffer, byteOffset, length).toString('utf8', prefix.length)
}
