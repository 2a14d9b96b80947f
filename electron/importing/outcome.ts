/** What an import gives back: a document, or one clear sentence. */
import type { DocumentJson } from '../../shared/document/json.ts'
import type { BroughtPictures } from './pictures.ts'

export type ImportOutcome =
  | {
      readonly ok: true
      /** Clean, and valid in the strict schema. */
      readonly document: DocumentJson
      /** What did not come with it, a sentence each. */
      readonly notes: readonly string[]
      /** Pictures that it names and that were not given, as it writes them, each once. */
      readonly pictures: readonly string[]
    }
  | {
      readonly ok: false
      /** For a person: what happened, what is safe, what to do. */
      readonly message: string
    }

export interface ImportOptions {
  /** Given by the person; then the file's first line or title stays where it is. */
  readonly headline?: string
  /** What became of the pictures that it names; absent: none is brought. */
  readonly pictures?: BroughtPictures
}

/** A file's words before the last touch. */
export interface Imported {
  readonly document: DocumentJson
  readonly notes: readonly string[]
  readonly pictures: readonly string[]
}
