/** Writing what was typed into the document where it was typed: into one block, as most keys change one. */
import type { Node } from '@tiptap/pm/model'
import type { EditorState } from '@tiptap/pm/state'
import { type ProsemirrorBinding, updateYFragment, ySyncPluginKey } from '@tiptap/y-tiptap'
import { XmlElement, type XmlFragment } from 'yjs'
import { changedBlocks } from './changedBlocks.ts'

/** What the library's plugin keeps in the editor's state. */
interface Bound {
  readonly binding: ProsemirrorBinding
  readonly addToHistory: boolean
}

/** Before any change of the document the library notes where the cursor stands, for changes that come from elsewhere; this one does not. */
const nowhere = { type: 'text', depth: undefined, anchor: null, head: null, absAnchor: 0, absHead: 0 }

/**
 * Writes the block that differs from what was written last, as the library would. False: more than one does, or what was written last
 * is not known, and nothing is written. By itself the library looks for blocks that were moved, in all of the text and with every key.
 */
export function writeBlock(words: XmlFragment, state: EditorState): boolean {
  const bound = ySyncPluginKey.getState(state) as Bound
  const { mapping } = bound.binding
  const after = state.doc
  // The library takes a blank text for one that nobody has touched, until it has written another: words that are deleted first thing
  // would stay in the document.
  if (words.length > 0 && isBlank(after)) {
    write(bound, (to) => updateYFragment(to.doc, words, after, to))
    return true
  }
  const before = mapping.get(words) as Node | undefined
  if (before?.childCount !== after.childCount || words.length !== after.childCount) return false
  const { head, tail } = changedBlocks(before, after)
  if (head + tail !== after.childCount - 1) return false
  const block = after.child(head)
  const written = words.get(head)
  if (!(written instanceof XmlElement) || written.nodeName !== block.type.name || mapping.get(written) !== before.child(head)) return false
  write(bound, (to) => {
    updateYFragment(to.doc, written, block, to)
    mapping.set(words, after)
  })
  return true
}

/** What an empty document looks like in the editor. */
function isBlank({ content, type }: Node): boolean {
  return type.createAndFill()?.content.eq(content) === true
}

/** Not while the editor takes in what came from elsewhere: the document has that already. */
function write({ binding, addToHistory }: Bound, act: (to: ProsemirrorBinding) => void): void {
  binding.mux(() => {
    binding.beforeTransactionSelection ??= nowhere
    binding.doc.transact((transaction) => {
      transaction.meta.set('addToHistory', addToHistory)
      act(binding)
    }, ySyncPluginKey)
  })
}
