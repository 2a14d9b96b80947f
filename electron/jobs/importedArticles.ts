/** Articles out of files, begun and filled by the same operations that writing makes. */
import type { BodyOf } from '../../shared/desk/operation.ts'
import type { PlainText } from '../../shared/document/text.ts'
import { readBodyFrame } from '../../shared/sync/bodyFrame.ts'
import type { SignedOperation } from '../../shared/sync/operation.ts'
import { addUpdate } from '../database/documents.ts'
import type { Database } from '../database/open.ts'
import { ownTurn } from '../documents/ownTurn.ts'
import type { Context } from '../handlers/context.ts'
import { type Act, addActs, bodyAct, commandAct, signedBeside } from '../sync/streams.ts'
import { keepPictures, pictureActs, type ReadWithPictures } from './importedPictures.ts'

export interface Piece {
  readonly id: string
  readonly words: Extract<ReadWithPictures, { ok: true }>
}

export interface WrittenArticle {
  readonly id: string
  readonly commands: readonly string[]
  /** The text to be indexed, as it stands at `cursor`. */
  readonly text: PlainText
  readonly cursor: number
}

/** All of them or none, in one transaction; only one such call at a time, or the operations would be signed twice. */
export async function writeArticles(
  { db, now }: Context,
  person: string,
  begins: BodyOf<'article.create'>,
  pieces: readonly Piece[],
): Promise<readonly WrittenArticle[]> {
  const acts = pieces.map((piece) => actsOf(piece, begins, now()))
  const signed = await signedBeside(db, person, acts.flat())
  // A page of the order was taken in just before, in this turn of the loop: what people ask for comes between.
  await ownTurn()
  return db
    .transaction(() => {
      let from = 0
      return pieces.map((piece, index) => {
        const own = acts[index] ?? []
        const ahead = signed.slice(from, from + own.length)
        from += own.length
        return writeArticle(db, person, piece, own, ahead)
      })
    })
    .immediate()
}

/** In their order. */
function actsOf({ id, words: { frame, taken } }: Piece, begins: BodyOf<'article.create'>, at: Date): readonly Act[] {
  return [commandAct('article.create', id, begins, at), ...pictureActs(id, taken, at), bodyAct(id, frame, at)]
}

function writeArticle(
  db: Database,
  person: string,
  { id, words: { frame, plain, taken } }: Piece,
  acts: readonly Act[],
  ahead: readonly SignedOperation[],
): WrittenArticle {
  keepPictures(db, taken)
  return { id, commands: addActs(db, person, acts, ahead), text: plain, cursor: addUpdate(db, id, readBodyFrame(frame).update) }
}
