/** The line to the thread that works at site folders. */
import { basename } from 'node:path'
import { lineTo } from '../threads.ts'
import type { FolderAct, FolderAnswers } from './folderActs.ts'

// The product's workers lie beside each other.
const inSource = basename(import.meta.filename).endsWith('.ts')
const file = inSource ? './folder.worker.ts' : './hub-publishing-destinations-folder.worker.js'
const line = lineTo('folder', new URL(file, import.meta.url), { maxYoungGenerationSizeMb: 3, maxOldGenerationSizeMb: 128 })

/** As `doAtFolder`, without holding up this thread: disks can be slow, and those of others very slow. */
export function askFolder<K extends FolderAct['kind']>(act: FolderAct & { readonly kind: K }): Promise<FolderAnswers[K]> {
  return line.ask(act) as Promise<FolderAnswers[K]>
}
