/** Files from outside are read in a worker that can be ended: nothing of them runs, and no large one holds up the desk. [SE16] */
import { parentPort } from 'node:worker_threads'
import * as Y from 'yjs'
import { introducedClients } from '../../shared/document/merge.ts'
import { seedDocument } from '../../shared/document/write.ts'
import { importFile } from './importFile.ts'
import type { ImportOptions } from './outcome.ts'

export interface ImportRequest {
  readonly id: number
  readonly name: string
  readonly bytes: Uint8Array
  readonly headline?: string
}

/** A file as the first update of a new article, or one clear sentence. */
export type ReadFile =
  | { readonly ok: true; readonly update: Uint8Array; readonly clients: readonly number[]; readonly notes: readonly string[] }
  | { readonly ok: false; readonly message: string }

export interface ImportAnswer {
  readonly id: number
  readonly outcome: ReadFile
}

parentPort?.on('message', ({ id, name, bytes, headline }: ImportRequest) => {
  parentPort?.postMessage({ id, outcome: readFile(name, bytes, headline === undefined ? {} : { headline }) } satisfies ImportAnswer)
})

/** The whole way from bytes to update: with a large file each step takes seconds. */
function readFile(name: string, bytes: Uint8Array, options: ImportOptions): ReadFile {
  const outcome = importFile(name, bytes, options)
  if (!outcome.ok) return outcome
  const doc = new Y.Doc()
  seedDocument(doc, outcome.document)
  const update = Y.encodeStateAsUpdate(doc)
  doc.destroy()
  return { ok: true, update, clients: introducedClients(update), notes: outcome.notes }
}
