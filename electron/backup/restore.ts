/** Restoring a backup into a data folder that holds no desk: checked whole first, put in place last. */
import { existsSync } from 'node:fs'
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fail, ok, type Result } from '../../shared/result.ts'
import { errorCode, unusable } from '../owner/dataFolder.ts'
import { type Backup, partBytes, readBackup } from './read.ts'

export interface RestoreOptions {
  /** Claimed by this process. */
  readonly dataFolder: string
  readonly file: string
  readonly recoveryCode: string
  readonly now?: Date
}

/** Left in the data folder: the next start opens a new epoch and new streams, and removes it. [SY6] [SY7] */
export const restoredMark = 'restored.json'

/** While it is there a restore was begun and not ended: what lies beside it may be replaced by the next one. */
const workFolder = 'restoring'

/** Never overwrites a desk. After a crash at any point the same call goes on to the same end. */
export async function restoreBackup({ dataFolder, file, recoveryCode, now = new Date() }: RestoreOptions): Promise<Result<null>> {
  const work = join(dataFolder, workFolder)
  const begun = existsSync(work)
  if (existsSync(join(dataFolder, 'workstation.db')) || (!begun && existsSync(join(dataFolder, 'hub.db')))) {
    return fail('conflict', `There is a desk in ${dataFolder} already. It was left as it is; restore into another folder with --data.`)
  }
  const backup = await readBackup({ file, recoveryCode })
  if (!backup.ok) return backup
  const { key, contents } = backup.value
  if (!contents.parts.some(({ name }) => name === 'workstation.db'))
    return fail('invalid', `${file} holds no workstation.db. Nothing was changed.`)
  try {
    if (await isForeignKey(join(dataFolder, 'key'), key)) {
      return fail('conflict', `${dataFolder} holds the key of another desk. It was left as it is; restore into another folder with --data.`)
    }
    await rm(work, { recursive: true, force: true })
    await mkdir(work, { mode: 0o700 })
    await unpack(file, backup.value, work)
    await keep(join(work, 'key'), `${Buffer.from(key).toString('hex')}\n`)
    await keep(join(work, restoredMark), JSON.stringify({ v: 1, restoredAt: now.toISOString(), madeAt: contents.madeAt }))
    // The workstation's file is what makes the folder a desk, so it comes last.
    const names = [
      'key',
      restoredMark,
      ...contents.parts.map(({ name }) => name).filter((name) => name !== 'workstation.db'),
      'workstation.db',
    ]
    for (const name of names) await rename(join(work, name), join(dataFolder, name))
    await rm(work, { recursive: true })
    return ok(null)
  } catch (error) {
    return unusable(dataFolder, errorCode(error))
  }
}

async function unpack(file: string, { contents, starts }: Backup, work: string): Promise<void> {
  const from = await open(file, 'r')
  try {
    for (const [index, { name, size }] of contents.parts.entries()) {
      const to = await open(join(work, name), 'wx', 0o600)
      try {
        for await (const piece of partBytes(from, starts[index] ?? 0, size)) await to.writeFile(piece)
        await to.sync()
      } finally {
        await to.close()
      }
    }
  } finally {
    await from.close()
  }
}

async function keep(path: string, text: string): Promise<void> {
  const handle = await open(path, 'wx', 0o600)
  try {
    await handle.writeFile(text)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function isForeignKey(path: string, key: Uint8Array): Promise<boolean> {
  if (!existsSync(path)) return false
  return (await readFile(path, 'utf8')).trim() !== Buffer.from(key).toString('hex')
}
