/** The registry's keys for words, in the box the cursor stands in: those of the registry, or what somebody chose instead. */
import { toggleMark } from '@tiptap/pm/commands'
import type { Schema } from '@tiptap/pm/model'
import { type Command, Plugin } from '@tiptap/pm/state'
import type { UndoManager } from 'yjs'
import type { CommandId } from '../../shared/contract/commands.ts'
import { commandsOn, pressedKeys } from '../state/keys.ts'
import { textCommand, textCommandIds } from './textCommands.ts'

export interface AskFor {
  /** On a selection: asks for an address. */
  readonly askForLink: () => void
  /** Asks for the words of a note. */
  readonly askForNote: () => void
}

type Table = Readonly<Partial<Record<CommandId, Command>>>

export function commandKeys(undo: UndoManager, table: Table): Plugin {
  const all: Table = { ...table, undo: () => undo.undo() !== null || true, redo: () => undo.redo() !== null || true }
  return new Plugin({
    props: {
      handleKeyDown(view, event) {
        const pressed = pressedKeys(event)
        // Redo by its other common name.
        const wanted = pressed === 'Mod+Y' ? (['redo'] as const) : commandsOn(pressed)
        return wanted.some((id) => all[id]?.(view.state, view.dispatch, view) === true)
      },
    },
  })
}

export function bodyCommands(schema: Schema, ask: AskFor): Table {
  const asked = (say: () => void): Command => {
    return () => {
      say()
      return true
    }
  }
  return {
    ...Object.fromEntries(textCommandIds.map((id) => [id, textCommand(schema, id)])),
    link: asked(ask.askForLink),
    note: asked(ask.askForNote),
  }
}

/** A headline and a standfirst have marks and no blocks. */
export function lineCommands({ marks: { strong, em } }: Schema): Table {
  return { ...(strong ? { bold: toggleMark(strong) } : {}), ...(em ? { italic: toggleMark(em) } : {}) }
}
