/** The site folder: each file goes down beside its place and is renamed over it, so that no reader meets half a page. [SI3] */
import type { BatchOfFiles, Destination, Step } from './destination.ts'
import { applyBatch, type FolderOptions } from './folderFiles.ts'
import { askFolder } from './folderThread.ts'
import { explained } from './folderTrouble.ts'

export function openFolder(options: FolderOptions): Destination {
  return {
    check: () => askFolder({ kind: 'check', options }),
    clean: (paths) => askFolder({ kind: 'clean', options, paths }),
    // Who wants to be told of each step is told of it before the next one: here.
    apply: (batch, step) => (step ? applyHere(options, batch, step) : askFolder({ kind: 'apply', options, batch })),
    settle: (paths) => askFolder({ kind: 'settle', options, paths }),
    hashes: (paths) => askFolder({ kind: 'hashes', options, paths }),
  }
}

function applyHere(options: FolderOptions, batch: BatchOfFiles, step: Step): Promise<number> {
  return explained(options.folder, () => applyBatch(options, batch, step))
}
