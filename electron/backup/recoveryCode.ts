/** Recovery codes: 160 random bits that a person writes down, and the key made from them. [SE6] */
import { randomBytes, scrypt } from 'node:crypto'
import { plainCode } from '../../shared/desk/recoveryCode.ts'
import { fail, ok, type Result } from '../../shared/result.ts'

/** Crockford's base 32: no letter that is read as another. */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const length = 32

/** Eight groups of four, such as `7K3M-…`. */
export function newRecoveryCode(random: (bytes: number) => Uint8Array = randomBytes): string {
  const bits = [...random(20)].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  const code = (bits.match(/.{5}/g) ?? []).map((five) => letters[Number.parseInt(five, 2)]).join('')
  return (code.match(/.{4}/g) ?? []).join('-')
}

/** The code's own letters, or why it is none. */
export function readRecoveryCode(written: string): Result<string> {
  const code = plainCode(written)
  const known = [...code].every((letter) => letters.includes(letter))
  if (code.length === length && known) return ok(code)
  const wrong = known ? `it has ${code.length} letters and digits instead of ${length}` : 'it holds a sign that no code has'
  return fail('invalid', `This is not a recovery code: ${wrong}. Nothing was changed.`)
}

/** 32 bytes. `code` as `readRecoveryCode` gives it. */
export async function keyOfCode(code: string, salt: Uint8Array): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    scrypt(code, salt, 32, { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 1024 * 1024 }, (error, key) => (error ? reject(error) : resolve(key)))
  })
}
