/** Reading a backup: everything is checked before anything is believed. */
import { createHash } from 'node:crypto'
import { type FileHandle, open } from 'node:fs/promises'
import { fail, ok, type Result } from '../../shared/result.ts'
import { errorCode } from '../owner/dataFolder.ts'
import { type Contents, firstLine, Header, longestHeader, openHeader, type Part } from './archive.ts'

export interface Backup {
  readonly contents: Contents
  /** The desk's key. */
  readonly key: Uint8Array
  /** Byte in the file at which each part begins, in order. */
  readonly starts: readonly number[]
}

/** Opens the slot with the code, then reads every part and compares it with its hash. Refuses in words: no file, no backup, wrong code, damage. */
export async function readBackup({
  file,
  recoveryCode,
}: {
  readonly file: string
  readonly recoveryCode: string
}): Promise<Result<Backup>> {
  let handle: FileHandle
  try {
    handle = await open(file, 'r')
  } catch (error) {
    const code = errorCode(error)
    return fail('notFound', `${file} ${code === 'ENOENT' ? 'is not there' : `could not be read (${code})`}. Nothing was changed.`)
  }
  try {
    const found = await readHeader(handle, file)
    if (!found.ok) return found
    const { header, end } = found.value
    const key = await openHeader(header, recoveryCode)
    if (!key.ok) return key
    const starts: number[] = []
    let at = end
    for (const part of header.contents.parts) {
      starts.push(at)
      if (!(await isWhole(handle, part, at)))
        return fail('invalid', `${file} is damaged: ${part.name} is not as it was kept. Nothing was changed; use another copy.`)
      at += part.size
    }
    if ((await handle.stat()).size !== at)
      return fail('invalid', `${file} is damaged: it is longer than what was kept in it. Nothing was changed; use another copy.`)
    return ok({ contents: header.contents, key: key.value, starts })
  } catch (error) {
    return fail('invalid', `${file} could not be read (${errorCode(error)}). Nothing was changed.`)
  } finally {
    await handle.close()
  }
}

/** The bytes of one part, in pieces. */
export async function* partBytes(handle: FileHandle, start: number, size: number): AsyncGenerator<Uint8Array> {
  const buffer = Buffer.alloc(1024 * 1024)
  for (let at = 0; at < size; ) {
    const { bytesRead } = await handle.read(buffer, 0, Math.min(buffer.byteLength, size - at), start + at)
    if (bytesRead === 0) return
    at += bytesRead
    yield buffer.subarray(0, bytesRead)
  }
}

/** Its first lines, unopened: what is in it and when it was made. */
export async function readHeader(handle: FileHandle, file: string): Promise<Result<{ readonly header: Header; readonly end: number }>> {
  const head = Buffer.alloc(firstLine.length + longestHeader)
  const { bytesRead } = await handle.read(head, 0, head.byteLength, 0)
  if (head.subarray(0, firstLine.length).toString('latin1') !== firstLine) {
    return fail('invalid', `${file} is not a backup of this program, or of a newer one. Nothing was changed.`)
  }
  const end = head.indexOf('\n', firstLine.length)
  const damaged = fail('invalid', `${file} is damaged: its beginning cannot be read. Nothing was changed; use another copy.`)
  if (end < 0 || end >= bytesRead) return damaged
  try {
    const header = Header.safeParse(JSON.parse(head.subarray(firstLine.length, end).toString('utf8')))
    return header.success ? ok({ header: header.data, end: end + 1 }) : damaged
  } catch {
    return damaged
  }
}

async function isWhole(handle: FileHandle, { size, sha256 }: Part, start: number): Promise<boolean> {
  const hash = createHash('sha256')
  for await (const piece of partBytes(handle, start, size)) hash.update(piece)
  return hash.digest('hex') === sha256
}
