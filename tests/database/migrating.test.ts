/** Moving a file up to this program's tables: step by step, a copy first, never downwards. The same for both files of a desk. */
import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { migrations as workstationSteps } from '../../electron/database/migrations/index.ts'
import { openDatabase } from '../../electron/database/open.ts'
import { migrations as hubSteps } from '../../hub/storage/migrations/index.ts'
import { openHubStorage } from '../../hub/storage/open.ts'
import { copyTo, migrate, migrateFile, type Migration } from '../../sqlite/migrate.ts'
import { type Database, openEncrypted } from '../../sqlite/open.ts'
import { articleWith, editionIn } from '../desk/standing.ts'
import { importText, must } from '../factories/people.ts'
import { openTestDesk, openTestWorkstation } from '../factories/workstation.ts'
import { temporaryFolder } from '../harness/folder.ts'

const key = new Uint8Array(32).fill(3)
const none = () => expect.unreachable('there was nothing to copy')

const steps: readonly Migration[] = [
  { name: '0001_pieces', up: (db) => void db.exec('CREATE TABLE piece (id INTEGER PRIMARY KEY, words TEXT NOT NULL) STRICT') },
  { name: '0002_counts', up: (db) => void db.exec('ALTER TABLE piece ADD COLUMN count INTEGER NOT NULL DEFAULT 0') },
]

function opened(file: string, readonly = false): Database {
  const db = openEncrypted({ file, key, readonly })
  onTestFinished(() => void db.close())
  return db
}

test('[DU3] an empty file takes every step and needs no copy; a second time there is nothing to do', () => {
  const db = opened(join(temporaryFolder(), 'a.db'))
  expect(migrate(db, steps, none)).toEqual({ kind: 'migrated', from: 0, to: 2 })
  expect(migrate(db, steps, none)).toEqual({ kind: 'current', from: 2, to: 2 })
})

test('[DU3] a file of an older program is copied before its first step, and the copy opens with what it held', () => {
  const folder = temporaryFolder()
  const db = opened(join(folder, 'a.db'))
  migrate(db, steps.slice(0, 1), none)
  db.prepare(`INSERT INTO piece (words) VALUES ('Kept.')`).run()
  const copy = join(folder, 'copy.db')
  // As an end in the middle of the copy leaves it.
  writeFileSync(`${copy}.unfinished`, 'half')
  expect(migrate(db, steps, () => copyTo(db, copy))).toEqual({ kind: 'migrated', from: 1, to: 2 })
  expect(db.prepare('SELECT * FROM piece').all()).toEqual([{ id: 1, words: 'Kept.', count: 0 }])
  expect(existsSync(`${copy}.unfinished`)).toBe(false)
  const before = opened(copy, true)
  expect(before.pragma('user_version', { simple: true })).toBe(1)
  expect(before.prepare('SELECT * FROM piece').all()).toEqual([{ id: 1, words: 'Kept.' }])
})

test('[DU3] of the copies from before a migration the newest three are kept, and nothing else is removed', () => {
  const folder = temporaryFolder()
  const file = join(folder, 'a.db')
  const others = ['a.db.before-9.db.old', 'b.db.before-1.db', 'a.db.backup', 'my-a.db.before-1.db']
  for (const name of others) writeFileSync(join(folder, name), 'kept')
  const db = opened(file)
  db.exec('CREATE TABLE piece (id INTEGER PRIMARY KEY) STRICT')
  const many = Array.from(
    { length: 12 },
    (_, n): Migration => ({
      name: `${n}`,
      up: (into) => void into.prepare('INSERT INTO piece DEFAULT VALUES').run(),
    }),
  )
  for (let step = 1; step <= 12; step += 1) migrateFile(db, file, many.slice(0, step))
  const copies = readdirSync(folder).filter((name) => /^a\.db\.before-\d+\.db$/.test(name))
  expect(copies.toSorted()).toEqual(['a.db.before-10.db', 'a.db.before-11.db', 'a.db.before-12.db'])
  expect(opened(join(folder, 'a.db.before-12.db'), true).pragma('user_version', { simple: true })).toBe(11)
  expect(readdirSync(folder)).toEqual(expect.arrayContaining(others))
})

