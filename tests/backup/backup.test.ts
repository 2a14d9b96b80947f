/** Backups: opened by their code alone, checked before they are believed, never put over a desk. */
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { readBackup } from '../../electron/backup/read.ts'
import { newRecoveryCode, readRecoveryCode } from '../../electron/backup/recoveryCode.ts'
import { restoreBackup } from '../../electron/backup/restore.ts'
import { writeBackup } from '../../electron/backup/write.ts'
import { openEncrypted } from '../../sqlite/open.ts'

interface Kept {
  readonly folder: string
  readonly file: string
  readonly code: string
  readonly key: Uint8Array
}

let backup: Kept
beforeAll(async () => {
  backup = await keep(mkdtempSync(path.join(tmpdir(), 'chancery-test-')))
  return () => rmSync(backup.folder, { recursive: true })
})

/** Two real encrypted files with rows, copied as the product copies them, in one backup. */
async function keep(folder: string): Promise<Kept> {
  const key = new Uint8Array(randomBytes(32))
  const parts = ['workstation.db', 'hub.db'].map((name) => {
    const db = openEncrypted({ file: path.join(folder, name), key })
    db.prepare('CREATE TABLE words (text TEXT NOT NULL) STRICT').run()
    db.prepare('INSERT INTO words VALUES (?)').run(`the words of ${name}`)
    const copy = path.join(folder, `copy-${name}`)
    db.prepare('VACUUM INTO ?').run(copy)
    db.close()
    return { name, path: copy }
  })
  const file = path.join(folder, 'desk.backup')
  const written = await writeBackup({ file, parts, key })
  if (!written.ok) throw new Error(written.error.message)
  return { folder, file, code: written.value.recoveryCode, key }
}

test('[BK1] a backup brings back files and key with its recovery code alone', async () => {
  const { file, code, key, folder } = backup
  const dataFolder = path.join(folder, 'new')
  mkdirSync(dataFolder)
  expect(await restoreBackup({ dataFolder, file, recoveryCode: ` ${code.toLowerCase().replaceAll('-', ' ')} ` })).toEqual({
    ok: true,
    value: null,
  })
  expect(readFileSync(path.join(dataFolder, 'key'), 'utf8').trim()).toBe(Buffer.from(key).toString('hex'))
  for (const name of ['workstation.db', 'hub.db']) {
    const db = openEncrypted({ file: path.join(dataFolder, name), key })
    expect(db.prepare('SELECT text FROM words').pluck().get()).toBe(`the words of ${name}`)
    db.close()
  }
  expect(JSON.parse(readFileSync(path.join(dataFolder, 'restored.json'), 'utf8'))).toMatchObject({ v: 1 })
  expect(existsSync(path.join(dataFolder, 'restoring'))).toBe(false)
  expect(statSync(file).mode & 0o077).toBe(0)
})

test('[BK2] neither the key nor any words lie in a backup in clear', async () => {
  const { file, key, code } = backup
  const bytes = readFileSync(file)
  for (const secret of [
    Buffer.from(key),
    Buffer.from(Buffer.from(key).toString('hex')),
    Buffer.from(code),
    Buffer.from('the words of'),
    Buffer.from('SQLite format'),
  ]) {
    expect(bytes.includes(secret)).toBe(false)
  }
})

test('[BK3] a wrong code, another file, any damaged byte: refused in words before anything is written', async () => {
  const { file, code, folder } = backup
  const dataFolder = path.join(folder, 'empty')
  mkdirSync(dataFolder)
  const bytes = readFileSync(file)
  const header = bytes.indexOf('\n', 20)
  const refuse = async (recoveryCode: string, from = file) => {
    const outcome = await restoreBackup({ dataFolder, file: from, recoveryCode })
    expect(readdirSync(dataFolder)).toEqual([])
    return outcome.ok ? 'restored' : outcome.error.message
  }
  expect(await refuse(newRecoveryCode())).toContain('does not open this backup')
  expect(await refuse(code.slice(0, -1))).toContain('31 letters')
  expect(await refuse(code, path.join(folder, 'none'))).toContain('is not there')
  expect(await refuse(code, path.join(folder, 'workstation.db'))).toContain('is not a backup')
  const damaged = path.join(folder, 'damaged.backup')
  const places = [3, 60, header - 40, header + 1, header + 5000, bytes.length - 1]
  for (const place of places) {
    const copy = Buffer.from(bytes)
    copy[place] = (copy[place] ?? 0) ^ 1
    writeFileSync(damaged, copy)
    expect(await refuse(code, damaged), `byte ${place}`).not.toBe('restored')
  }
  for (const length of [10, header - 5, bytes.length - 1]) {
    writeFileSync(damaged, bytes.subarray(0, length))
    expect(await refuse(code, damaged), `cut at ${length}`).not.toBe('restored')
  }
  writeFileSync(damaged, Buffer.concat([bytes, Buffer.from('x')]))
  expect(await refuse(code, damaged)).toContain('longer')
})

