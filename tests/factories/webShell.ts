/** A real web shell over a real workstation, and a browser's way to speak with it. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Packr, unpack } from 'msgpackr'
import type { Workstation } from '../../electron/session.ts'
import { startWeb, type WebShell } from '../../electron/web/start.ts'
import { openWorkstation } from '../../electron/workstation.ts'
import type { Changed } from '../../shared/contract/contract.ts'
import type { Result } from '../../shared/result.ts'
import { must } from './people.ts'

export interface TestWeb {
  readonly workstation: Workstation
  readonly web: WebShell
  readonly origin: string
  /** As the browser holds it after it opened the printed address. */
  readonly cookie: string
  close(): Promise<void>
}

const msgpack = new Packr({ useRecords: false })

/** To be closed by the caller, so that one can serve a whole file of tests. */
export async function openTestWeb({ port = 0, grace = 60_000 } = {}): Promise<TestWeb> {
  const folder = mkdtempSync(path.join(tmpdir(), 'chancery-test-'))
  const dataFolder = path.join(folder, 'desk')
  mkdirSync(dataFolder)
  const workstation = must(await openWorkstation({ dataFolder, app: 'test', automatic: false }))
  const web = must(await startWeb({ workstation, port, client: smallClient(path.join(folder, 'client')), grace }))
  const entered = await fetch(web.address, { redirect: 'manual' })
  return {
    workstation,
    web,
    origin: `http://127.0.0.1:${web.port}`,
    cookie: (entered.headers.get('set-cookie') ?? '').split(';')[0] ?? '',
    async close() {
      await web.close()
      await workstation.close()
      rmSync(folder, { recursive: true })
    },
  }
}

/** What the server needs of a built interface: a page, a script with its hash in its name. */
function smallClient(folder: string): string {
  mkdirSync(path.join(folder, 'assets'), { recursive: true })
  writeFileSync(path.join(folder, 'index.html'), '<!doctype html><title>The interface</title>')
  writeFileSync(path.join(folder, 'assets', 'index-1a2b.js'), 'export {}')
  writeFileSync(path.join(folder, 'assets', 'index-1a2b.js.map'), '{}')
  return folder
}

export interface Tab {
  readonly session: string
  call(name: string, input: unknown): Promise<Result<unknown>>
  onChanged(listener: (event: Changed) => void): () => void
  close(): Promise<void>
}

/** Opens an event stream and calls in its session, as the interface's bridge does. */
export async function openTab({ origin, cookie }: TestWeb, resume?: string): Promise<Tab> {
  const ending = new AbortController()
  const stream = await fetch(`${origin}/events${resume === undefined ? '' : `?session=${resume}`}`, {
    headers: { cookie },
    signal: ending.signal,
  })
  const listeners = new Set<(event: Changed) => void>()
  const early: Changed[] = []
  let begin = (_id: string) => {}
  const session = new Promise<string>((resolve) => {
    begin = resolve
  })
  const reading = readEvents(stream, (event, data) => {
    if (event === 'session') begin(data)
    else if (listeners.size === 0) early.push(JSON.parse(data) as Changed)
    else for (const listener of listeners) listener(JSON.parse(data) as Changed)
  })
  const id = await session
  return {
    session: id,
    call: (name, input) => postFrame({ origin, cookie }, name, new Uint8Array(msgpack.pack(input)), { 'x-chancery-session': id }),
    onChanged(listener) {
      listeners.add(listener)
      for (const event of early.splice(0)) listener(event)
      return () => listeners.delete(listener)
    },
    async close() {
      ending.abort()
      await reading
    },
  }
}

export async function postFrame(
  { origin, cookie }: Pick<TestWeb, 'origin' | 'cookie'>,
  name: string,
  body: Uint8Array<ArrayBuffer>,
  headers: Readonly<Record<string, string>> = {},
): Promise<Result<unknown>> {
  const answer = await fetch(`${origin}/call/${encodeURIComponent(name)}`, {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/x-msgpack', ...headers },
    body,
  })
  return unpack(new Uint8Array(await answer.arrayBuffer())) as Result<unknown>
}

async function readEvents(stream: Response, heard: (event: string, data: string) => void): Promise<void> {
  const decoder = new TextDecoder()
  let text = ''
  try {
    for await (const chunk of stream.body ?? []) {
      text += decoder.decode(chunk, { stream: true })
      const frames = text.split('\n\n')
      text = frames.pop() ?? ''
      for (const frame of frames) {
        const event = /^event: (.*)$/m.exec(frame)?.[1]
        if (event !== undefined) heard(event, /^data: (.*)$/m.exec(frame)?.[1] ?? '')
      }
    }
  } catch {
    // The stream was ended from one side or the other.
  }
}
