/** Puts the cursor back where it was when something is undone, for a manager that outlives its views. */
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { getRelativeSelection, ySyncPluginKey } from '@tiptap/y-tiptap'
import type { UndoManager } from 'yjs'

type Selection = ReturnType<typeof getRelativeSelection>
interface Binding {
  beforeTransactionSelection: Selection | null
}
interface StackEvent {
  readonly stackItem: { readonly meta: Map<unknown, unknown> }
}

const key = new PluginKey<Selection | null>('undoPlace')

/** y-tiptap's own undo plugin destroys its manager with the view; this one lets go of it. */
export function undoPlace(manager: UndoManager): Plugin {
  return new Plugin<Selection | null>({
    key,
    state: {
      init: () => null,
      apply: (transaction, before, oldState, state) => {
        if (!transaction.docChanged || isJoined(manager)) return before
        const binding = bindingOf(state)
        return binding ? getRelativeSelection(binding as never, oldState) : before
      },
    },
    view: (view) => {
      const added = ({ stackItem }: StackEvent) => {
        const binding = bindingOf(view.state)
        if (binding) stackItem.meta.set(binding, key.getState(view.state))
      }
      const popped = ({ stackItem }: StackEvent) => {
        const binding = bindingOf(view.state)
        const place = binding && (stackItem.meta.get(binding) as Selection | undefined)
        if (binding && place) binding.beforeTransactionSelection = place
      }
      manager.on('stack-item-added', added)
      manager.on('stack-item-popped', popped)
      return {
        destroy: () => {
          manager.off('stack-item-added', added)
          manager.off('stack-item-popped', popped)
        },
      }
    },
  })
}

/** True while what is typed joins the step before it, which has its place already. Half of the manager’s time, to be on the safe side. */
function isJoined({ undoing, redoing, undoStack, lastChange, captureTimeout }: UndoManager): boolean {
  return !undoing && !redoing && undoStack.length > 0 && Date.now() - lastChange < captureTimeout / 2
}

function bindingOf(state: Parameters<typeof ySyncPluginKey.getState>[0]): Binding | undefined {
  return (ySyncPluginKey.getState(state) as { binding?: Binding } | undefined)?.binding
}
