/** Hot reloading while the interface is being written: the development server answers for its files, behind the same door. */
import type { IncomingMessage, Server, ServerResponse } from 'node:http'

export interface Development {
  /** Answers a request for a file or page of the interface; calls `next` when it has none. */
  middleware(incoming: IncomingMessage, outgoing: ServerResponse, next: () => void): void
  close(): Promise<void>
}

interface ViteServer {
  readonly middlewares: Development['middleware']
  close(): Promise<void>
}

/** `config`: the file of the build's settings. The package is named at run time, so that the product does not carry it. */
export async function startDevelopment(server: Server, config: string): Promise<Development> {
  const vite = 'vite'
  const { createServer } = (await import(/* @vite-ignore */ vite)) as { createServer(options: object): Promise<ViteServer> }
  const running = await createServer({
    configFile: config,
    appType: 'spa',
    server: { middlewareMode: true, hmr: { server }, allowedHosts: ['127.0.0.1'] },
  })
  return {
    middleware: (incoming, outgoing, next) => running.middlewares(incoming, outgoing, next),
    close: () => running.close(),
  }
}
