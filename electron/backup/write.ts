/** Writing a backup: one file beside its final name, read back whole before it gets that name. */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { link, open, rm, stat } from 'node:fs/promises'
import { fail, ok, type Result } from '../../shared/result.ts'
import { errorCode } from '../owner/dataFolder.ts'
import { type Contents, firstLine, type Part, sealHeader } from './archive.ts'
import { readBackup } from './read.ts'
import { newRecoveryCode } from './recoveryCode.ts'

/** What whoever waits for a backup is told, and how they stop it. */
export interface Watched {
  /** `done` and `total` in megabytes; `total` 0 while nothing can be counted. */
  readonly say?: (progress: {
    readonly step: 'copying' | 'packing' | 'reading back'
    readonly done: number
    readonly total: number
  }) => void
  readonly signal?: AbortSignal
}

export const stopped: Result<never> = fail('conflict', 'The backup was stopped. No file was kept.')

const megabyte = 1024 * 1024

export interface BackupOptions extends Watched {
  readonly file: string
  /** Copies that nobody writes to any more, encrypted under `key`; `name` as in the data folder. */
  readonly parts: readonly { readonly name: string; readonly path: string }[]
  /** The desk's key, 32 bytes. */
  readonly key: Uint8Array
  readonly now?: Date
}

/** The code is nowhere but in the answer. A file that is there already is left as it is. */
export async function writeBackup({
  file,
  parts,
  key,
  now = new Date(),
  say,
  signal,
}: BackupOptions): Promise<Result<{ readonly recoveryCode: string }>> {
  const beside = `${file}.unfinished-${process.pid}`
  const recoveryCode = newRecoveryCode()
  try {
    if (await isThere(file)) return taken(file)
    const contents: Contents = { madeAt: now.toISOString(), parts: await Promise.all(parts.map(partOf)) }
    const header = await sealHeader(contents, key, recoveryCode)
    const handle = await open(beside, 'wx', 0o600)
    try {
      await handle.writeFile(`${firstLine}${JSON.stringify(header)}\n`)
      const total = Math.ceil(contents.parts.reduce((sum, { size }) => sum + size, 0) / megabyte)
      let packed = 0
      for (const { path } of parts) {
        for await (const chunk of createReadStream(path, { highWaterMark: megabyte }) as AsyncIterable<Buffer>) {
          signal?.throwIfAborted()
          await handle.writeFile(chunk)
          packed += chunk.byteLength
          say?.({ step: 'packing', done: Math.floor(packed / megabyte), total })
        }
      }
      await handle.sync()
    } finally {
      await handle.close()
    }
    say?.({ step: 'reading back', done: 0, total: 0 })
    const readBack = await readBackup({ file: beside, recoveryCode })
    if (!readBack.ok) return fail('internal', `The backup could not be read back: ${readBack.error.message} No file was kept.`)
    signal?.throwIfAborted()
    // A link refuses where a rename would replace.
    await link(beside, file)
    return ok({ recoveryCode })
  } catch (error) {
    return signal?.aborted ? stopped : unwritable(file, errorCode(error))
  } finally {
    // Where nothing could be written there is nothing to take away.
    await rm(beside, { force: true }).catch(() => {})
  }
}

async function partOf({ name, path }: { readonly name: string; readonly path: string }): Promise<Part> {
  const hash = createHash('sha256')
  let size = 0
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    hash.update(chunk)
    size += chunk.byteLength
  }
  return { name, size, sha256: hash.digest('hex') }
}

async function isThere(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    (error: unknown) => {
      if (errorCode(error) === 'ENOENT') return false
      throw error
    },
  )
}

function taken(file: string): Result<never> {
  return fail('conflict', `${file} is there already and was left as it is. Choose another name for the backup.`)
}

/** Why there is no backup, from a code of the file system or of SQLite. */
export function unwritable(file: string, code: string): Result<never> {
  if (code === 'EEXIST') return taken(file)
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'SQLITE_FULL')
    return fail('full', `There is no room for the backup ${file}. No file was kept; the desk itself is as it was.`)
  return fail('invalid', `The backup ${file} could not be written (${code}). No file was kept; the desk itself is as it was.`)
}
