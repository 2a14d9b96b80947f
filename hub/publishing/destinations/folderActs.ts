/** What can be asked of a site folder, as values that go from thread to thread. */
import type { Hash } from '../../../shared/canonical.ts'
import { unreachable } from '../../../shared/result.ts'
import type { FileToWrite, Placing } from './destination.ts'
import { hashesIn } from './fileHash.ts'
import { checkFolder, cleanFolder, layBatch, placeBatch, settleFolder } from './folderFiles.ts'
import { explained } from './folderTrouble.ts'
import type { FolderOptions } from './laying.ts'

export interface FolderAnswers {
  check: 'ready' | 'empty'
  clean: void
  lay: readonly string[]
  place: void
  settle: void
  hashes: readonly (Hash | undefined)[]
}

export type FolderAct = { readonly options: FolderOptions } & (
  | { readonly kind: 'check' }
  | { readonly kind: 'clean'; readonly paths: readonly string[] }
  | { readonly kind: 'lay'; readonly files: readonly FileToWrite[] }
  | { readonly kind: 'place'; readonly placing: Placing }
  | { readonly kind: 'settle'; readonly paths: readonly string[] }
  | { readonly kind: 'hashes'; readonly paths: readonly string[] }
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
      case 'lay':
        return layBatch(options, act.files)
      case 'place':
        return placeBatch(options, act.placing)
      case 'settle':
        return settleFolder(options.folder, act.paths)
      case 'hashes':
        return hashesIn(options.folder, act.paths)
      default:
        return unreachable(act)
    }
  })
}
