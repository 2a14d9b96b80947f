/** Copies, integrity checks and replays of the workstation's file, over a connection of their own that cannot write to it. */
import { join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { copyTo } from '../../sqlite/migrate.ts'
import { readDocument } from '../../shared/document/read.ts'
import { plainText } from '../../shared/document/text.ts'
import { type Database, openEncrypted } from '../../sqlite/open.ts'
import { lastCursor, loadDocument } from '../database/documents.ts'
import { fileKeyStore, MissingKey } from '../database/keyStore.ts'
import { errorCode } from '../owner/dataFolder.ts'
import type { TakenText } from '../documents/indexer.ts'
import { fileProblems } from './filePages.ts'
import { differences, localProblems, type Replayed } from './localLog.ts'

export interface UpkeepAnswers {
  /** A complete, encrypted copy at `to`. */
  readonly copy: null
  readonly check: readonly string[]
  readonly differences: Replayed
  /** The text of the article `to` as it stands, for the index. */
  readonly text: TakenText
}

export interface UpkeepRequest {
  readonly work: keyof UpkeepAnswers
  readonly folder: string
  /** Where a copy goes, or whose text is read; empty for other work. */
  readonly to: string
}

export type UpkeepAnswer =
  | { readonly done: UpkeepAnswers[keyof UpkeepAnswers] }
  | { readonly failed: { readonly message: string; readonly code: string } }

try {
  parentPort?.postMessage({ done: doWork(workerData as UpkeepRequest) } satisfies UpkeepAnswer)
} catch (error) {
  const message = error instanceof Error ? error.message : String(error)
  parentPort?.postMessage({ failed: { message, code: errorCode(error) } } satisfies UpkeepAnswer)
}

function doWork({ work, folder, to }: UpkeepRequest): UpkeepAnswers[keyof UpkeepAnswers] {
  const key = fileKeyStore(folder).read()
  if (!key) throw new MissingKey(folder)
  const db = openEncrypted({ file: join(folder, 'workstation.db'), key, readonly: true })
  try {
    if (work === 'copy') {
      copyTo(db, to)
      return null
    }
    if (work === 'text') return db.transaction(() => textOf(db, to)).deferred()
    // One view of the file, however much is written meanwhile.
    const read = db.transaction(() => (work === 'check' ? localProblems(db) : differences(db)))
    const found = read.deferred()
    return work === 'check' ? [...(found as readonly string[]), ...fileProblems(folder)] : found
  } finally {
    db.close()
  }
}

function textOf(db: Database, article: string): TakenText {
  const { doc } = loadDocument(db, article)
  return { id: article, cursor: lastCursor(db, article), text: plainText(readDocument(doc).document) }
}
