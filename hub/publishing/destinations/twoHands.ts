/** The second hand of the thread that works at site folders: half of what one would do by itself, while it does the other half. */
import type { Hash } from '../../../shared/canonical.ts'
import type { FileToWrite } from './destination.ts'
import { hashesIn } from './fileHash.ts'
import { askFolder } from './folderThread.ts'
import { type FolderOptions, layFiles } from './laying.ts'

/** From so many files on; a disk spends most of a small file's time on its name and its folder, and can do so for two at once. */
const many = 64

/** As `layFiles`. Whatever went wrong, neither hand is at it any more when it throws. */
export async function layWithBoth(options: FolderOptions, files: readonly FileToWrite[]): Promise<readonly string[]> {
  if (files.length < many) return layFiles(options, files)
  // By name: what shares a folder stays in one hand, as making two files in one folder at once means waiting for each other.
  const sorted = files.toSorted((one, other) => (one.path < other.path ? -1 : 1))
  const half = sorted.length >> 1
  const [own, others] = await both(
    () => layFiles(options, sorted.slice(0, half)),
    askFolder({ kind: 'layHalf', options, files: sorted.slice(half) }),
  )
  return [...own, ...others]
}

/** As `hashesIn`. */
export async function hashesWithBoth(options: FolderOptions, paths: readonly string[]): Promise<readonly (Hash | undefined)[]> {
  if (paths.length < many) return hashesIn(options.folder, paths)
  const half = paths.length >> 1
  const [own, others] = await both(
    () => hashesIn(options.folder, paths.slice(0, half)),
    askFolder({ kind: 'hashesOfHalf', options, paths: paths.slice(half) }),
  )
  return [...own, ...others]
}

/** `own` is done here while the other is under way; both are waited for before a failure of either is thrown. */
async function both<A, B>(own: () => A, other: Promise<B>): Promise<readonly [A, B]> {
  const [here, there] = await Promise.allSettled([new Promise<A>((resolve) => resolve(own())), other])
  if (here.status === 'rejected') throw here.reason
  if (there.status === 'rejected') throw there.reason
  return [here.value, there.value]
}