test('[BK4] a desk that is there is never written over, by a restore or a backup', async () => {
  const { file, code, folder, key } = backup
  const before = readFileSync(path.join(folder, 'workstation.db'))
  expect(await restoreBackup({ dataFolder: folder, file, recoveryCode: code })).toMatchObject({ ok: false, error: { code: 'conflict' } })
  expect(readFileSync(path.join(folder, 'workstation.db')).equals(before)).toBe(true)
  const keptBefore = readFileSync(file)
  const again = await writeBackup({ file, parts: [{ name: 'hub.db', path: path.join(folder, 'copy-hub.db') }], key })
  expect(again).toMatchObject({ ok: false, error: { code: 'conflict' } })
  expect(readFileSync(file).equals(keptBefore)).toBe(true)
  const foreign = path.join(folder, 'foreign')
  mkdirSync(foreign)
  writeFileSync(path.join(foreign, 'key'), randomBytes(32).toString('hex'))
  expect(await restoreBackup({ dataFolder: foreign, file, recoveryCode: code })).toMatchObject({ ok: false, error: { code: 'conflict' } })
  expect(readdirSync(foreign)).toEqual(['key'])
})

test('[BK5] a restore that was interrupted is done anew, to the same end', async () => {
  const { file, code, folder } = backup
  const dataFolder = path.join(folder, 'half')
  mkdirSync(path.join(dataFolder, 'restoring'), { recursive: true })
  writeFileSync(path.join(dataFolder, 'restoring', 'workstation.db'), 'half')
  writeFileSync(path.join(dataFolder, 'hub.db'), 'half')
  expect(await restoreBackup({ dataFolder, file, recoveryCode: code })).toEqual({ ok: true, value: null })
  expect(readdirSync(dataFolder).toSorted()).toEqual(['hub.db', 'key', 'restored.json', 'workstation.db'])
})

test('[BK6] a backup that cannot be written leaves no file behind', async () => {
  const { folder, key } = backup
  const parts = [{ name: 'hub.db', path: path.join(folder, 'copy-hub.db') }]
  const before = readdirSync(folder)
  expect(await writeBackup({ file: path.join(folder, 'hub.db', 'below-a-file'), parts, key })).toMatchObject({ ok: false })
  expect(
    await writeBackup({ file: path.join(folder, 'new.backup'), parts: [{ name: 'hub.db', path: path.join(folder, 'none') }], key }),
  ).toMatchObject({ ok: false })
  expect(readdirSync(folder)).toEqual(before)
})

test('a recovery code has 160 bits in eight groups and is read however it was typed', () => {
  const ones = newRecoveryCode((bytes) => new Uint8Array(bytes).fill(255))
  expect(ones).toBe(Array.from({ length: 8 }, () => 'ZZZZ').join('-'))
  expect(newRecoveryCode()).not.toBe(newRecoveryCode())
  expect(readRecoveryCode('olio '.repeat(8))).toEqual({ ok: true, value: '0110'.repeat(8) })
  expect(readRecoveryCode('U'.repeat(32))).toMatchObject({ ok: false })
})

test('a backup opens with the key it was sealed with', async () => {
  const { file, code, key } = backup
  const read = await readBackup({ file, recoveryCode: code })
  expect(read.ok && read.value.key).toEqual(key)
  expect(read.ok && read.value.contents.parts.map(({ name }) => name)).toEqual(['workstation.db', 'hub.db'])
})
