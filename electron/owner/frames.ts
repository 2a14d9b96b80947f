/** What a second program and the owner say to each other: one JSON document a line, over a local socket. */
import type { Socket } from 'node:net'
import { createInterface } from 'node:readline'
import { z } from 'zod'

const base = { secret: z.string().length(64) }

export const Request = z.discriminatedUnion('ask', [
  z.strictObject({ ...base, ask: z.literal('hello') }),
  z.strictObject({ ...base, ask: z.literal('address') }),
  z.strictObject({ ...base, ask: z.literal('run'), argv: z.array(z.string()), cwd: z.string() }),
])
export type Request = z.infer<typeof Request>

/** `out` and `err` are base64: a page is printed byte for byte. `exit` is the last. */
export const Answer = z.union([
  z.strictObject({ here: z.literal(true) }),
  z.strictObject({ address: z.string() }),
  z.strictObject({ out: z.base64() }),
  z.strictObject({ err: z.base64() }),
  z.strictObject({ exit: z.int().min(0).max(255) }),
])
export type Answer = z.infer<typeof Answer>

/** Lines longer than this end the connection: nobody's command line is so long. */
export const longestRequest = 4 * 1024 * 1024

export function sendFrame(socket: Socket, frame: Request | Answer): void {
  if (!socket.destroyed) socket.write(`${JSON.stringify(frame)}\n`)
}

/** Calls `heard` with each line that parses as `schema`; anything else ends the connection. */
export function onFrames<T>(socket: Socket, schema: z.ZodType<T>, heard: (frame: T) => void): void {
  // The reader of lines passes the socket's errors on: unheard, a guest that is killed would end its owner.
  const lines = createInterface({ input: socket, crlfDelay: Infinity }).on('error', () => socket.destroy())
  lines.on('line', (line) => {
    const frame = schema.safeParse(parsed(line))
    if (frame.success) heard(frame.data)
    else socket.destroy()
  })
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}
