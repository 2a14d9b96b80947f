/** The files of a desk as they lie on the disk: format, durability, rights, and nothing to read in them. */
import { spawnSync } from 'node:child_process'
import { existsSync, globSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import Cipher from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import { fileKeyStore } from '../../electron/database/keyStore.ts'
import { openDatabase } from '../../electron/database/open.ts'
import { openHubStorage } from '../../hub/storage/open.ts'
import { assertVersion, openEncrypted } from '../../sqlite/open.ts'
import { callOf, importText, must, paragraphUpdate } from '../factories/people.ts'
import { openTestDesk } from '../factories/workstation.ts'
import { withoutWaiting } from '../../sqlite/withoutWaiting.ts'
import { temporaryFolder } from '../harness/folder.ts'

const key = new Uint8Array(32).fill(5)

test('[DU1] this SQLite is new enough, and an older one is refused by its number', () => {
  const db = openEncrypted({ file: join(temporaryFolder(), 'a.db'), key })
  onTestFinished(() => void db.close())
  const { version } = db.prepare('SELECT sqlite_version() AS version').get() as { version: string }
  expect(() => assertVersion(version)).not.toThrow()
  for (const old of ['3.51.2', '3.50.9', '3.9.100', '2.99.99']) expect(() => assertVersion(old)).toThrow(`SQLite ${old} is too old`)
  for (const fit of ['3.51.3', '3.52.0', '4.0.0']) expect(() => assertVersion(fit)).not.toThrow()
})

test('[DU1] every connection waits for the disk and keeps a log of what it writes', async () => {
  const folder = temporaryFolder()
  const { db } = openDatabase({ file: join(folder, 'workstation.db'), key })
  const hub = openHubStorage({ file: join(folder, 'hub.db'), key })
  const reader = openEncrypted({ file: join(folder, 'workstation.db'), key, readonly: true })
  for (const file of [db, hub.file, reader]) {
    // 2 is FULL.
    expect(file.pragma('synchronous', { simple: true })).toBe(2)
    expect(file.pragma('journal_mode', { simple: true })).toBe('wal')
    expect(file.pragma('foreign_keys', { simple: true })).toBe(1)
  }
  reader.close()
  db.close()
  await hub.db.destroy()
})

test('[DU1] only what can be made again does not wait for the disk, and what comes after it does', () => {
  const db = openEncrypted({ file: join(temporaryFolder(), 'a.db'), key })
  onTestFinished(() => void db.close())
  db.exec('CREATE TABLE t (n INTEGER) STRICT')
  const waits = () => db.pragma('synchronous', { simple: true })
  withoutWaiting(db, () => {
    expect(waits()).toBe(1)
    db.prepare('INSERT INTO t VALUES (CAST(1 AS INTEGER))').run()
  })
  expect(waits()).toBe(2)
  const fails = () =>
    withoutWaiting(db, () => {
      db.prepare('DELETE FROM t').run()
      throw new Error('half-way')
    })
  expect(fails).toThrow('half-way')
  expect(waits()).toBe(2)
  expect(db.prepare('SELECT n FROM t').all()).toEqual([{ n: 1 }])
})

test('[DU4] both files open as SQLCipher 4 with the desk’s key and with nothing else', async () => {
  const desk = await openTestDesk()
  await desk.close()
  const hex = readFileSync(join(desk.folder, 'key'), 'utf8').trim()
  expect(hex).toMatch(/^[0-9a-f]{64}$/)
  for (const name of ['workstation.db', 'hub.db']) {
    const file = join(desk.folder, name)
    expect(readFileSync(file).subarray(0, 15).toString('latin1')).not.toBe('SQLite format 3')
    const asOthersWould = (secret: string) => {
      const db = new Cipher(file, { readonly: true })
      try {
        db.pragma(`cipher = 'sqlcipher'`)
        db.pragma('legacy = 4')
        db.pragma(`key = "x'${secret}'"`)
        return (db.prepare('SELECT count(*) AS n FROM op').get() as { n: number }).n
      } finally {
        db.close()
      }
    }
    expect(asOthersWould(hex)).toBeGreaterThan(0)
    expect(() => asOthersWould('0'.repeat(64))).toThrow(/not a database/)
    expect(() => {
      const plain = new Cipher(file, { readonly: true })
      onTestFinished(() => void plain.close())
      return plain.prepare('SELECT 1 FROM sqlite_schema').get()
    }).toThrow(/not a database/)
  }
})

/** The command that makes a desk and ends, and the shell that makes one and is told to end. */
const makers = {
  'cli.ts': (folder: string) => `umask 000; "$0" "$1" init --sample --data "${folder}"`,
  'web.ts': (folder: string) =>
    `umask 000; "$0" "$1" --data "${folder}" > /dev/null & until [ -S "${folder}/owner.sock" ] || [ -e "${folder}/hub.db" ]; do sleep 0.1; done; sleep 1; kill $!; wait $!`,
}

test.skipIf(process.platform === 'win32').each(['cli.ts', 'web.ts'] as const)(
  '[SE12] key, files and folders of a desk are for their owner alone, under the freest umask, made by %s',
  (maker) => {
    const folder = join(temporaryFolder(), 'new', 'desk')
    const program = join(import.meta.dirname, '../../electron', maker)
    const env = { ...process.env, CHANCERY_OPEN: 'no' }
    const made = spawnSync('sh', ['-c', makers[maker](folder), process.execPath, program], { encoding: 'utf8', env })
    expect([made.status, made.stderr]).toEqual([0, ''])
    expect((statSync(join(folder, 'key')).mode & 0o777).toString(8)).toBe('600')
    expect((statSync(folder).mode & 0o777).toString(8)).toBe('700')
    const inside = globSync('**/*', { cwd: folder }).filter((name) => name !== 'site' && !name.startsWith('site/'))
    expect(inside).toEqual(expect.arrayContaining(['workstation.db', 'hub.db', 'key', 'owner.lock']))
    for (const name of inside) expect([name, statSync(join(folder, name)).mode & 0o077]).toEqual([name, 0])
  },
)

test('[DU4] no word of an article stands in clear in the data folder, the published site apart', async () => {
  const marker = 'Zwölfuhrläutenprobe'
  const desk = await openTestDesk()
  const { call, session } = await desk.sit(desk.people.writer)
  const id = await importText(call, `Headline ${marker}\n\nBody ${marker}.`)
  await importText(call, `Draft ${marker}\n\n${`Long ${marker}. `.repeat(20_000)}`)
  must(await call('articles.save', { id, update: await paragraphUpdate(call, id, `Typed ${marker}`) }))
  must(await call('articles.setField', { id, field: 'slugline', value: marker, base: '' }))
  must(await call('workflow.act', { id, act: 'submit', note: marker }))
  must(await callOf(session)('search.find', { words: marker }))
  expect(filesBelow(desk.folder)).toEqual(expect.arrayContaining(['workstation.db', 'workstation.db-wal', 'hub.db', 'hub.db-wal', 'key']))
  expect(filesWith(desk.folder, marker)).toEqual([])
  const elsewhere = temporaryFolder()
  must(await desk.workstation.admin.backup(join(elsewhere, 'desk.backup')))
  expect(filesWith(elsewhere, marker)).toEqual([])
  const editor = await desk.sit(desk.people.editor)
  must(await editor.call('workflow.act', { id, act: 'approve' }))
  const publisher = await desk.sit(desk.people.publisher)
  must(await publisher.call('workflow.act', { id, act: 'publish', now: true }))
  must(await publisher.call('queue.work', {}))
  const found = filesWith(desk.folder, marker)
  expect(found.length).toBeGreaterThan(0)
  expect(found.filter((file) => !file.startsWith('site/'))).toEqual([])
  await desk.close()
  expect(filesWith(desk.folder, marker).filter((file) => !file.startsWith('site/'))).toEqual([])
})

test('[DU4] a second key is never made over one that is there, and a broken one is not taken for another', async () => {
  const desk = await openTestDesk()
  await desk.close()
  for (const name of ['workstation.db', 'hub.db']) expect(existsSync(join(desk.folder, name))).toBe(true)
  const store = fileKeyStore(desk.folder)
  const kept = store.read()
  expect(() => store.create()).toThrow(/a key is in .* already/)
  expect(store.read()).toEqual(kept)
  rmSync(join(desk.folder, 'key'))
  expect(() => store.read()).toThrow(/its key file is not/)
})

function filesBelow(folder: string): readonly string[] {
  return globSync('**/*', { cwd: folder }).filter((name) => statSync(join(folder, name)).isFile())
}

/** Files that hold the word as UTF-8 or UTF-16. */
function filesWith(folder: string, word: string): readonly string[] {
  const forms = [Buffer.from(word), Buffer.from(word, 'utf16le'), Buffer.from(word.toLowerCase()), Buffer.from('laeutenprobe')]
  return filesBelow(folder).filter((name) => {
    const bytes = readFileSync(join(folder, name))
    return forms.some((form) => bytes.includes(form))
  })
}
