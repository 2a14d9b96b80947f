/** The built interface: its files by address, and the one page for every screen's address. */
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { getMimeType } from 'hono/utils/mime'

export interface ClientFile {
  readonly type: string
  readonly bytes: Uint8Array<ArrayBuffer>
  /** True: its name holds its hash, so it may be kept for ever. */
  readonly lasting: boolean
}

/**
 * Answers the file at an address path; `index.html` for paths of screens, undefined for files that are not there.
 * Only files found in the folder at start are ever served, so no address can reach beyond it. Throws when there is no `index.html`.
 */
export function clientFiles(folder: string): (path: string) => ClientFile | undefined {
  const names = new Map(filesBelow(folder).map((file) => [`/${relative(folder, file).split(sep).join('/')}`, file]))
  const kept = new Map<string, ClientFile>()
  if (!names.has('/index.html')) throw new Error(`${folder} holds no index.html: the interface was not built`)
  return (path) => {
    const name = names.has(path) ? path : isScreen(path) ? '/index.html' : undefined
    const file = name && names.get(name)
    if (!name || !file) return undefined
    const found = kept.get(name) ?? {
      type: getMimeType(name) ?? 'application/octet-stream',
      bytes: new Uint8Array(readFileSync(file)),
      lasting: name.startsWith('/assets/'),
    }
    kept.set(name, found)
    return found
  }
}

/** Screens have no dot in the last part of their address; files have. */
function isScreen(path: string): boolean {
  return !path.slice(path.lastIndexOf('/')).includes('.')
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.map'))
    .map((entry) => join(entry.parentPath, entry.name))
}