test('[DU3] no step is taken when the copy cannot be made', () => {
  const folder = temporaryFolder()
  const db = opened(join(folder, 'a.db'))
  migrate(db, steps.slice(0, 1), none)
  expect(() => migrate(db, steps, () => copyTo(db, join(folder, 'not', 'there.db')))).toThrow()
  expect(db.pragma('user_version', { simple: true })).toBe(1)
})

test('[DU3] a step that fails leaves the file at the step before, whole', () => {
  const db = opened(join(temporaryFolder(), 'a.db'))
  const broken: Migration = {
    name: '0003_broken',
    up(file) {
      file.exec('CREATE TABLE half (id INTEGER) STRICT')
      throw new Error('the power went')
    },
  }
  expect(() => migrate(db, [...steps, broken], none)).toThrow('the power went')
  expect(db.pragma('user_version', { simple: true })).toBe(2)
  expect(db.prepare(`SELECT name FROM sqlite_schema WHERE name = 'half'`).all()).toEqual([])
})

test('[WF12] a file from before drafts were their writers’ own says of each article who sees it', () => {
  const db = opened(join(temporaryFolder(), 'a.db'))
  const before = workstationSteps.findIndex(({ name }) => name === '0008_seen')
  migrate(db, workstationSteps.slice(0, before), none)
  const insert = db.prepare(
    `INSERT INTO article (key, id, state, edition_state, created_by, last_at, slug, address) VALUES (?, ?, ?, 'draft', 'writer', '', '', '')`,
  )
  const draft = articleWith(editionIn('draft'))
  const { sharedWith: _none, ...own } = draft
  for (const [index, state] of [draft, own, { ...own, editions: [editionIn('in_review')] }].entries())
    insert.run(index + 1, `${index}`, JSON.stringify({ ...state, id: `${index}` }))
  migrate(db, workstationSteps.slice(0, before + 1), () => {})
  const seen = db.prepare<[], { seen_by: string }>('SELECT seen_by FROM article ORDER BY key').all()
  expect(seen.map((row) => row.seen_by)).toEqual(['', ' writer ', ''])
})

test('[WF13] in a file from before, a retraction that is proposed no longer waits for whoever proposed it', () => {
  const db = opened(join(temporaryFolder(), 'a.db'))
  const before = workstationSteps.findIndex(({ name }) => name === '0017_seconds')
  migrate(db, workstationSteps.slice(0, before), none)
  const proposal = {
    status: 'retracted' as const,
    notice: 'It was wrong.',
    reason: 'A reader wrote.',
    by: 'pat',
    at: '2026-11-23T09:00:00.000Z',
  }
  const insert = db.prepare(
    `INSERT INTO article (key, id, state, edition_state, created_by, last_at, slug, address) VALUES (?, ?, ?, 'published', 'writer', '', '', '')`,
  )
  insert.run(1, 'proposed', JSON.stringify({ ...articleWith(editionIn('published')), proposal }))
  insert.run(2, 'other', JSON.stringify(articleWith(editionIn('approved'))))
  const wait = db.prepare(`INSERT INTO article_wait (article, who, besides, after, screen) VALUES (?, ?, '', '', 'queue')`)
  for (const who of ['publisher', 'recordsEditor']) wait.run(1, who)
  wait.run(2, 'publisher')
  migrate(db, workstationSteps.slice(0, before + 1), () => {})
  const waits = db.prepare<[], object>('SELECT article, who FROM article_wait ORDER BY article').all()
  expect(waits).toEqual([
    { article: 1, who: 'second to pat' },
    { article: 2, who: 'publisher' },
  ])
})

const files = [
  { name: 'workstation.db', steps: workstationSteps, open: openWorkstationFile },
  { name: 'hub.db', steps: hubSteps, open: openHubFile },
] as const

