/** A hub over a real file in a folder of its own, with a clock that tests set, and articles that come to it ready for release. */
import { randomUUID } from 'node:crypto'
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { HubContext } from '../../hub/context.ts'
import { readOwnStream } from '../../hub/ownStream.ts'
import { releaseDue } from '../../hub/release.ts'
import { openHubStorage } from '../../hub/storage/open.ts'
import { readArticle, readDesk, writeArticle, writeDesk } from '../../hub/storage/projections.ts'
import type { ArticleState } from '../../shared/desk/article.ts'
import type { EditionKind } from '../../shared/desk/edition.ts'
import { blobName } from '../../shared/canonical.ts'
import { type FrontSlots, noFront } from '../../shared/desk/front.ts'
import { noFields } from '../../shared/desk/fields.ts'
import { lordsPress } from '../../shared/desk/lordsPress.ts'
import { firstPrevious } from '../../shared/desk/record.ts'
import { hashOfSettings } from '../../shared/desk/reduceSettings.ts'
import type { HouseSettings } from '../../shared/desk/settings.ts'
import { type Version, versionBytes, versionHash, versionOf } from '../../shared/desk/version.ts'
import type { DocumentJson } from '../../shared/document/json.ts'
import { themeAssets } from '../../shared/site/assets.ts'

export interface TestHub extends HubContext {
  readonly clock: { now: Date }
  close(): Promise<void>
}

export interface HubOverrides {
  readonly folder?: string
  readonly settings?: Partial<HouseSettings>
  readonly at?: string
  /** Commits are not waited for: for large sites and many histories, where no test asks what a crash leaves. */
  readonly isHasty?: boolean
}

const key = new Uint8Array(32).fill(7)
const person = '00000000-0000-4000-8000-000000000001'

/** Opens the hub of `folder`, or begins one in a new folder. The same folder opened twice is the same desk after a restart. */
export async function openHub({
  folder,
  settings = {},
  at = '2026-11-23T09:15:00Z',
  isHasty = false,
}: HubOverrides = {}): Promise<TestHub> {
  const place = folder ?? (await mkdtemp(join(tmpdir(), 'chancery-hub-')))
  const resources = join(place, 'resources')
  const storage = openHubStorage({ file: join(place, 'hub.db'), key })
  if (isHasty) storage.file.pragma('synchronous = OFF')
  const clock = { now: new Date(at) }
  if (!(await readDesk(storage.db))) {
    await begin(storage.db, { ...lordsPress, ...settings }, at)
    for (const { name } of themeAssets) await putTheme(resources, name, `theme file ${name}\n`)
  }
  return {
    db: storage.db,
    now: () => clock.now,
    randomId: randomUUID,
    stream: await readOwnStream(storage.db, randomUUID),
    folder: place,
    resources,
    emit: () => {},
    hint: () => {},
    clock,
    close: () => storage.db.destroy(),
  }
}

async function begin(db: HubContext['db'], settings: HouseSettings, at: string): Promise<void> {
  await db.insertInto('desk').values({ one: 1, id: '', epoch: 1, head: 0, state: '' }).execute()
  await db.transaction().execute((writer) =>
    writeDesk(writer, {
      id: randomUUID(),
      begunAt: at,
      people: [{ id: person, name: 'Ada', roles: ['publisher'] }],
      settings,
      settingsHash: hashOfSettings(settings),
      bylines: {},
      record: { number: 0, head: firstPrevious, entries: 0 },
      lastSeq: 0,
    }),
  )
}

export async function putTheme(resources: string, name: string, words: string): Promise<void> {
  const file = join(resources, 'theme', name)
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, words)
}

export async function changeSettings(hub: HubContext, change: Partial<HouseSettings>): Promise<void> {
  await hub.db.transaction().execute(async (writer) => {
    const desk = await readDesk(writer)
    if (!desk) throw new Error('this hub has no desk')
    const settings = { ...desk.settings, ...change }
    await writeDesk(writer, { ...desk, settings, settingsHash: hashOfSettings(settings) })
  })
}

/** What a publisher arranged, as the reducer leaves it. */
export async function arrangeFront(hub: HubContext, change: Partial<FrontSlots>): Promise<void> {
  await hub.db.transaction().execute(async (writer) => {
    const desk = await readDesk(writer)
    if (!desk) throw new Error('this hub has no desk')
    const before = desk.front?.slots ?? noFront
    const seq = desk.lastSeq + 1
    const front = { slots: { ...before, ...change }, before, by: person, at: hub.now().toISOString(), seq }
    await writeDesk(writer, { ...desk, front, lastSeq: seq })
  })
}

