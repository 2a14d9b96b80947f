/** Brings documents of earlier schemas forward, one step at a time. [DO5] */
import { type DocumentJson, schemaVersion } from './json.ts'

export type Upgraded = { readonly ok: true; readonly document: DocumentJson } | { readonly ok: false; readonly newer: true }

/** `steps.get(n)` makes a document of schema n one of schema n + 1; each has a golden pair in `tests/fixtures/document`. */
const steps: ReadonlyMap<number, (document: DocumentJson) => DocumentJson> = new Map([
  // 2 brought notes and tables; nothing of 1 changed its form.
  [1, (document: DocumentJson) => document],
])

/**
 * The document in today's schema. A newer one is left alone and said to be newer, since editing it here would lose what this program
 * does not know. Throws on a number that was never a schema.
 */
export function upgradeDocument(schema: number, document: DocumentJson): Upgraded {
  if (!Number.isInteger(schema) || schema < 1) throw new RangeError(`there never was a document schema ${schema}`)
  if (schema > schemaVersion) return { ok: false, newer: true }
  let upgraded = document
  for (let from = schema; from < schemaVersion; from++) {
    const step = steps.get(from)
    if (step === undefined) throw new Error(`no step leads from document schema ${from}`)
    upgraded = step(upgraded)
  }
  return { ok: true, document: upgraded }
}
