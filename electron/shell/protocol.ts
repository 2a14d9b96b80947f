/** `app://chancery/…`: the interface from its built files, pages of the site from the workstation, each under its own policy. [SE3] */
import { protocol } from 'electron'
import type { Served, Workstation } from '../session.ts'
import { clientFiles } from '../web/client.ts'
import { headersFor, type Kind } from '../web/headers.ts'
import { host, isSitePage, scheme } from './addresses.ts'

/** Synchronously, before the program is ready: afterwards it is too late. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme, privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } }])
}

export function serveInterface(workstation: Workstation, clientFolder: string): void {
  const client = clientFiles(clientFolder)
  // Pages and pictures are the desk's, whoever sits there.
  const house = workstation.connect(() => {})
  protocol.handle(scheme, async (request) => {
    const url = new URL(request.url)
    if (url.host !== host) return answer(404, nothingHere, 'interface')
    if (request.method !== 'GET' && request.method !== 'HEAD') return answer(405, nothingHere, 'interface')
    if (isSitePage(request.url)) {
      const path = plainPath(url.pathname)
      const served = path === undefined ? undefined : await workstation.respond(house, path)
      return answer(served?.status ?? 404, served ?? nothingHere, 'site')
    }
    const file = client(url.pathname)
    return answer(file ? 200 : 404, file ?? nothingHere, 'interface')
  })
}

type Body = Pick<Served, 'type' | 'bytes' | 'headers'>

const nothingHere: Body = { type: 'text/plain; charset=utf-8', bytes: new TextEncoder().encode('There is nothing at this address.\n') }

function answer(status: number, body: Body, kind: Kind): Response {
  return new Response(new Uint8Array(body.bytes), { status, headers: { ...headersFor(kind), 'content-type': body.type, ...body.headers } })
}

/** Decoded, without its first slash; undefined when it is not plainly below its root. */
function plainPath(pathname: string): string | undefined {
  try {
    const plain = decodeURIComponent(pathname.slice(1))
    return /[\\\0]/.test(plain) || plain.split('/').some((part) => part === '..' || part === '.') ? undefined : plain
  } catch {
    return undefined
  }
}
