/** Releases: when an edition is due, one transaction freezes its envelope, gives number and chain link, and makes the queue entries. */
import { envelopeOf } from '../shared/desk/envelope.ts'
import { type ArticleState, currentEdition } from '../shared/desk/article.ts'
import { dueness } from '../shared/desk/lateness.ts'
import type { DeskState } from '../shared/desk/desk.ts'
import { addressOf, publicArticle, recordBytes, recordDigest } from '../shared/desk/record.ts'
import { readVersion } from '../shared/desk/version.ts'
import { zonedTime } from '../shared/desk/zone.ts'
import { isDamage } from '../sqlite/damage.ts'
import { diskTrouble } from '../sqlite/trouble.ts'
import type { HubContext, Reader, Writer } from './context.ts'
import { tellFault } from './fault.ts'
import { appendOwn } from './ownStream.ts'
import { addEntry, moveEntry, waitingStates } from './publishing/queueEntries.ts'
import { readArticle, readDesk } from './storage/projections.ts'

/**
 * Releases everything that is due by the hub's clock, oldest first, each in a transaction of its own. What is
 * too late to go out by itself, or on hold, is left to a person. [QU14] `held`: could not be made; those stay due and hold up
 * none of the others.
 */
export async function releaseDue(hub: HubContext): Promise<{ readonly released: number; readonly held: number }> {
  let released = 0
  let held = 0
  for (const { id } of await scheduled(hub.db, hub.now().toISOString())) {
    try {
      if (await hub.db.transaction().execute((writer) => releaseOne(hub, writer, id))) released += 1
    } catch (error) {
      if (diskTrouble(error) || isDamage(error)) throw error
      tellFault(hub.now(), 'release', error)
      held += 1
    }
  }
  return { released, held }
}

/** When the next release goes out by itself, ISO; empty when none will. */
export async function nextReleaseAt({ db, now }: HubContext): Promise<string> {
  for (const { id, due_at: at } of await scheduled(db, '')) {
    const article = await readArticle(db, id)
    const dueIs = article && dueness(currentEdition(article), now())
    if (dueIs === 'due' || dueIs === 'notYet') return at
  }
  return ''
}

/** What is scheduled, the earliest first; `until` empty: all of it. */
async function scheduled(reader: Reader, until: string): Promise<readonly { readonly id: string; readonly due_at: string }[]> {
  const query = reader.selectFrom('article').select(['id', 'due_at']).where('due_at', '<>', '').orderBy('due_at')
  return (until === '' ? query : query.where('due_at', '<=', until)).execute()
}

async function releaseOne(hub: HubContext, writer: Writer, id: string): Promise<boolean> {
  const [article, desk] = [await readArticle(writer, id), await readDesk(writer)]
  if (!article || !desk) return false
  const edition = currentEdition(article)
  if (edition.state !== 'scheduled' || !edition.schedule || dueness(edition, hub.now()) !== 'due') return false
  const { version: hash } = edition.schedule
  // [QU12] The bytes are hashed again: what was approved is what goes out, or nothing does.
  const stored = await writer.selectFrom('version').select('bytes').where('hash', '=', hash).executeTakeFirstOrThrow()
  const version = readVersion(stored.bytes, hash)
  const at = zonedTime(hub.now(), desk.settings.zone)
  const first = article.editions.find(({ publication }) => publication !== undefined)?.publication?.at ?? at.at
  const taken = await addressesLike(writer, article.id, addressOf({ ...at, at: first }, version.slug))
  const envelope = envelopeOf({
    article,
    edition: edition.n,
    slug: version.slug,
    record: desk.record,
    settings: desk.settings,
    at,
    isTaken: (address) => taken.has(address),
  })
  const bytes = recordBytes(publicArticle(version), envelope)
  const digest = recordDigest(bytes)
  const before = await writer.selectFrom('record').select('feed_id').where('article', '=', id).executeTakeFirst()
  const feedId = before?.feed_id ?? hub.randomId()
  await writer.updateTable('record').set({ current: 0 }).where('article', '=', id).where('current', '=', 1).execute()
  await writer
    .insertInto('record')
    .values({
      place: desk.record.entries + 1,
      article: id,
      edition: edition.n,
      number: envelope.number,
      version: hash,
      digest,
      bytes,
      feed_id: feedId,
      settings: desk.settingsHash,
      address: envelope.address,
      category: version.category,
      published_at: envelope.publishedAt.at,
      month: envelope.firstPublishedAt.at.slice(0, 7),
      current: 1,
    })
    .execute()
  await appendOwn(writer, hub, 'hub.release', id, {
    edition: edition.n,
    version: hash,
    envelope,
    digest,
    feedId,
    settings: desk.settingsHash,
  })
  if (edition.kind === 'takedown') await clearTheWay(hub, writer, id)
  await makeEntries(hub, writer, desk, article, edition.n, hash)
  return true
}

/** Addresses that begin as this one does: those of other articles, and those they once had, which lead to them for ever. [SI4] */
async function addressesLike(writer: Writer, article: string, address: string): Promise<ReadonlySet<string>> {
  const stem = address.slice(0, -1)
  const rows = await writer
    .selectFrom('record')
    .select('address')
    .where('address', '>=', stem)
    .where('address', '<', `${stem}~`)
    .where('article', '<>', article)
    .execute()
  return new Set(rows.map((row) => row.address))
}

/** [QU7] What still waits of an article that is taken down is not sent, and nothing else that waits holds the taking down up. */
async function clearTheWay(hub: HubContext, writer: Writer, article: string): Promise<void> {
  const rows = await writer
    .selectFrom('queue')
    .selectAll()
    .where('state', 'in', [...waitingStates])
    .execute()
  for (const row of rows.filter((waiting) => waiting.article === article))
    await moveEntry(writer, hub, row, 'canceled', { detail: 'The article was taken down.' })
  await writer
    .updateTable('queue')
    .set({ due_at: hub.now().toISOString() })
    .where('state', 'in', [...waitingStates])
    .execute()
}

/** One entry a destination, numbered in the order in which it must arrive there. [QU3] */
async function makeEntries(
  hub: HubContext,
  writer: Writer,
  desk: DeskState,
  article: ArticleState,
  edition: number,
  version: string,
): Promise<void> {
  for (const { id: destination } of desk.settings.destinations)
    await addEntry(writer, hub, { destination, article: article.id, edition, action: 'publish', subject_hash: version })
}
