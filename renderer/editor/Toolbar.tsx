/** What can be done to the words under the cursor, with the state of each as a pressed button. Renders when a state changes, not with a key. */
import type { Editor } from '@tiptap/core'
import { isInTable } from '@tiptap/pm/tables'
import { useEditorState } from '@tiptap/react'
import type { ReactNode } from 'react'
import { Toolbar as AriaToolbar } from 'react-aria-components'
import { keyCaps } from '../state/keys.ts'
import { isInside } from './keys.ts'
import { tableActs } from './tables.ts'
import { run, textCommand, type TextCommandId } from './textCommands.ts'
import styles from './Toolbar.module.css'

export interface ToolbarProps {
  /** The editor of the body. */
  readonly editor: Editor
  readonly onLink: () => void
  readonly onNote: () => void
  readonly onPicture: () => void
  readonly children?: ReactNode
}

export function Toolbar({ editor, onLink, onNote, onPicture, children }: ToolbarProps) {
  // One short string: the bar renders again only when it differs.
  const state = useEditorState({ editor, selector: ({ editor: current }) => (current.isDestroyed ? '' : stateOf(current)) })
  const active = new Set(state.split(' '))
  const tool = (label: string, id: TextCommandId) => (
    <Tool label={label} isPressed={active.has(id)} keys={keyCaps(id)} onPress={() => run(editor, textCommand(editor.schema, id))} />
  )
  const gap = <span className={styles.gap} aria-hidden="true" />
  return (
    <AriaToolbar className={styles.toolbar ?? ''} aria-label="Text">
      {tool('Heading', 'heading2')}
      {tool('Smaller', 'heading3')}
      {tool('Smallest', 'heading4')}
      {gap}
      {tool('Strong', 'bold')}
      {tool('Emphasis', 'italic')}
      {tool('Small caps', 'smallCaps')}
      <Tool label="Link…" isPressed={active.has('link')} keys={keyCaps('link')} onPress={onLink} />
      <Tool label="Note…" isPressed={active.has('note')} keys={keyCaps('note')} onPress={onNote} />
      {gap}
      {tool('List', 'bulletList')}
      {tool('Numbers', 'orderedList')}
      {tool('Quotation', 'blockquote')}
      {tool('Pull quote', 'pullQuote')}
      {tool('Rule', 'rule')}
      {active.has('table') ? null : tool('Table', 'table')}
      <Tool label="Picture…" isPressed={active.has('figure')} keys="" onPress={onPicture} />
      {children}
      {active.has('table') ? gap : null}
      {active.has('table')
        ? tableActs.map(({ label, command }) => (
            <Tool key={label} label={label} isPressed={false} keys="" onPress={() => run(editor, command)} />
          ))
        : null}
    </AriaToolbar>
  )
}

/** Names of commands that are in force where the cursor stands. Asked with every key. */
function stateOf(editor: Editor): string {
  const { state } = editor.view
  const { selection, storedMarks } = state
  const names: string[] = ['blockquote', 'bulletList', 'orderedList'].filter((name) => isInside(state, name))
  const { parent } = selection.$from
  if (parent.type.name === 'heading') names.push(`heading${String(parent.attrs.level)}`)
  if (parent.type.name === 'pullQuote') names.push('pullQuote')
  if (parent.type.name === 'figure') names.push('figure')
  if (isInTable(state)) names.push('table')
  // At a cursor there is nothing to look through.
  const here = selection.empty ? (storedMarks ?? selection.$from.marks()) : undefined
  for (const [mark, id] of marks) if (here ? here.some(({ type }) => type.name === mark) : editor.isActive(mark)) names.push(id)
  return names.join(' ')
}

const marks = [
  ['strong', 'bold'],
  ['em', 'italic'],
  ['smallCaps', 'smallCaps'],
  ['link', 'link'],
  ['note', 'note'],
] as const

interface ToolProps {
  readonly label: string
  readonly isPressed: boolean
  readonly keys: string
  readonly onPress: () => void
}

function Tool({ label, isPressed, keys, onPress }: ToolProps) {
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
