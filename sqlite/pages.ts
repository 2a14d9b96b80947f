/**
 * Which pages of an encrypted file were changed by hand or by a failing disk: each page carries an authentication code.
 * Source: SQLCipher 4's page format (4096 bytes, of which the last 80 are an IV of 16 and an HMAC-SHA512 of 64).
 */
import { createHmac, pbkdf2Sync, timingSafeEqual } from 'node:crypto'
import { closeSync, openSync, readSync, statSync } from 'node:fs'

const pageBytes = 4096
const macBytes = 64
const saltBytes = 16

/** A sentence for each damaged page of `file`, with its place in bytes; the write-ahead log is not part of it: check a closed or checkpointed file. */
export function damagedPages(file: string, key: Uint8Array): readonly string[] {
  const size = statSync(file).size
  const problems: string[] = []
  if (size % pageBytes !== 0) problems.push(`it has ${size} bytes, which is no whole number of pages: its end is missing.`)
  const handle = openSync(file, 'r')
  try {
    const page = Buffer.alloc(pageBytes)
    let macKey: Buffer | undefined
    for (let number = 1; number * pageBytes <= size; number += 1) {
      readSync(handle, page, 0, pageBytes, (number - 1) * pageBytes)
      macKey ??= macKeyOf(key, page.subarray(0, saltBytes))
      if (!isAuthentic(page, number, macKey)) {
        problems.push(`page ${number} (bytes ${(number - 1) * pageBytes} to ${number * pageBytes - 1}) was changed outside the program.`)
      }
    }
  } finally {
    closeSync(handle)
  }
  return problems
}

function macKeyOf(key: Uint8Array, salt: Uint8Array): Buffer {
  return pbkdf2Sync(
    key,
    salt.map((byte) => byte ^ 0x3a),
    2,
    32,
    'sha512',
  )
}

/** Page 1 begins with the file's salt, which is not part of what is authenticated. */
function isAuthentic(page: Buffer, number: number, macKey: Buffer): boolean {
  const order = Buffer.alloc(4)
  order.writeUInt32LE(number)
  const mac = createHmac('sha512', macKey)
    .update(page.subarray(number === 1 ? saltBytes : 0, pageBytes - macBytes))
    .update(order)
    .digest()
  return timingSafeEqual(mac, page.subarray(pageBytes - macBytes))
}
