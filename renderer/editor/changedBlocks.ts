/** Which blocks of a text are others than before: with most keys one. */
import type { Node } from '@tiptap/pm/model'

export interface ChangedBlocks {
  /** How many blocks stand before the first that is another, the same as before. */
  readonly head: number
  /** How many after the last. */
  readonly tail: number
}

/** Blocks that nobody touched are the same objects. Without a `before` all are others. */
export function changedBlocks(before: Node | undefined, after: Node): ChangedBlocks {
  const had = before?.childCount ?? 0
  const most = Math.min(had, after.childCount)
  let head = 0
  while (head < most && before?.child(head) === after.child(head)) head += 1
  let tail = 0
  while (tail < most - head && before?.child(had - 1 - tail) === after.child(after.childCount - 1 - tail)) tail += 1
  return { head, tail }
}
