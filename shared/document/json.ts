/** The shapes in which documents travel and are hashed: plain ProseMirror JSON. */

export interface MarkJson {
  readonly type: string
  readonly attrs?: Readonly<Record<string, unknown>>
}

export interface NodeJson {
  readonly type: string
  readonly attrs?: Readonly<Record<string, unknown>>
  readonly content?: readonly NodeJson[]
  readonly marks?: readonly MarkJson[]
  readonly text?: string
}

/** A headline or standfirst: text nodes with marks, no blocks. */
export type InlineJson = readonly NodeJson[]

/** A body: the blocks of the document, in order. */
export type BlocksJson = readonly NodeJson[]

/** The three fragments of one article, as read from its Y.Doc or kept in a version. */
export interface DocumentJson {
  readonly headline: InlineJson
  readonly standfirst: InlineJson
  readonly body: BlocksJson
}

/** Number of the document schema these shapes follow; stored in every version and sent on the wire. [DO5] */
export const schemaVersion = 2
