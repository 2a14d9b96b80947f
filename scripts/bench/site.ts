/** Many published articles in a hub's record: versions as approved, released by the hub itself. */
import { randomUUID } from 'node:crypto'
import { releaseDue } from '../../hub/release.ts'
import { writeArticle } from '../../hub/storage/projections.ts'
import { noFields } from '../../shared/desk/fields.ts'
import { lordsPress } from '../../shared/desk/lordsPress.ts'
import { versionBytes, versionHash, versionOf } from '../../shared/desk/version.ts'
import { type BenchHub, person } from './benchHub.ts'
import { corpusOf, documentOf } from './corpus.ts'

const corpus = corpusOf(23)

/** Publishes the corpus' articles `from` … `to` over most of a year. */
export async function publishMany(hub: BenchHub, from: number, to: number): Promise<void> {
  const day = 300 / Math.max(1, to)
  for (let place = from; place < to; place += 1) {
    hub.clock.now = new Date(Date.parse('2026-01-05T09:00:00Z') + Math.floor(place * day) * 86_400_000)
    await publishOne(hub, place)
  }
}

/** An approved edition that is due, released. */
export async function publishOne(hub: BenchHub, place: number): Promise<void> {
  const piece = corpus.article(place, 500)
  const document = documentOf(piece)
  const at = hub.now().toISOString()
  const id = randomUUID()
  const { categories } = lordsPress
  const category = categories[place % categories.length]?.slug ?? ''
  const fields = { ...noFields, category, slugline: piece.headline }
  const article = {
    id,
    createdBy: person,
    createdAt: at,
    fields,
    versions: [],
    publicStatus: 'unpublished' as const,
    contributors: {},
    wordsSeq: 0,
    lastSeq: 0,
    lastAt: at,
    restoredSeq: 0,
    editsSinceVersion: 0,
    history: [],
  }
  const slug = `${piece.headline.toLowerCase().replaceAll(' ', '-')}-${place}`
  const bytes = versionBytes(versionOf({ ...article, editions: [] }, { n: 1, kind: 'original' }, document, hub.settings, slug))
  const hash = versionHash(bytes)
  const schedule = { version: hash, by: person, at, zone: 'Europe/London', immediate: true, before: 'approved' as const }
  await hub.db.transaction().execute(async (writer) => {
    await writer.insertInto('version').values({ hash, article: id, bytes }).execute()
    await writeArticle(writer, {
      ...article,
      editions: [{ n: 1, kind: 'original', state: 'scheduled', schedule, gates: {}, notReviewed: false }],
    })
  })
  await releaseDue(hub)
}
