/** Serves the bare editors on loopback, with the document that they open. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { build } from 'vite'

export interface BarePages {
  readonly address: string
  /** What `/document` answers from now on. */
  serve(update: Uint8Array): void
  close(): Promise<void>
}

const types: Readonly<Record<string, string>> = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript' }

export async function openBarePages(folder: string): Promise<BarePages> {
  const outDir = path.join(folder, 'pages')
  await build({
    root: path.join(import.meta.dirname, 'pages'),
    configFile: false,
    logLevel: 'error',
    build: { outDir, emptyOutDir: true, reportCompressedSize: false, chunkSizeWarningLimit: 4000 },
  })
  let document = new Uint8Array()
  const server = createServer((request, response) => {
    void (async () => {
      const { pathname } = new URL(request.url ?? '/', 'http://bench')
      if (pathname === '/document') return response.writeHead(200, { 'content-type': 'application/octet-stream' }).end(document)
      const name = pathname === '/' ? '/index.html' : path.posix.normalize(pathname)
      const bytes = await readFile(path.join(outDir, name)).catch(() => undefined)
      if (!bytes) return response.writeHead(404).end()
      return response.writeHead(200, { 'content-type': types[path.extname(name)] ?? 'application/octet-stream' }).end(bytes)
    })()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    serve(update) {
      document = new Uint8Array(update)
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