export interface ArticleOverrides {
  /** An article that stands already gets another edition. */
  readonly article?: string
  readonly kind?: EditionKind
  readonly headline?: string
  readonly body?: string
  readonly category?: string
  readonly changeNote?: string
  /** Stays chosen for the editions that follow. */
  readonly slug?: string
  readonly correctionNotes?: Version['correctionNotes']
  readonly pieceKind?: Version['pieceKind']
  readonly series?: Version['series']
  /** Names of pictures below the words. */
  readonly pictures?: readonly string[]
  readonly access?: Version['access']
  /** Articles named at the foot of its page. */
  readonly previously?: readonly string[]
}

/** A picture as an upload leaves it. Answers its name. */
export async function putPicture(hub: HubContext, bytes: Uint8Array): Promise<string> {
  const name = blobName(bytes)
  await hub.db
    .insertInto('blob')
    .values({ name, bytes })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return name
}

/** An edition that is due now, its version kept as it would have been approved. Answers the article's id. */
export async function scheduleEdition(hub: HubContext, overrides: ArticleOverrides = {}): Promise<string> {
  return hub.db.transaction().execute(async (writer) => {
    const desk = await readDesk(writer)
    const id = overrides.article ?? randomUUID()
    const known = await readArticle(writer, id)
    const at = hub.now().toISOString()
    const before = known ?? created(id, at)
    const last = before.editions.at(-1)
    const n = known ? (last?.n ?? 0) + 1 : 1
    const kind = overrides.kind ?? (n === 1 ? 'original' : 'update')
    const fields = {
      ...before.fields,
      category: overrides.category ?? (before.fields.category || 'archives'),
      slugline: overrides.headline ?? (before.fields.slugline || `Piece ${id.slice(0, 8)}`),
      changeNote: overrides.changeNote ?? '',
      slug: overrides.slug ?? before.fields.slug,
      access: overrides.access ?? before.fields.access,
      pieceKind: overrides.pieceKind ?? before.fields.pieceKind,
      series: overrides.series ?? before.fields.series,
      previously: [...(overrides.previously ?? before.fields.previously)],
    }
    const article = { ...before, fields, lastAt: at }
    const made = versionOf(
      article,
      { n, kind },
      documentOf(fields.slugline, overrides.body ?? `Words of edition ${n}.`, overrides.pictures),
      desk?.settings ?? lordsPress,
      fields.slugline,
    )
    const bytes = versionBytes({ ...made, correctionNotes: overrides.correctionNotes ?? [] })
    const hash = versionHash(bytes)
    await writer
      .insertInto('version')
      .values({ hash, article: id, bytes })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    const schedule = { version: hash, by: person, at, zone: 'Europe/London', immediate: true, before: 'approved' as const }
    await writeArticle(writer, {
      ...article,
      editions: [...before.editions, { n, kind, state: 'scheduled', schedule, gates: {}, notReviewed: false }],
    })
    return id
  })
}

/** Schedules and releases: the record and the queue hold it afterwards. Answers the article's id. */
export async function release(hub: HubContext, overrides: ArticleOverrides = {}): Promise<string> {
  const id = await scheduleEdition(hub, overrides)
  await releaseDue(hub)
  return id
}

function created(id: string, at: string): ArticleState {
  return {
    id,
    createdBy: person,
    createdAt: at,
    fields: noFields,
    editions: [],
    versions: [],
    publicStatus: 'unpublished',
    contributors: {},
    wordsSeq: 0,
    lastSeq: 0,
    lastAt: at,
    restoredSeq: 0,
    editsSinceVersion: 0,
    history: [],
  }
}

export function documentOf(headline: string, body: string, pictures: readonly string[] = []): DocumentJson {
  return {
    headline: [{ type: 'text', text: headline }],
    standfirst: [{ type: 'text', text: `What ${headline} is about.` }],
    body: [
      ...body.split('\n\n').map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
      ...pictures.map((media) => ({
        type: 'figure',
        attrs: { media, alt: 'A bridge', credit: 'The archive', width: 30, height: 20 },
        content: [{ type: 'text', text: 'The bridge.' }],
      })),
    ],
  }
}
