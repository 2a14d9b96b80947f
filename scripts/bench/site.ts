/** A hub whose record holds many published articles, for building and publishing: versions as approved, released by the hub itself. */
import { randomUUID } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import type { HubContext } from '../../hub/context.ts'
import { readOwnStream } from '../../hub/ownStream.ts'
import { releaseDue } from '../../hub/release.ts'
import { openHubStorage } from '../../hub/storage/open.ts'
import { readDesk, writeArticle, writeDesk } from '../../hub/storage/projections.ts'
import { noFields } from '../../shared/desk/fields.ts'
import { lordsPress } from '../../shared/desk/lordsPress.ts'
import { firstPrevious } from '../../shared/desk/record.ts'
import { hashOfSettings } from '../../shared/desk/reduceSettings.ts'
import type { HouseSettings } from '../../shared/desk/settings.ts'
import { versionBytes, versionHash, versionOf } from '../../shared/desk/version.ts'
import { corpusOf, documentOf } from './corpus.ts'

export interface BenchHub extends HubContext {
  readonly settings: HouseSettings
  readonly clock: { now: Date }
  close(): Promise<void>
}

export const hubKey = new Uint8Array(32).fill(9)
const person = '00000000-0000-4000-8000-000000000001'
const resources = path.join(import.meta.dirname, '../../resources')
const corpus = corpusOf(23)

/** Opens the hub in `folder`; a new one begins a desk without destinations, so that nothing is queued before a benchmark wants it. */
export async function openHub(folder: string): Promise<BenchHub> {
  mkdirSync(folder, { recursive: true })
  const storage = openHubStorage({ file: path.join(folder, 'hub.db'), key: hubKey })
  // A benchmark's corpus need not outlast a crash.
  storage.file.pragma('synchronous = OFF')
  const clock = { now: new Date('2026-01-05T09:00:00Z') }
  const settings: HouseSettings = { ...lordsPress, destinations: [] }
  if (!(await readDesk(storage.db))) {
    await storage.db.insertInto('desk').values({ one: 1, id: '', epoch: 1, head: 0, state: '' }).execute()
    await storage.db.transaction().execute((writer) =>
      writeDesk(writer, {
        id: randomUUID(),
        begunAt: clock.now.toISOString(),
        people: [{ id: person, name: 'Ada Quill', roles: ['publisher'] }],
        settings,
        settingsHash: hashOfSettings(settings),
        bylines: {},
        record: { number: 0, head: firstPrevious, entries: 0 },
        lastSeq: 0,
      }),
    )
  }
  return {
    db: storage.db,
    now: () => clock.now,
    randomId: randomUUID,
    stream: await readOwnStream(storage.db, randomUUID),
    folder,
    resources,
    emit: () => {},
    hint: () => {},
    settings,
    clock,
    close: () => storage.db.destroy(),
  }
}

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
