/** Bytes for the tests of imports. */
import { importFile } from '../../electron/importing/importFile.ts'
import type { ImportOptions } from '../../electron/importing/outcome.ts'
import type { DocumentJson } from '../../shared/document/json.ts'

export function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

/** The document and notes of a text that must import; fails with the message otherwise. */
export function imported(name: string, text: string, options?: ImportOptions): { document: DocumentJson; notes: readonly string[] } {
  const outcome = importFile(name, bytesOf(text), options)
  if (!outcome.ok) throw new Error(outcome.message)
  return outcome
}
