/** The bytes of a `body` operation: the Yjs clients it introduces, then the update. */
import { createDecoder, readVarUint, readVarUint8Array } from 'lib0/decoding'
import { createEncoder, toUint8Array, writeVarUint, writeVarUint8Array } from 'lib0/encoding'

export interface BodyFrame {
  /** Client ids whose structs this update carries; a client belongs to the stream that came first. */
  readonly clients: readonly number[]
  readonly update: Uint8Array
}

export function writeBodyFrame({ clients, update }: BodyFrame): Uint8Array {
  const encoder = createEncoder()
  writeVarUint(encoder, clients.length)
  for (const client of clients) writeVarUint(encoder, client)
  writeVarUint8Array(encoder, update)
  return toUint8Array(encoder)
}

/** Throws on bytes that are no frame. */
export function readBodyFrame(bytes: Uint8Array): BodyFrame {
  const decoder = createDecoder(bytes)
  const count = readVarUint(decoder)
  if (count > bytes.byteLength) throw new Error('a body frame names more clients than it has bytes')
  const clients = Array.from({ length: count }, () => readVarUint(decoder))
  return { clients, update: readVarUint8Array(decoder) }
}
