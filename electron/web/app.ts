/** The web shell's answers: calls, events, pages of the site, the interface. Everything passes the doorkeeper first. [SE2] [SE4] */
import type { HttpBindings } from '@hono/node-server'
import { Hono } from 'hono'
import { faultPlace } from '../../shared/fault.ts'
import type { Workstation } from '../session.ts'
import type { ClientFile } from './client.ts'
import type { Doorkeeper } from './doorkeeper.ts'
import { eventStream } from './events.ts'
import { readFrame, writeFrame } from './frames.ts'
import { headersFor, type Kind } from './headers.ts'
import type { Sessions } from './sessions.ts'

export interface AppOptions {
  readonly workstation: Workstation
  readonly sessions: Sessions
  readonly door: Doorkeeper
  /** Files of the interface; undefined while a development server answers for them. */
  readonly client?: (path: string) => ClientFile | undefined
  readonly closing: AbortSignal
}

type Env = { Bindings: HttpBindings }

export function webApp({ workstation, sessions, door, client, closing }: AppOptions): Hono<Env> {
  const app = new Hono<Env>()
  // Pages and pictures are the desk's, whoever sits there.
  const house = workstation.connect(() => {})
  closing.addEventListener('abort', () => house.end())

  app.use(async (context, next) => {
    const { method, path } = context.req
    const safe = method === 'GET' || method === 'HEAD'
    const { headers } = context.env.incoming
    const token = context.req.query('token')
    if (path === '/' && safe && token !== undefined) {
      if (door.refuseOrigin(headers, safe) === undefined && door.isToken(token)) {
        return answer(303, '', 'text/plain; charset=utf-8', 'interface', { 'set-cookie': door.cookie, location: '/' })
      }
    }
    const refusal = door.refuse(headers, safe)
    if (refusal) return answer(403, `${refusal}\n`, 'text/plain; charset=utf-8')
    return next()
  })

  app.post('/call/:name', async (context) => {
    const input = await readFrame(context.req.raw)
    const id = sessionId(context.req.header('x-chancery-session'))
    const tab = id === undefined ? undefined : sessions.open(id).session
    const session = tab ?? workstation.connect(() => {})
    const result = input.ok ? await session.call(context.req.param('name'), input.value) : input
    if (!tab) session.end()
    const { type, bytes } = writeFrame(result, context.req.header('content-type') ?? null)
    return answer(200, bytes, type)
  })

  app.get('/events', (context) => {
    const tab = sessions.open(sessionId(context.req.query('session')))
    return answer(200, eventStream(tab, closing), 'text/event-stream')
  })

  app.on('GET', ['/preview/*', '/media/*', '/site/*'], async (context) => {
    const path = plainPath(context.req.path)
    const served = path === undefined ? undefined : await workstation.respond(house, path)
    if (!served) return answer(404, 'There is nothing at this address.\n', 'text/plain; charset=utf-8', 'site')
    return answer(served.status, new Uint8Array(served.bytes), served.type, 'site', served.headers)
  })

  app.get('*', (context) => {
    const file = client?.(context.req.path)
    if (!file) return answer(404, 'There is nothing at this address.\n', 'text/plain; charset=utf-8')
    const cache = file.lasting ? 'private, max-age=31536000, immutable' : 'no-store'
    return answer(200, file.bytes, file.type, 'interface', { 'cache-control': cache })
  })

  app.all('*', () => answer(405, 'This is not asked that way.\n', 'text/plain; charset=utf-8'))
  app.onError((error) => {
    process.stderr.write(`${faultPlace(error)}\n`)
    return answer(500, 'Something went wrong in the program. What was saved is safe; load the page again.\n', 'text/plain; charset=utf-8')
  })
  return app
}

function answer(
  status: number,
  body: string | Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array>,
  type: string,
  kind: Kind = 'interface',
  more: Readonly<Record<string, string>> = {},
): Response {
  return new Response(body, { status, headers: { ...headersFor(kind), 'content-type': type, ...more } })
}

/** As the workstation gives them out; anything else counts as none. */
function sessionId(written: string | undefined): string | undefined {
  return written !== undefined && /^[\w-]{1,64}$/.test(written) ? written : undefined
}

/** `preview/…` decoded; undefined for a path that is not plainly below its root. */
function plainPath(path: string): string | undefined {
  try {
    const plain = decodeURIComponent(path.slice(1))
    const odd = plain.includes('\\') || plain.includes('\0') || plain.split('/').some((part) => part === '..' || part === '.')
    return odd ? undefined : plain
  } catch {
    return undefined
  }
}
