/** The site folder: each file goes down beside its place and is renamed over it, so that no reader meets half a page. [SI3] */
import type { Hash } from '../../../shared/canonical.ts'
import { hashesByHand } from '../hand.ts'
import type { Destination } from './destination.ts'
import { layBatch, placeBatch } from './folderFiles.ts'
import { askFolder } from './folderThread.ts'
import { explained } from './folderTrouble.ts'
import type { FolderOptions } from './laying.ts'

/** Who wants to be told of each step is told of it before the next one: here, and not in the thread. */
export function openFolder(options: FolderOptions): Destination {
  return {
    check: () => askFolder({ kind: 'check', options }),
    clean: (paths) => askFolder({ kind: 'clean', options, paths }),
    lay: (files, step) =>
      step ? explained(options.folder, () => layBatch(options, files, step)) : askFolder({ kind: 'lay', options, files }),
    place: (placing, step) =>
      step ? explained(options.folder, () => placeBatch(options, placing, step)) : askFolder({ kind: 'place', options, placing }),
    settle: (paths) => askFolder({ kind: 'settle', options, paths }),
    hashes: (paths) => hashes(options, paths),
  }
}

/** From so many files on both threads read. */
const many = 64

async function hashes(options: FolderOptions, paths: readonly string[]): Promise<readonly (Hash | undefined)[]> {
  const half = paths.length < many ? 0 : paths.length >> 1
  const [first, second] = await Promise.all([
    half === 0 ? [] : hashesByHand(options.folder, paths.slice(0, half)),
    askFolder({ kind: 'hashes', options, paths: paths.slice(half) }),
  ])
  return [...first, ...second]
}
