/** Binds the registry's keys to the window. The editor has its own for text and is asked first. */
import { useEffect } from 'react'
import { tinykeys } from 'tinykeys'
import { type CommandId, commands, isCommandId } from '../../shared/contract/commands.ts'
import { runCommand } from '../state/commands.ts'
import { keysOf, windowBinding } from '../state/keys.ts'

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
    const bindings: Record<string, (event: KeyboardEvent) => void> = {}
    const bind = (binding: string, id: CommandId) => {
      bindings[binding] = (event) => {
        // AltGr types letters; Windows and Linux report it as Ctrl+Alt.
        if (event.defaultPrevented || event.getModifierState('AltGraph')) return
        if (runCommand(id)) event.preventDefault()
      }
    }
    for (const { id } of commands) {
      if (!editors.has(id)) for (const keys of keysOf(id)) bind(windowBinding(keys), id)
    }
    bind('$mod+k', 'palette')
    const stop = tinykeys(window, bindings, { ignore: (event) => event.isComposing || event.repeat })
    const stopMenu = window.chancery?.onCommand?.((id) => {
      if (isCommandId(id)) runCommand(id)
    })
    return () => {
      stop()
      stopMenu?.()
    }
  }, [])
}
