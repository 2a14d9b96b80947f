/** Pictures under the hand: set below the line they belong to, never turned into something else, gone through and left with Enter. */
import type { Node, Schema } from '@tiptap/pm/model'
import { type Command, type EditorState, TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { absolutePositionToRelativePosition, relativePositionToAbsolutePosition, ySyncPluginKey } from '@tiptap/y-tiptap'
import type { AddedPicture } from '../../shared/contract/media.ts'

/** A place in the text that stays where it is while others, or this person, go on writing. */
export type Place = () => number

export function placeIn(view: EditorView, position: number): Place {
  const sync = ySyncPluginKey.getState(view.state) as SyncState | undefined
  if (!sync?.binding) return () => position
  const { type, doc, binding } = sync
  const relative = absolutePositionToRelativePosition(position, type, binding.mapping)
  return () => relativePositionToAbsolutePosition(doc, type, relative, binding.mapping) ?? view.state.selection.to
}

interface SyncState {
  readonly doc: Parameters<typeof relativePositionToAbsolutePosition>[0]
  readonly type: Parameters<typeof absolutePositionToRelativePosition>[1]
  readonly binding?: { readonly mapping: Parameters<typeof absolutePositionToRelativePosition>[2] }
}

/** Below the block at `place`, or in place of an empty line; its alternative text is asked for at once. Answers the place in it. */
export function insertPicture(view: EditorView, place: Place, { hash, width, height }: AddedPicture): Place {
  const { state } = view
  const $place = state.doc.resolve(Math.min(place(), state.doc.content.size))
  const at = $place.depth === 0 ? $place.pos : $place.after(1)
  const isEmptyLine = $place.depth === 1 && $place.parent.type.name === 'paragraph' && $place.parent.content.size === 0
  const from = isEmptyLine ? $place.before(1) : at
  const figure = nodeOf(state.schema, 'figure').create({ media: hash, width, height })
  const isLast = at === state.doc.content.size
  // Without a line below there would be no way out of the caption by mouse.
  const tr = state.tr.replaceWith(from, at, isLast ? [figure, nodeOf(state.schema, 'paragraph').create()] : figure)
  view.dispatch(tr.setSelection(TextSelection.create(tr.doc, from + 1)).scrollIntoView())
  const shown = view.nodeDOM(from)
  if (shown instanceof HTMLElement) shown.querySelector('input')?.focus()
  return placeIn(view, from + 1)
}

/** On below the picture, never a second half of its caption: that would be the picture twice. */
export const leaveFigure: Command = (state, dispatch) => {
  const { $from } = state.selection
  if ($from.parent.type.name !== 'figure') return false
  const after = $from.after()
  const isFollowed = state.doc.resolve(after).nodeAfter?.type.name === 'paragraph'
  const tr = isFollowed ? state.tr : state.tr.insert(after, nodeOf(state.schema, 'paragraph').create())
  dispatch?.(tr.setSelection(TextSelection.create(tr.doc, after + 1)).scrollIntoView())
  return true
}

/** From a caption to the fields beside it, by Tab, Shift+Tab and Enter: a browser would begin at the head of the text. */
export function toFigureField(which: 'first' | 'last'): Command {
  return ({ selection: { $from } }, _dispatch, view) => {
    if ($from.parent.type.name !== 'figure') return false
    const shown = view?.nodeDOM($from.before())
    const fields = shown instanceof HTMLElement ? [...shown.querySelectorAll('input')] : []
    fields.at(which === 'first' ? 0 : -1)?.focus()
    return fields.length > 0
  }
}

/** True when the selection reaches into a figure. */
export function holdsFigure({ doc, selection: { from, to } }: EditorState): boolean {
  let found = false
  doc.nodesBetween(from, to, (node) => {
    found ||= node.type.name === 'figure'
    return !found
  })
  return found
}

/** The command, but not on figures: a heading made of one would lose its picture. */
export function sparingFigures(command: Command): Command {
  return (state, dispatch, view) => !holdsFigure(state) && command(state, dispatch, view)
}

function nodeOf(schema: Schema, name: string): { create(attrs?: Record<string, unknown>): Node } {
  const type = schema.nodes[name]
  if (!type) throw new Error(`the body’s schema has no ${name}`)
  return type
}
