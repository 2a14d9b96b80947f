/** Where the owner of a data folder can be reached by this person's other programs, and by nobody else. */
import { createHash } from 'node:crypto'
import { lstatSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { z } from 'zod'

/** Kept beside the lock, mode 0600: a named pipe on Windows has no folder whose rights would protect it. */
const Card = z.strictObject({ socket: z.string().min(1), secret: z.string().length(64) })
export type Card = z.infer<typeof Card>

/** Longer socket paths are refused, or cut off, by some systems. */
const longestPath = 100

/** The path to listen on: `owner.sock` in the data folder, or a short name where that is too long; a pipe on Windows. */
export function socketPath(dataFolder: string, platform: NodeJS.Platform = process.platform): string {
  const name = createHash('sha256').update(dataFolder).digest('hex').slice(0, 32)
  if (platform === 'win32') return `\\\\.\\pipe\\chancery-${name}`
  const near = join(dataFolder, 'owner.sock')
  return Buffer.byteLength(near) <= longestPath ? near : join(tmpdir(), `chancery-${name}`, 'owner.sock')
}

/** Makes the folder of a socket that lies in the temporary folder; throws when somebody else made it first. */
export function prepareSocketFolder(path: string, dataFolder: string): void {
  if (path.startsWith('\\\\.\\pipe\\')) return
  const folder = dirname(path)
  if (folder !== dataFolder) {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    const found = lstatSync(folder)
    const foreign = !found.isDirectory() || found.uid !== process.getuid?.() || (found.mode & 0o077) !== 0
    if (foreign) throw new Error(`${folder} was not made by this program`)
  }
  rmSync(path, { force: true })
}

export function readCard(dataFolder: string): Card | undefined {
  try {
    return Card.parse(JSON.parse(readFileSync(cardFile(dataFolder), 'utf8')))
  } catch {
    return undefined
  }
}

export function writeCard(dataFolder: string, card: Card): void {
  const file = cardFile(dataFolder)
  writeFileSync(`${file}.new`, JSON.stringify(card), { mode: 0o600 })
  renameSync(`${file}.new`, file)
}

export function removeCard(dataFolder: string): void {
  rmSync(cardFile(dataFolder), { force: true })
}

function cardFile(dataFolder: string): string {
  return join(dataFolder, 'owner.json')
}
