/** A folder as a map from path to bytes, so that two trees can be compared and a difference read. */
import { createHash } from 'node:crypto'
import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'

/** Paths with `/`, each with the SHA-256 of its bytes. An absent folder is empty. */
export async function treeOf(folder: string): Promise<Readonly<Record<string, string>>> {
  const tree: Record<string, string> = {}
  for (const path of await filesOf(folder))
    tree[path] = createHash('sha256')
      .update(await readFile(join(folder, path)))
      .digest('hex')
  return tree
}

/** Paths with the moment each file was last written, in nanoseconds, and its inode: a file written again is seen, whatever it holds. */
export async function stampsOf(folder: string): Promise<Readonly<Record<string, string>>> {
  const stamps: Record<string, string> = {}
  for (const path of await filesOf(folder)) {
    const { mtimeNs, ino } = await stat(join(folder, path), { bigint: true })
    stamps[path] = `${mtimeNs} ${ino}`
  }
  return stamps
}

/** Paths that are new or were written again between two stampings, sorted. */
export function writtenBetween(before: Readonly<Record<string, string>>, after: Readonly<Record<string, string>>): readonly string[] {
  return Object.keys(after)
    .filter((path) => before[path] !== after[path])
    .toSorted()
}

async function filesOf(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  return names
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .toSorted()
}