for (const { name, steps: known, open } of files) {
  test(`[DU3] the steps of ${name} are numbered without a gap`, () => {
    expect(known.map((step) => Number(step.name.slice(0, 4)))).toEqual(known.map((_, index) => index + 1))
  })

  test(`[DU3] ${name}: each step gives the tables that a new file has, also from a file made by the steps before`, async () => {
    const folder = temporaryFolder()
    await open(join(folder, 'new.db'))
    const wanted = tablesOf(opened(join(folder, 'new.db'), true))
    expect(wanted.length).toBeGreaterThan(5)
    for (let held = 1; held <= known.length; held += 1) {
      const file = join(folder, `from-${held}.db`)
      const older = openEncrypted({ file, key })
      migrate(older, known.slice(0, held), none)
      older.close()
      await open(file)
      expect(tablesOf(opened(file, true))).toEqual(wanted)
      expect(readdirSync(folder).filter((made) => made === `from-${held}.db.before-${held + 1}.db`)).toHaveLength(
        held < known.length ? 1 : 0,
      )
    }
  })

  test(`[DU3] ${name} of a newer program is refused for writing, and not one byte of it changes`, async () => {
    const folder = temporaryFolder()
    const file = join(folder, name)
    await open(file)
    const newer = openEncrypted({ file, key })
    newer.pragma(`user_version = ${known.length + 1}`)
    newer.close()
    const before = digest(file)
    const said = await open(file).catch((error: unknown) => String(error))
    expect(said).toContain('newer Chancery')
    expect(said).toContain('update Chancery to go on writing')
    expect(digest(file)).toBe(before)
    expect(readdirSync(folder).filter((made) => made.includes('before'))).toEqual([])
  })

  test(`[DU3] ${name} of a newer program that ended without warning: file and log of writes stay byte by byte`, async () => {
    const folder = temporaryFolder()
    await open(join(folder, 'made.db'))
    const newer = openEncrypted({ file: join(folder, 'made.db'), key })
    newer.pragma('wal_checkpoint(TRUNCATE)')
    newer.pragma(`user_version = ${known.length + 1}`)
    const file = join(folder, name)
    // Copied while it is open: as kill -9 leaves it, the newer number is in the log of writes only.
    for (const end of ['', '-wal']) copyFileSync(join(folder, `made.db${end}`), file + end)
    newer.close()
    const before = [digest(file), digest(`${file}-wal`)]
    expect(await open(file).catch((error: unknown) => String(error))).toContain('newer Chancery')
    expect([digest(file), digest(`${file}-wal`)]).toEqual(before)
  })
}

/** Opens and closes; answers why it may only be read. */
async function openWorkstationFile(file: string): Promise<string> {
  const { db, readOnly } = openDatabase({ file, key })
  if (readOnly !== '') expect(() => db.prepare('CREATE TABLE x (y INTEGER) STRICT').run()).toThrow(/readonly/)
  db.close()
  return readOnly
}

test('[DU3] a desk of a newer program is read from end to end and stays byte by byte as it was', async () => {
  const desk = await openTestDesk()
  const { call } = await desk.sit(desk.people.writer)
  const id = await importText(call, 'A headline\n\nWords of it.')
  await desk.close()
  const secret = new Uint8Array(Buffer.from(readFileSync(join(desk.folder, 'key'), 'utf8').trim(), 'hex'))
  for (const { name } of files) {
    const newer = openEncrypted({ file: join(desk.folder, name), key: secret })
    newer.pragma('user_version = 99')
    newer.close()
  }
  const digests = () => files.map(({ name }) => digest(join(desk.folder, name)))
  const before = digests()
  const later = await openTestWorkstation(desk.folder)
  const ask = (await later.sit(desk.people.writer)).call
  expect(must(await ask('desk.status', {})).readOnly).toContain('newer Chancery')
  expect(must(await ask('articles.list', { limit: 50 })).articles).toMatchObject([{ headline: 'A headline' }])
  must(await ask('articles.open', { id }))
  expect(must(await ask('search.find', { words: 'words' })).results).toHaveLength(1)
  for (const refused of [
    await ask('articles.create', {}),
    await ask('workflow.act', { id, act: 'submit' }),
    await ask('articles.setField', { id, field: 'slug', value: 'x', base: '' }),
    await ask('rebuild.start', {}),
    await ask('people.add', { name: 'Somebody', roles: ['writer'] }),
  ]) {
    expect(refused).toMatchObject({ ok: false, error: { code: 'readOnly', message: expect.stringContaining('update Chancery') } })
  }
  await later.close()
  expect(digests()).toEqual(before)
})

async function openHubFile(file: string): Promise<string> {
  await openHubStorage({ file, key }).db.destroy()
  return ''
}

function tablesOf(db: Database): readonly unknown[] {
  return db.prepare(`SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%' ORDER BY type, name`).all()
}

function digest(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex')
}
