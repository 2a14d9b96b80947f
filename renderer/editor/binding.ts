/** The binding of a box to its words in the document. */
import { Plugin } from '@tiptap/pm/state'
import { type initProseMirrorDoc, ySyncPlugin } from '@tiptap/y-tiptap'
import type { XmlFragment } from 'yjs'
import { writeBlock } from './writeBlock.ts'

export type Mapping = ReturnType<typeof initProseMirrorDoc>['mapping']

/**
 * The library's plugin. Whatever its editor hears of, a cursor that moves, a plugin that speaks, it compares the whole text with the
 * document; this one does so when more than one block changed. `mapping`: of what was drawn already; absent: it draws.
 */
export function binding(words: XmlFragment, mapping: Mapping | undefined): Plugin {
  const library = ySyncPlugin(words, mapping ? { mapping } : {}) as Plugin
  const { view: open } = library.spec
  if (!open) throw new Error('the binding has no view')
  return new Plugin({
    ...library.spec,
    view: (editor) => {
      const bound = open(editor)
      return {
        ...bound,
        update: (view, before) => {
          if (view.state.doc !== before.doc && !writeBlock(words, view.state)) bound.update?.(view, before)
        },
      }
    },
  })
}
