/** Random ids that stand together in the indexes: one that falls anywhere has a page of its own to be read, encrypted and written. */
import { randomBytes, randomUUID } from 'node:crypto'

/** Of an operation, which says its time beside it: a UUID of version 7 (RFC 9562), so that newer ones come last. */
export function commandId(now: Date): string {
  const bytes = randomBytes(16)
  bytes.writeUIntBE(now.getTime(), 0, 6)
  bytes.writeUInt8(0x70 | (bytes.readUInt8(6) & 0x0f), 6)
  bytes.writeUInt8(0x80 | (bytes.readUInt8(8) & 0x3f), 8)
  return bytes.toString('hex').replace(/(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}

/** Makes ids for things that are made at once: side by side, at a place that says nothing of when. Each has 74 random bits of its own. */
export function neighbours(): () => string {
  const shared = randomUUID().slice(0, 14)
  return () => shared + randomUUID().slice(14)
}
