/** Files from outside are read in a worker that can be ended: nothing of them runs, and no large one holds up the desk. [SE16] */
import { parentPort } from 'node:worker_threads'
import * as Y from 'yjs'
import { briefDoc } from '../../shared/document/briefDoc.ts'
import { type PlainText, plainText } from '../../shared/document/text.ts'
import { seedDocument } from '../../shared/document/write.ts'
import { writeBodyFrame } from '../../shared/sync/bodyFrame.ts'
import { importFile } from './importFile.ts'
import type { ImportOptions } from './outcome.ts'
import type { BroughtPictures } from './pictures.ts'

export interface ImportRequest {
  readonly id: number
  readonly name: string
  readonly bytes: Uint8Array
  readonly headline?: string
  /** Pictures that were taken in for it. */
  readonly pictures?: BroughtPictures
}

/** A file as the first update of a new article, or one clear sentence. */
export type ReadFile =
  | {
      readonly ok: true
      /** The body of the article's first operation. */
      readonly frame: Uint8Array
      /** As it is searched and listed. */
      readonly plain: PlainText
      readonly notes: readonly string[]
      /** Pictures that it names and that were not given. */
      readonly pictures: readonly string[]
    }
  | { readonly ok: false; readonly message: string }

export interface ImportAnswer {
  readonly id: number
  readonly outcome: ReadFile
}

parentPort?.on('message', (requests: readonly ImportRequest[]) => {
  for (const { id, name, bytes, ...options } of requests) {
    parentPort?.postMessage({ id, outcome: readFile(name, bytes, options) } satisfies ImportAnswer)
  }
})

/** The whole way from bytes to update: with a large file each step takes seconds. */
function readFile(name: string, bytes: Uint8Array, options: ImportOptions): ReadFile {
  const outcome = importFile(name, bytes, options)
  if (!outcome.ok) return outcome
  const doc = briefDoc()
  seedDocument(doc, outcome.document)
  const update = Y.encodeStateAsUpdate(doc)
  // What a new document holds is what its update introduces: reading that back out of it took as long as making it.
  const frame = writeBodyFrame({ clients: [...doc.store.clients.keys()], update })
  doc.destroy()
  return { ok: true, frame, plain: plainText(outcome.document), notes: outcome.notes, pictures: outcome.pictures }
}
