/**
 * The form of a backup: a line that names it, a line of JSON, then its parts one after the other. The parts are database copies,
 * encrypted already; the desk's key lies in a slot sealed under the recovery code, and the seal covers the list of parts with their hashes.
 */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { z } from 'zod'
import { canonicalBytes } from '../../shared/canonical.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { keyOfCode, readRecoveryCode } from './recoveryCode.ts'

export const firstLine = 'chancery-backup/1\n'
export const longestHeader = 64 * 1024

const Part = z.strictObject({
  name: z.string().regex(/^[a-z]{1,40}\.db$/),
  size: z.int().min(0),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
})
export type Part = z.infer<typeof Part>

const Contents = z.strictObject({ madeAt: z.iso.datetime(), parts: z.array(Part).min(1).max(16) })
export type Contents = z.infer<typeof Contents>

export const Header = z.strictObject({
  contents: Contents,
  slot: z.strictObject({ kdf: z.literal('scrypt-15-8-1'), salt: z.base64(), nonce: z.base64(), sealed: z.base64() }),
})
export type Header = z.infer<typeof Header>

/** Seals `key` together with `contents`: neither can be exchanged without the code. */
export async function sealHeader(contents: Contents, key: Uint8Array, code: string): Promise<Header> {
  const salt = randomBytes(16)
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', await keyOfCode(plain(code), salt), nonce)
  cipher.setAAD(canonicalBytes(contents))
  const sealed = Buffer.concat([cipher.update(key), cipher.final(), cipher.getAuthTag()])
  return {
    contents,
    slot: { kdf: 'scrypt-15-8-1', salt: salt.toString('base64'), nonce: nonce.toString('base64'), sealed: sealed.toString('base64') },
  }
}

/** The desk's key, or why not. A wrong code and a changed list look alike from outside. */
export async function openHeader({ contents, slot }: Header, code: string): Promise<Result<Uint8Array>> {
  const read = readRecoveryCode(code)
  if (!read.ok) return read
  const sealed = Buffer.from(slot.sealed, 'base64')
  try {
    const cipher = createDecipheriv(
      'aes-256-gcm',
      await keyOfCode(read.value, Buffer.from(slot.salt, 'base64')),
      Buffer.from(slot.nonce, 'base64'),
      { authTagLength: 16 },
    )
    cipher.setAAD(canonicalBytes(contents))
    cipher.setAuthTag(sealed.subarray(-16))
    return ok(new Uint8Array(Buffer.concat([cipher.update(sealed.subarray(0, -16)), cipher.final()])))
  } catch {
    return fail(
      'notAllowed',
      'This recovery code does not open this backup. Look at the code again, or at whether it belongs to this file. Nothing was changed.',
    )
  }
}

function plain(code: string): string {
  const read = readRecoveryCode(code)
  if (!read.ok) throw new Error('a backup is sealed with a recovery code')
  return read.value
}
