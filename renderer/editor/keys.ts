/** The editor's own keys. AltGr types letters on many keyboards and is never a command. */
import { chainCommands, exitCode, lift, setBlockType, toggleMark, wrapIn } from '@tiptap/pm/commands'
import { keydownHandler } from '@tiptap/pm/keymap'
import type { Schema } from '@tiptap/pm/model'
import { liftListItem, sinkListItem, splitListItem, wrapInList } from '@tiptap/pm/schema-list'
import { type Command, type EditorState, Plugin } from '@tiptap/pm/state'
import type { UndoManager } from 'yjs'
import { leaveFigure, sparingFigures, toFigureField } from './figures.ts'
import { nextCell, previousCell } from './tables.ts'

/** Where the cursor goes when it leaves a box. */
export interface Leave {
  readonly toNext: () => boolean
  readonly toPrevious: () => boolean
}

type Bindings = Readonly<Record<string, Command>>

export function sharedKeys(undo: UndoManager, schema: Schema): Plugin {
  const { strong, em } = schema.marks
  const back: Command = () => undo.undo() !== null || true
  const forth: Command = () => undo.redo() !== null || true
  return keys({
    'Mod-z': back,
    'Mod-y': forth,
    'Shift-Mod-z': forth,
    ...(strong ? { 'Mod-b': toggleMark(strong), 'Mod-B': toggleMark(strong) } : {}),
    ...(em ? { 'Mod-i': toggleMark(em), 'Mod-I': toggleMark(em) } : {}),
  })
}

/** A headline and a standfirst are one line each: Enter goes on to the next box, arrows leave at the ends. */
export function lineKeys(leave: Leave): Plugin {
  return keys({
    Enter: leave.toNext,
    'Shift-Enter': leave.toNext,
    ArrowDown: (_state, _dispatch, view) => view?.endOfTextblock('down') === true && leave.toNext(),
    ArrowUp: (_state, _dispatch, view) => view?.endOfTextblock('up') === true && leave.toPrevious(),
  })
}

export function bodyKeys(schema: Schema, around: Leave & { readonly askForLink: () => void; readonly askForNote: () => void }): Plugin {
  const { paragraph, heading, blockquote, bulletList, orderedList, listItem, hardBreak } = schema.nodes
  if (!paragraph || !heading || !blockquote || !bulletList || !orderedList || !listItem || !hardBreak)
    throw new Error('the body’s schema lacks a node')
  const level = (number: number) => sparingFigures(setBlockType(heading, { level: number }))
  const breakLine: Command = chainCommands(exitCode, (state, dispatch) => {
    dispatch?.(state.tr.replaceSelectionWith(hardBreak.create()).scrollIntoView())
    return true
  })
  let isLeaving = false
  const unlessLeaving: (command: Command) => Command = (command) => (state, dispatch, view) => !isLeaving && command(state, dispatch, view)
  const inList: (command: Command) => Command = (command) => (state, dispatch, view) => {
    // In a list Tab is always the list's, or one Tab too many would throw the writer out of the text.
    return isInside(state, 'listItem') && (command(state, dispatch, view) || true)
  }
  const link: Command = () => {
    around.askForLink()
    return true
  }
  const note: Command = () => {
    around.askForNote()
    return true
  }
  const bindings = keydownHandler({
    Enter: chainCommands(leaveFigure, splitListItem(listItem)),
    'Shift-Enter': breakLine,
    'Mod-Enter': breakLine,
    Tab: unlessLeaving(chainCommands(nextCell, toFigureField('last'), inList(sinkListItem(listItem)))),
    'Shift-Tab': unlessLeaving(chainCommands(previousCell, toFigureField('first'), inList(liftListItem(listItem)))),
    'Mod-k': link,
    'Mod-Alt-f': note,
    'Mod-Shift-6': note,
    ArrowRight: leaveNote,
    'Mod-Alt-0': sparingFigures(setBlockType(paragraph)),
    'Mod-Alt-2': level(2),
    'Mod-Alt-3': level(3),
    'Mod-Alt-4': level(4),
    'Mod-Shift-7': chainCommands(wrapInList(orderedList), liftListItem(listItem)),
    'Mod-Shift-8': chainCommands(wrapInList(bulletList), liftListItem(listItem)),
    'Mod-Shift-9': toggleQuotation(schema),
    ArrowUp: (state, _dispatch, view) =>
      state.selection.empty && atStart(state) && view?.endOfTextblock('up') === true && around.toPrevious(),
    Backspace: liftEmptyQuotation,
  })
  return new Plugin({
    props: {
      handleKeyDown: (view, event) => {
        if (event.getModifierState('AltGraph')) return false
        const handled = bindings(view, event)
        // After Esc the next Tab leaves the editor; any other key ends that.
        isLeaving = event.key === 'Escape' || (isLeaving && (event.key === 'Tab' || event.key === 'Shift'))
        return handled
      },
    },
  })
}

/** Into a quotation, or out of it. */
export function toggleQuotation(schema: Schema): Command {
  const { blockquote } = schema.nodes
  return (state, dispatch) => {
    if (!blockquote) return false
    return isInside(state, 'blockquote') ? lift(state, dispatch) : wrapIn(blockquote)(state, dispatch)
  }
}

/** True when the selection stands in a node of this name. */
export function isInside(state: EditorState, name: string): boolean {
  const { $from } = state.selection
  for (let depth = $from.depth; depth > 0; depth--) if ($from.node(depth).type.name === name) return true
  return false
}

const liftEmptyQuotation: Command = (state, dispatch) => {
  const { $from, empty } = state.selection
  return empty && $from.parentOffset === 0 && isInside(state, 'blockquote') && !isInside(state, 'listItem') && lift(state, dispatch)
}

/** At the end of a note the arrow first leaves the note: what is typed then is text. */
const leaveNote: Command = (state, dispatch) => {
  const { note } = state.schema.marks
  const { $from, empty } = state.selection
  const isInNote = note !== undefined && (state.storedMarks ?? $from.marks()).some((mark) => mark.type === note)
  const isAtEnd = !$from.nodeAfter?.marks.some((mark) => mark.type === note)
  if (!note || !empty || !isInNote || !isAtEnd) return false
  dispatch?.(state.tr.removeStoredMark(note))
  return true
}

function atStart(state: EditorState): boolean {
  return state.selection.$from.index(0) === 0 && state.selection.$from.depth === 1
}

function keys(bindings: Bindings): Plugin {
  const handler = keydownHandler({ ...bindings })
  return new Plugin({ props: { handleKeyDown: (view, event) => !event.getModifierState('AltGraph') && handler(view, event) } })
}
