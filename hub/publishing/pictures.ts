/** The pictures that the site's pages show: which there are, and their bytes, hashed again before they go out. [SI6] [QU12] */
import { blobName, type Hash } from '../../shared/canonical.ts'
import { earlierOf } from '../../shared/site/earlier.ts'
import { isTextOpen, openness } from '../../shared/site/openness.ts'
import { readBlob } from '../blobs.ts'
import { editionsOf, readReleased } from './entries.ts'
import { allIsWhole, DeliveryFailure } from './failure.ts'
import type { Site } from './site.ts'

/** Pictures that any edition of these articles ever had, shown now or not. */
export async function picturesEverOf({ reader, upTo }: Site, articles: readonly string[]): Promise<readonly Hash[]> {
  const found = new Set<Hash>()
  for (const article of articles) {
    const rows = await reader
      .selectFrom('record_picture')
      .select('hash')
      .where('article', '=', article)
      .where('place', '<=', upTo)
      .execute()
    for (const { hash } of rows) found.add(hash)
  }
  return [...found]
}

/** Every picture of the record, in the order of its name. */
export async function everyPicture({ reader, upTo }: Site): Promise<readonly Hash[]> {
  const rows = await reader.selectFrom('record_picture').select('hash').distinct().where('place', '<=', upTo).orderBy('hash').execute()
  return rows.map(({ hash }) => hash)
}

/** True while a page that readers can open shows it. */
export async function isPictureShown(site: Site, hash: Hash): Promise<boolean> {
  const rows = await site.reader
    .selectFrom('record_picture')
    .select('article')
    .distinct()
    .where('hash', '=', hash)
    .where('place', '<=', site.upTo)
    .execute()
  for (const { article } of rows) if ((await shownBy(site, article)).has(hash)) return true
  return false
}

/** What an article's page and those of its earlier editions show: nothing of what is for registered readers, retracted or taken down. */
async function shownBy(site: Site, article: string): Promise<ReadonlySet<Hash>> {
  const known = site.shown.get(article)
  if (known) return known
  const editions = []
  for (const { place } of await editionsOf(site.reader, site.upTo, article)) editions.push(await readReleased(site.reader, place))
  const standing = editions.at(-1)
  const kept = new Set(earlierOf(editions).flatMap(({ edition, isKept }) => (isKept ? [edition] : [])))
  const shown = new Set<Hash>()
  for (const released of editions) {
    const hasPage = released === standing || kept.has(released.envelope.edition)
    if (!hasPage || !isTextOpen(openness(released.article.access, released.status))) continue
    for (const { hash, renditions } of released.article.media) for (const name of [hash, ...renditions]) shown.add(name)
  }
  site.shown.set(article, shown)
  return shown
}

/** Throws `DeliveryFailure`. */
export async function pictureBytes({ reader }: Site, hash: Hash): Promise<Uint8Array> {
  const bytes = await readBlob(reader, hash)
  if (bytes && blobName(bytes) === hash) return new Uint8Array(bytes)
  throw new DeliveryFailure(
    'permanent',
    `The picture ${hash.slice(0, 12)} is ${bytes ? 'damaged: its bytes are not those it is named after' : 'not at the desk any more'}. It was not sent. ${allIsWhole}. Restore the desk from a backup.`,
  )
}
