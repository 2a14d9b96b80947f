/** The last look before sending: the words that go out are those that were approved, byte for byte. [QU12] */
import { recordBytes, publicArticle, type RecordEntry } from '../../shared/desk/record.ts'
import { versionHash, type Version } from '../../shared/desk/version.ts'
import type { Reader } from '../context.ts'
import { allIsWhole, DeliveryFailure } from './failure.ts'
import { readReleased } from './entries.ts'

/** Hashes the approved version and the record entry again and compares their words. Throws `DeliveryFailure` naming the place. */
export async function checkApproved(reader: Reader, article: string, edition: number): Promise<void> {
  const row = await reader
    .selectFrom('record as r')
    .leftJoin('version as v', 'v.hash', 'r.version')
    .select(['r.place', 'r.number', 'r.version', 'r.bytes as entry', 'v.bytes as words'])
    .where('r.article', '=', article)
    .where('r.edition', '=', edition)
    .executeTakeFirstOrThrow()
  await readReleased(reader, row.place)
  const name = `Version ${row.version} (number ${row.number}, edition ${edition})`
  if (!row.words) throw damaged(`${name} is missing`)
  if (versionHash(row.words) !== row.version) throw damaged(`${name} is damaged: its bytes are not those that were approved`)
  const { article: entered, envelope } = parsed<RecordEntry>(row.entry)
  const printed = recordBytes(publicArticle(parsed<Version>(row.words), entered.v), envelope)
  if (Buffer.compare(printed, row.entry) !== 0) throw damaged(`${name} does not hold the words of record entry ${row.place}`)
}

function parsed<T>(bytes: Uint8Array): T {
  return JSON.parse(new TextDecoder().decode(bytes)) as T
}

function damaged(what: string): DeliveryFailure {
  return new DeliveryFailure('permanent', `${what}. It was not sent. ${allIsWhole}. Restore the desk from a backup.`)
}
