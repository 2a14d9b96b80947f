/** Binds the registry's keys to the window, those that somebody chose before its own. The editor has its own for text and is asked first. */
import { useEffect } from 'react'
import { type CommandId, isCommandId } from '../../shared/contract/commands.ts'
import { runCommand } from '../state/commands.ts'
import { commandsOn, pressedKeys } from '../state/keys.ts'

/** Handled by the editor where the cursor stands. */
const editors: ReadonlySet<CommandId> = new Set([
  'undo',
  'redo',
  'bold',
  'italic',
  'link',
  'heading2',
  'heading3',
  'heading4',
  'paragraph',
  'orderedList',
  'bulletList',
  'blockquote',
])

export function useBindings(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || event.repeat) return
      const pressed = pressedKeys(event)
      const wanted = commandsOn(pressed).filter((id) => !editors.has(id))
      // Mod+K makes a link in the text and opens the palette everywhere else.
      if (wanted.length === 0 && pressed === 'Mod+K') wanted.push('palette')
      if (wanted.some((id) => runCommand(id))) event.preventDefault()
    }
    window.addEventListener('keydown', onKeyDown)
    const stopMenu = window.chancery?.onCommand?.((id) => {
      if (isCommandId(id)) runCommand(id)
    })
    return () => {
      window.removeEventListener('keydown', onKeyDown)
      stopMenu?.()
    }
  }, [])
}
