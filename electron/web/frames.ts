/** The frames of `POST /call/NAME`: MessagePack both ways, or JSON for scripts; a frame that cannot be read is an answer, not an end. */
import { Packr, Unpackr } from 'msgpackr'
import { fail, ok, type Result } from '../../shared/result.ts'

/** A call with everything in it; a single file of 64 MB has room beside its name. */
export const largestFrame = 64 * 1024 * 1024 + 64 * 1024

export const msgpackType = 'application/x-msgpack'
const jsonType = 'application/json'

// Plain MessagePack, as any other library writes it: no records, no shared structures that would tie one frame to another.
const packr = new Packr({ useRecords: false })
const unpackr = new Unpackr({ useRecords: false, mapsAsObjects: true })

/** The input of a call; `invalid` in words when it is too large, of another type, or not what its type says. */
export async function readFrame(request: Request): Promise<Result<unknown>> {
  const type = (request.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase()
  if (type !== msgpackType && type !== jsonType) {
    await drain(request.body)
    return fail('invalid', `A call is sent as ${msgpackType} or ${jsonType}. Nothing was changed.`)
  }
  const bytes = await bytesOf(request)
  if (!bytes.ok) return bytes
  try {
    return ok(type === jsonType ? JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes.value)) : unpackr.unpack(bytes.value))
  } catch {
    return fail('invalid', 'The message could not be read: it was cut off or damaged on its way. Nothing was changed; send it again.')
  }
}

/** The answer in the type that was asked in. In JSON, bytes are base64. */
export function writeFrame(
  result: Result<unknown>,
  asked: string | null,
): { readonly type: string; readonly bytes: Uint8Array<ArrayBuffer> } {
  if (asked?.toLowerCase().startsWith(jsonType)) {
    const json = JSON.stringify(result, (_key, value: unknown) =>
      value instanceof Uint8Array ? Buffer.from(value).toString('base64') : value,
    )
    return { type: jsonType, bytes: new TextEncoder().encode(json) }
  }
  return { type: msgpackType, bytes: new Uint8Array(packr.pack(result)) }
}

async function bytesOf(request: Request): Promise<Result<Uint8Array>> {
  const chunks: Uint8Array[] = []
  let size = 0
  try {
    for await (const chunk of request.body ?? []) {
      size += chunk.byteLength
      // The rest is read and dropped: a browser that is answered before it has sent everything reports a broken line instead.
      if (size <= largestFrame) chunks.push(chunk)
      else chunks.length = 0
    }
  } catch {
    return fail('invalid', 'The message was cut off on its way. Nothing was changed; send it again.')
  }
  if (size > largestFrame)
    return fail('invalid', `The message has ${Math.ceil(size / 1024 / 1024)} MB; at most 64 MB go in one. Nothing was changed.`)
  return ok(Buffer.concat(chunks))
}

async function drain(body: ReadableStream<Uint8Array> | null): Promise<void> {
  try {
    for await (const chunk of body ?? []) void chunk
  } catch {
    // The line broke; there is nobody left to answer.
  }
}
