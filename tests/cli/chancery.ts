/** The built command line, started as a person starts it, over folders of the test's own. */
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll } from 'vitest'
import { root } from '../harness/sources.ts'

const entry = path.join(root, 'out/main/cli.js')

/** Why nothing can be started here; empty: it can. */
export const notBuilt = existsSync(entry) ? '' : 'the product is not built: npm test builds it first'

export interface Said {
  readonly exit: number | null
  readonly out: Buffer
  readonly err: string
}

/** What `--json` printed. Throws when it is not one JSON document. */
export function documentOf<T>(said: Said): T {
  return JSON.parse(said.out.toString('utf8')) as T
}

export interface Refusal {
  readonly error: { readonly code: string; readonly message: string }
}

export interface Article {
  readonly id: string
  readonly headline: string
  readonly state: string
  readonly publicStatus: string
  readonly edition: number
  readonly byline: string
  readonly words: number
}

export interface Desk {
  readonly folder: string
  /** Beside the data folder: files to import, backups. */
  readonly beside: string
  run(...argv: readonly string[]): Promise<Said>
  /** Runs with `--json`, expects exit 0 and answers the document. */
  ask<T>(...argv: readonly string[]): Promise<T>
}

/** A data folder for one file's tests, not begun yet, gone after them. */
export function sharedDesk(): Desk {
  const beside = mkdtempSync(path.join(tmpdir(), 'chancery-cli-'))
  afterAll(() => rmSync(beside, { recursive: true, force: true }))
  return deskIn(path.join(beside, 'desk'), beside)
}

export function deskIn(folder: string, beside: string): Desk {
  const run = (...argv: readonly string[]) => started(['--data', folder, ...argv], beside)
  return {
    folder,
    beside,
    run,
    async ask<T>(...argv: readonly string[]): Promise<T> {
      const said = await run('--json', ...argv)
      if (said.exit !== 0) throw new Error(`${argv.join(' ')} ended with ${said.exit}: ${said.out.toString('utf8')}${said.err}`)
      return documentOf<T>(said)
    },
  }
}

/** `deaf`: whoever reads its words goes away at once, as `head` does. */
export async function started(argv: readonly string[], cwd: string, options: { readonly deaf?: boolean } = {}): Promise<Said> {
  const child = spawn(process.execPath, [entry, ...argv], { cwd, stdio: ['ignore', 'pipe', 'pipe'] })
  const out: Buffer[] = []
  let err = ''
  if (options.deaf === true) child.stdout.destroy()
  else child.stdout.on('data', (bytes: Buffer) => out.push(bytes))
  child.stderr.on('data', (bytes: Buffer) => (err += bytes.toString('utf8')))
  const exit = await new Promise<number | null>((resolve) => child.once('close', resolve))
  return { exit, out: Buffer.concat(out), err }
}
