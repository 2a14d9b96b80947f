/** One process owns a data folder: the first to come takes the lock, all others are shown to it. */
import { randomBytes } from 'node:crypto'
import { chmodSync } from 'node:fs'
import { createServer, type Server, type Socket } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fail, ok, type Result } from '../../shared/result.ts'
import { type FileLock, takeFileLock } from '../../sqlite/lock.ts'
import { diskTrouble } from '../../sqlite/trouble.ts'
import { errorCode, lockName, prepareDataFolder, unusable } from './dataFolder.ts'
import { longestRequest, onFrames, Request, sendFrame } from './frames.ts'
import { findOwner, type Owner } from './guest.ts'
import { prepareSocketFolder, removeCard, socketPath, writeCard } from './socket.ts'
import type { Terminal } from './terminal.ts'

/** What the owner does for others. */
export interface Duties {
  /** A shell was started a second time: the address a browser can open; empty from a shell that brings its own window forward. */
  address(): string
  /** Runs a command of the command line as if it had been started here. Resolves to its exit code. */
  run(argv: readonly string[], cwd: string, terminal: Terminal): Promise<number>
}

export interface Ownership {
  readonly mine: true
  readonly dataFolder: string
  /** From now on others are answered; refuses, in words, when the disk has no room to say where. */
  serve(duties: Duties): Promise<Result<null>>
  /** Lets go of the folder; the last thing a shell does, after its workstation is closed. */
  release(): Promise<void>
}

export type Claim = Ownership | { readonly mine: false; readonly dataFolder: string; readonly owner: Owner }

/**
 * Claims `folder`, making it when it is not there. While another process holds it without answering (it is starting, closing,
 * or a single command), waits `patience` milliseconds. The operating system ends the claim with the process, even at kill -9.
 */
export async function claimDataFolder(folder: string, patience = 30_000): Promise<Result<Claim>> {
  const prepared = prepareDataFolder(folder)
  if (!prepared.ok) return prepared
  const dataFolder = prepared.value
  const deadline = performance.now() + patience
  for (;;) {
    let lock: FileLock | undefined
    try {
      lock = takeFileLock(join(dataFolder, lockName))
    } catch (error) {
      return unusable(dataFolder, errorCode(error))
    }
    if (lock) return ok(ownership(dataFolder, lock))
    const owner = await findOwner(dataFolder)
    if (owner) return ok({ mine: false, dataFolder, owner })
    if (performance.now() > deadline) {
      return fail('busy', `Another program is at work in ${dataFolder} and does not answer. Nothing was done; try again when it has ended.`)
    }
    await pause(20)
  }
}

function ownership(dataFolder: string, lock: FileLock): Ownership {
  let server: Server | undefined
  const guests = new Set<Socket>()
  return {
    mine: true,
    dataFolder,
    async serve(duties) {
      const secret = randomBytes(32).toString('hex')
      const socket = socketPath(dataFolder)
      prepareSocketFolder(socket, dataFolder)
      server = createServer((guest) => {
        guests.add(guest)
        guest.on('close', () => guests.delete(guest)).on('error', () => guest.destroy())
        receive(guest, secret, duties)
      })
      await listen(server, socket)
      try {
        writeCard(dataFolder, { socket, secret })
        return ok(null)
      } catch (error) {
        const trouble = diskTrouble(error)
        if (!trouble) throw error
        return fail(trouble.code, trouble.message)
      }
    },
    async release() {
      if (server) {
        removeCard(dataFolder)
        const closed = new Promise((resolve) => server?.close(resolve))
        for (const guest of guests) guest.destroySoon()
        await closed
      }
      lock.release()
    },
  }
}

async function listen(server: Server, path: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(path, () => {
      server.off('error', reject)
      resolve()
    })
  })
  if (!path.startsWith('\\\\.\\pipe\\')) chmodSync(path, 0o600)
}

function receive(guest: Socket, secret: string, duties: Duties): void {
  let bytes = 0
  guest.on('data', (chunk: Buffer) => {
    bytes += chunk.byteLength
    if (bytes > longestRequest) guest.destroy()
  })
  onFrames(guest, Request, (request) => {
    if (request.secret !== secret) guest.destroy()
    else if (request.ask === 'hello') sendFrame(guest, { here: true })
    else if (request.ask === 'address') sendFrame(guest, { address: duties.address() })
    else void runFor(guest, request, duties)
  })
}

async function runFor(guest: Socket, request: Extract<Request, { ask: 'run' }>, duties: Duties): Promise<void> {
  const exit = await duties.run(request.argv, request.cwd, {
    out: (text) => sendFrame(guest, { out: Buffer.from(text).toString('base64') }),
    err: (text) => sendFrame(guest, { err: Buffer.from(text).toString('base64') }),
  })
  sendFrame(guest, { exit })
}
