/** Starts the web shell over a workstation: a server on this computer alone, and the one address that opens it. [SE4] */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { fail, ok, type Result } from '../../shared/result.ts'
import { errorCode } from '../owner/dataFolder.ts'
import type { Workstation } from '../session.ts'
import { webApp } from './app.ts'
import { clientFiles } from './client.ts'
import { type Development, startDevelopment } from './development.ts'
import { doorkeeper, type Doorkeeper } from './doorkeeper.ts'
import { headersFor } from './headers.ts'
import { webSessions } from './sessions.ts'

export interface WebOptions {
  readonly workstation: Workstation
  /** 0: any free one. */
  readonly port: number
  /** Folder of the built interface. */
  readonly client: string
  /** Settings of the build; present: the interface is served from its source and reloads itself. */
  readonly development?: string
  /** Milliseconds a session outlives its stream. */
  readonly grace?: number
}

export interface WebShell {
  /** `http://127.0.0.1:PORT/?token=…` */
  readonly address: string
  readonly port: number
  /** Ends streams and sessions and stops listening; the workstation stays open. */
  close(): Promise<void>
}

export async function startWeb({ workstation, port: wanted, client, development, grace }: WebOptions): Promise<Result<WebShell>> {
  const server = createServer()
  const listening = await listen(server, wanted)
  if (!listening.ok) return listening
  const port = listening.value
  const door = doorkeeper(port)
  const closing = new AbortController()
  const sessions = webSessions(workstation, grace)
  const hot = development === undefined ? undefined : await startDevelopment(server, development)
  const app = webApp({ workstation, sessions, door, closing: closing.signal, ...(hot ? {} : { client: clientFiles(client) }) })
  const respond = getRequestListener((request, env) => app.fetch(request, env), { overrideGlobalObjects: false })

  server.on('request', (incoming, outgoing) => {
    if (hot && isInterface(incoming)) serveHot(hot, door, incoming, outgoing)
    else void respond(incoming, outgoing)
  })
  guardSockets(server, door, hot !== undefined)
  return ok({
    address: `http://127.0.0.1:${port}/?token=${door.token}`,
    port,
    async close() {
      const closed = new Promise((resolve) => server.close(resolve))
      closing.abort()
      sessions.end()
      await hot?.close()
      server.closeIdleConnections()
      // A call under way is answered; a line that stays open after that is cut.
      setTimeout(() => server.closeAllConnections(), 2000).unref()
      await closed
    },
  })
}

/** 0: any free one. */
export async function listen(server: Server, port: number): Promise<Result<number>> {
  return new Promise((resolve) => {
    server.once('error', (error) => resolve(portProblem(port, errorCode(error))))
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => resolve(ok((server.address() as AddressInfo).port)))
  })
}

function portProblem(port: number, code: string): Result<never> {
  if (code === 'EADDRINUSE') {
    return fail(
      'busy',
      `Port ${port} is taken by another program. Choose another with --port, or leave it out for any free one. Nothing was changed.`,
    )
  }
  if (code === 'EACCES')
    return fail('notAllowed', `Port ${port} may not be used by this account. Choose one above 1024 with --port. Nothing was changed.`)
  return fail('internal', `No port could be opened on this computer (${code}). Nothing was changed.`)
}

/** Upgrades to sockets pass the same door; outside development there is no socket to upgrade to. Broken requests end their own line only. */
function guardSockets(server: Server, door: Doorkeeper, hot: boolean): void {
  server.prependListener('upgrade', (incoming: IncomingMessage, socket) => {
    const foreign = incoming.headers.origin === undefined || door.refuse(incoming.headers, false) !== undefined
    if (foreign || !hot) socket.end('HTTP/1.1 403 Forbidden\r\nconnection: close\r\ncontent-length: 0\r\n\r\n')
  })
  server.on('clientError', (_error, socket) => {
    if (socket.writable) socket.end('HTTP/1.1 400 Bad Request\r\nconnection: close\r\ncontent-length: 0\r\n\r\n')
    else socket.destroy()
  })
}

function isInterface(incoming: IncomingMessage): boolean {
  const path = incoming.url ?? '/'
  return !/^\/(call|events|preview|media|site)(\/|\?|$)/.test(path) && !path.startsWith('/?token=')
}

function serveHot(hot: Development, door: Doorkeeper, incoming: IncomingMessage, outgoing: ServerResponse): void {
  const refusal = door.refuse(incoming.headers, true)
  for (const [name, value] of Object.entries(headersFor('development'))) outgoing.setHeader(name, value)
  if (refusal) outgoing.writeHead(403).end(`${refusal}\n`)
  else hot.middleware(incoming, outgoing, () => outgoing.writeHead(404).end())
}
