/** What can be asked of a site folder, as values that go from thread to thread. */
import type { Hash } from '../../../shared/canonical.ts'
import { unreachable } from '../../../shared/result.ts'
import type { BatchOfFiles } from './destination.ts'
import { applyBatch, checkFolder, cleanFolder, type FolderOptions, hashesIn, settleFolder } from './folderFiles.ts'
import { explained } from './folderTrouble.ts'
import { type FileToLay, layFiles } from './laying.ts'
import { hashesWithBoth, layWithBoth } from './twoHands.ts'

export interface FolderAnswers {
  check: 'ready' | 'empty'
  clean: void
  apply: number
  settle: void
  hashes: readonly (Hash | undefined)[]
  /** Of the second hand. */
  layHalf: void
  hashesOfHalf: readonly (Hash | undefined)[]
}

export type FolderAct = { readonly options: FolderOptions } & (
  | { readonly kind: 'check' }
  | { readonly kind: 'clean'; readonly paths: readonly string[] }
  | { readonly kind: 'apply'; readonly batch: BatchOfFiles }
  | { readonly kind: 'settle'; readonly paths: readonly string[] }
  | { readonly kind: 'hashes' | 'hashesOfHalf'; readonly paths: readonly string[] }
  | { readonly kind: 'layHalf'; readonly files: readonly FileToLay[] }
)

/** Throws `DeliveryFailure` for what people can understand and mend. */
export async function doAtFolder(act: FolderAct): Promise<FolderAnswers[FolderAct['kind']]> {
  const { options } = act
  return explained<FolderAnswers[FolderAct['kind']]>(options.folder, async () => {
    switch (act.kind) {
      case 'check':
        return checkFolder(options)
      case 'clean':
        return cleanFolder(options.folder, act.paths)
      case 'apply':
        return applyBatch(options, act.batch, undefined, (files) => layWithBoth(options, files))
      case 'settle':
        return settleFolder(options.folder, act.paths)
      case 'hashes':
        return hashesWithBoth(options, act.paths)
      case 'layHalf':
        return layFiles(act.files)
      case 'hashesOfHalf':
        return hashesIn(options.folder, act.paths)
      default:
        return unreachable(act)
    }
  })
}
