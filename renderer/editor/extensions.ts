/** What an editor of each box is made of: the shared schema, the binding to Yjs, keys, input rules, the paste filter. */
import { Extension, type Extensions } from '@tiptap/core'
import type { Plugin } from '@tiptap/pm/state'
import { search } from 'prosemirror-search'
import { initProseMirrorDoc } from '@tiptap/y-tiptap'
import { lineMarks } from '../../shared/document/marks.ts'
import { boundLineNodeSpecs, boundMarkSpecs, boundNodeSpecs } from '../../shared/document/schema.ts'
import { binding, type Mapping } from './binding.ts'
import { type AskFor, bodyCommands, commandKeys, lineCommands } from './commandKeys.ts'
import { showFigures } from './FigureView.ts'
import { fillers, showBlankParagraph } from './fillers.ts'
import { guessHeights, isLong } from './longText.ts'
import { markFromSpec, nodeFromSpec } from './fromSpec.ts'
import { bodyInputRules } from './inputRules.ts'
import { keepInSight } from './keepInSight.ts'
import { bodyKeys, lineKeys, type Leave } from './keys.ts'
import type { Box, OpenDocument } from './openDocument.ts'
import { pasteFilter } from './paste.ts'
import { pictureIntake, type TakePictures } from './pictures.ts'
import { tables } from './tables.ts'
import { undoPlace } from './undoPlace.ts'

/** The schema of a headline or standfirst, as TipTap extensions. */
export const lineSchemaExtensions: Extensions = [
  ...Object.entries(boundLineNodeSpecs).map(([name, spec]) => nodeFromSpec(name, spec)),
  ...lineMarks.map((name) => markFromSpec(name, boundMarkSpecs[name])),
]

/** The schema of a body, as TipTap extensions. */
export const bodySchemaExtensions: Extensions = [
  ...Object.entries(boundNodeSpecs).map(([name, spec]) => nodeFromSpec(name, spec)),
  ...Object.entries(boundMarkSpecs).map(([name, spec]) => markFromSpec(name, spec)),
]

/** What the keys of a box may ask of the screen around it. */
export interface Surroundings extends Leave, AskFor {
  /** Pictures that were pasted or dropped. */
  readonly takePictures: TakePictures
}

export function boxExtensions(box: Box, document: OpenDocument, around: Surroundings): Extensions {
  const isBody = box === 'body'
  const words = document.doc.getXmlFragment(box)
  let drawn: Mapping | undefined
  const own = Extension.create({
    name: 'chancery',
    onBeforeCreate() {
      const { schema, options } = this.editor
      showBlankParagraph(schema)
      if (words.length === 0) return
      // Drawn once, with its words: the binding would draw an empty box first and everything in it anew.
      const { doc, mapping } = initProseMirrorDoc(words, schema)
      // It takes a document as well as its JSON; its type says only the latter.
      Object.assign(options, { content: doc })
      drawn = mapping
    },
    addProseMirrorPlugins(): Plugin[] {
      const { schema } = this.editor
      return [
        binding(words, drawn),
        undoPlace(document.undo),
        commandKeys(document.undo, isBody ? bodyCommands(schema, around) : lineCommands(schema)),
        isBody ? bodyKeys(schema, around) : lineKeys(around),
        ...(isBody ? [bodyInputRules(schema), tables(), pictureIntake(around.takePictures)] : []),
        pasteFilter(box),
        fillers(schema),
        keepInSight(),
        search(),
      ]
    },
  })
  if (!isBody) return [...lineSchemaExtensions, own]
  const shown = bodySchemaExtensions.map((extension) => showFigures(extension, document.undo))
  return [...(isLong(words) ? shown.map(guessHeights) : shown), own]
}
