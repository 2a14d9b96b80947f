/** Marks in the record of which edition of each article readers see: the one thing of an entry that a later release changes. */
import { sql } from 'kysely'
import type { Reader, Writer } from './context.ts'

const isWrong = sql<boolean>`current <> (edition = (SELECT max(edition) FROM record AS any WHERE any.article = record.article))`

export interface Marked {
  readonly place: number
  readonly number: number
  readonly edition: number
  readonly current: number
}

/** Entries whose mark is not what the record itself gives, in its order. */
export async function wrongMarks(reader: Reader): Promise<readonly Marked[]> {
  return reader.selectFrom('record').select(['place', 'number', 'edition', 'current']).where(isWrong).orderBy('place').execute()
}

export async function mendMarks(writer: Writer): Promise<void> {
  // What it compares with is never changed by it.
  await writer.updateTable('record').set({ current: sql`1 - current` }).where(isWrong).execute()
}
