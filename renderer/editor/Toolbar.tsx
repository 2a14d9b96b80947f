/** What can be done to the words under the cursor, with the state of each as a pressed button. Renders when a state changes, not with a key. */
import type { Editor } from '@tiptap/core'
import { setBlockType, toggleMark } from '@tiptap/pm/commands'
import { liftListItem, wrapInList } from '@tiptap/pm/schema-list'
import type { Command } from '@tiptap/pm/state'
import { useEditorState } from '@tiptap/react'
import type { ReactNode } from 'react'
import { Toolbar as AriaToolbar } from 'react-aria-components'
import type { CommandId } from '../../shared/contract/commands.ts'
import { keyCaps } from '../state/keys.ts'
import { isInside, toggleQuotation } from './keys.ts'
import styles from './Toolbar.module.css'

export interface ToolbarProps {
  /** The editor of the body. */
  readonly editor: Editor
  readonly onLink: () => void
  readonly onNote: () => void
  readonly children?: ReactNode
}

export function Toolbar({ editor, onLink, onNote, children }: ToolbarProps) {
  // One short string: the bar renders again only when it differs.
  const state = useEditorState({ editor, selector: ({ editor: current }) => stateOf(current) })
  const active = new Set((state ?? '').split(' '))
  const { heading, paragraph, bulletList, orderedList, listItem } = editor.schema.nodes
  const { strong, em } = editor.schema.marks
  if (!heading || !paragraph || !bulletList || !orderedList || !listItem || !strong || !em)
    throw new Error('the body’s schema lacks a node')
  const level = (number: number): Command =>
    active.has(`heading${number}`) ? setBlockType(paragraph) : setBlockType(heading, { level: number })
  const list = (kind: 'bulletList' | 'orderedList'): Command =>
    active.has(kind) ? liftListItem(listItem) : wrapInList(kind === 'bulletList' ? bulletList : orderedList)
  const tool = (label: string, name: string, command: Command, id: CommandId) => (
    <Tool label={label} isPressed={active.has(name)} keys={keyCaps(id)} onPress={() => run(editor, command)} />
  )
  return (
    <AriaToolbar className={styles.toolbar ?? ''} aria-label="Text">
      {tool('Heading', 'heading2', level(2), 'heading2')}
      {tool('Smaller', 'heading3', level(3), 'heading3')}
      {tool('Smallest', 'heading4', level(4), 'heading4')}
      <span className={styles.gap} aria-hidden="true" />
      {tool('Strong', 'strong', toggleMark(strong), 'bold')}
      {tool('Emphasis', 'em', toggleMark(em), 'italic')}
      <Tool label="Link…" isPressed={active.has('link')} keys={keyCaps('link')} onPress={onLink} />
      <Tool label="Note…" isPressed={active.has('note')} keys={keyCaps('note')} onPress={onNote} />
      <span className={styles.gap} aria-hidden="true" />
      {tool('List', 'bulletList', list('bulletList'), 'bulletList')}
      {tool('Numbers', 'orderedList', list('orderedList'), 'orderedList')}
      {tool('Quotation', 'blockquote', toggleQuotation(editor.schema), 'blockquote')}
      {children}
    </AriaToolbar>
  )
}

/** Runs a ProseMirror command and gives the focus back to the text. */
export function run(editor: Editor, command: Command): void {
  command(editor.view.state, editor.view.dispatch, editor.view)
  editor.view.focus()
}

function stateOf(editor: Editor): string {
  const { state } = editor.view
  const names = ['blockquote', 'bulletList', 'orderedList'].filter((name) => isInside(state, name))
  const { parent } = state.selection.$from
  if (parent.type.name === 'heading') names.push(`heading${String(parent.attrs.level)}`)
  for (const name of ['strong', 'em', 'link', 'note']) if (editor.isActive(name)) names.push(name)
  return names.join(' ')
}

function Tool({
  label,
  isPressed,
  keys,
  onPress,
}: {
  readonly label: string
  readonly isPressed: boolean
  readonly keys: string
  readonly onPress: () => void
}) {
  return (
    <button
      type="button"
      className={styles.tool}
      aria-pressed={isPressed}
      title={keys}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onPress}
    >
      {label}
    </button>
  )
}
