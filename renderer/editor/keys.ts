/** What keys of structure do in the text: Enter, Tab, arrows. AltGr types letters on many keyboards and is never a command. */
import { chainCommands, exitCode, lift, wrapIn } from '@tiptap/pm/commands'
import { keydownHandler } from '@tiptap/pm/keymap'
import type { Schema } from '@tiptap/pm/model'
import { liftListItem, sinkListItem, splitListItem } from '@tiptap/pm/schema-list'
import { type Command, type EditorState, Plugin } from '@tiptap/pm/state'
import { leaveFigure, toFigureField } from './figures.ts'
import { leaveDownwards, nextCell, previousCell } from './tables.ts'

/** Where the cursor goes when it leaves a box. */
export interface Leave {
  readonly toNext: () => boolean
  readonly toPrevious: () => boolean
}

type Bindings = Readonly<Record<string, Command>>

/** A headline and a standfirst are one line each: Enter goes on to the next box, arrows leave at the ends. */
export function lineKeys(leave: Leave): Plugin {
  return keys({
    Enter: leave.toNext,
    'Shift-Enter': leave.toNext,
    ArrowDown: (_state, _dispatch, view) => view?.endOfTextblock('down') === true && leave.toNext(),
    ArrowUp: (_state, _dispatch, view) => view?.endOfTextblock('up') === true && leave.toPrevious(),
  })
}

export function bodyKeys(schema: Schema, around: Leave): Plugin {
  const { listItem, hardBreak } = schema.nodes
  if (!listItem || !hardBreak) throw new Error('the body’s schema lacks a node')
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
  const bindings = keydownHandler({
    Enter: chainCommands(toFigureField('last'), leaveFigure, splitListItem(listItem)),
    'Shift-Enter': breakLine,
    'Mod-Enter': breakLine,
    Tab: unlessLeaving(chainCommands(nextCell, toFigureField('last'), inList(sinkListItem(listItem)))),
    'Shift-Tab': unlessLeaving(chainCommands(previousCell, toFigureField('first'), inList(liftListItem(listItem)))),
    ArrowRight: leaveNote,
    ArrowDown: leaveDownwards,
    ArrowUp: (state, _dispatch, view) =>
      state.selection.empty && atStart(state) && view?.endOfTextblock('up') === true && around.toPrevious(),
    Backspace: liftEmptyQuotation,
  })
  return new Plugin({
    props: {
      handleKeyDown: (view, event) => {
        if (event.getModifierState('AltGraph')) return false
        const handled = bindings(view, event)
        if (isLeaving && event.key === 'Tab' && !handled) passFields(view.dom)
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

/** Leaving the text, Tab goes past the fields that stand within it, to what stands beside it. */
function passFields(text: HTMLElement): void {
  const fields = [...text.querySelectorAll<HTMLElement>('input, button')]
  for (const field of fields) field.tabIndex = -1
  // The browser has moved the focus by then.
  setTimeout(() => {
    for (const field of fields) field.removeAttribute('tabindex')
  })
}
