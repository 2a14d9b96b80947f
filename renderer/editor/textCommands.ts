/** What the registry's text commands do in a body: one table for palette, native menu and toolbar. */
import type { Editor } from '@tiptap/core'
import { setBlockType, toggleMark } from '@tiptap/pm/commands'
import type { Schema } from '@tiptap/pm/model'
import { liftListItem, wrapInList } from '@tiptap/pm/schema-list'
import type { Command } from '@tiptap/pm/state'
import { useCommands } from '../state/commands.ts'
import { sparingFigures } from './figures.ts'
import { isInside, toggleQuotation } from './keys.ts'
import { insertTable } from './tables.ts'

export const textCommandIds = [
  'bold',
  'italic',
  'smallCaps',
  'heading2',
  'heading3',
  'heading4',
  'paragraph',
  'orderedList',
  'bulletList',
  'blockquote',
  'pullQuote',
  'rule',
  'table',
] as const
export type TextCommandId = (typeof textCommandIds)[number]

/** Each toggles: given twice, the text is as it was. */
export function textCommand(schema: Schema, id: TextCommandId): Command {
  const { heading, paragraph, bulletList, orderedList, listItem, pullQuote, horizontalRule } = schema.nodes
  const { strong, em, smallCaps } = schema.marks
  if (!heading || !paragraph || !bulletList || !orderedList || !listItem || !pullQuote || !horizontalRule || !strong || !em || !smallCaps)
    throw new Error('the body’s schema lacks a node')
  const block =
    (isHere: (type: string, level: unknown) => boolean, make: Command): Command =>
    (state, dispatch, view) => {
      const { parent } = state.selection.$from
      return (isHere(parent.type.name, parent.attrs.level) ? setBlockType(paragraph) : make)(state, dispatch, view)
    }
  const level = (number: number) =>
    sparingFigures(block((type, current) => type === 'heading' && current === number, setBlockType(heading, { level: number })))
  const list =
    (name: 'bulletList' | 'orderedList'): Command =>
    (state, dispatch) =>
      isInside(state, name)
        ? liftListItem(listItem)(state, dispatch)
        : wrapInList(name === 'bulletList' ? bulletList : orderedList)(state, dispatch)
  const all: Record<TextCommandId, Command> = {
    bold: toggleMark(strong),
    italic: toggleMark(em),
    smallCaps: toggleMark(smallCaps),
    heading2: level(2),
    heading3: level(3),
    heading4: level(4),
    paragraph: sparingFigures(setBlockType(paragraph)),
    orderedList: list('orderedList'),
    bulletList: list('bulletList'),
    blockquote: toggleQuotation(schema),
    pullQuote: sparingFigures(block((type) => type === 'pullQuote', setBlockType(pullQuote))),
    rule: sparingFigures((state, dispatch) => {
      dispatch?.(state.tr.replaceSelectionWith(horizontalRule.create()).scrollIntoView())
      return true
    }),
    table: insertTable(schema),
  }
  return all[id]
}

/** Runs a ProseMirror command and gives the focus back to the text. */
export function run(editor: Editor, command: Command): void {
  command(editor.view.state, editor.view.dispatch, editor.view)
  editor.view.focus()
}

/** Offers every text command to keys, palette and native menu while this body can be written in. */
export function useTextCommands(editor: Editor | undefined, isEditable: boolean): void {
  useCommands(
    textCommandIds,
    (id) => editor && isTextCommand(id) && run(editor, textCommand(editor.schema, id)),
    editor !== undefined && isEditable,
  )
}

function isTextCommand(id: string): id is TextCommandId {
  return (textCommandIds as readonly string[]).includes(id)
}
