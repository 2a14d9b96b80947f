/** Which port the web shell listens on: the one asked for, else that of the last time, so that the browser knows the desk again; else any free one. */
import { readFile, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { ok, type Result } from '../../shared/result.ts'
import { listen } from './start.ts'

const fileName = 'port'

/** `wanted` 0: none in particular. A port that was asked for and cannot be had is refused, before anything is opened or made for it. */
export async function choosePort(wanted: number, dataFolder: string): Promise<Result<number>> {
  if (wanted !== 0) return probe(wanted)
  const last = Number(await readFile(join(dataFolder, fileName), 'utf8').catch(() => ''))
  const isPort = Number.isInteger(last) && last > 1023 && last < 65_536
  // What browsers keep of widths, keys and places is kept for an address, and the port is a part of it.
  return isPort && (await probe(last)).ok ? ok(last) : ok(0)
}

export async function rememberPort(dataFolder: string, port: number): Promise<void> {
  // Without it the next start takes another port, and nothing else depends on it.
  await writeFile(join(dataFolder, fileName), `${port}\n`, { mode: 0o600 }).catch(() => undefined)
}

async function probe(port: number): Promise<Result<number>> {
  const server = createServer()
  const listening = await listen(server, port)
  if (!listening.ok) return listening
  await new Promise((resolve) => server.close(resolve))
  return ok(port)
}
