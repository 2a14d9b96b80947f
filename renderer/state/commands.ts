/** Commands of the registry that can be done now: screens say what they can do, keys, palette and native menu ask here. */
import { useLayoutEffect, useMemo, useRef } from 'react'
import { create } from 'zustand'
import type { CommandId } from '../../shared/contract/commands.ts'

type Handlers = Partial<Record<CommandId, () => void>>

/** Newest last: a sheet's command stands before the screen's of the same name, and gives way when it is gone. */
const useHandlers = create<{ readonly stack: readonly { readonly id: CommandId; readonly run: () => void }[] }>(() => ({ stack: [] }))

/** Offers a command while the component is on screen. */
export function useCommand(id: CommandId, run: () => void, isOffered = true): void {
  const ids = useMemo(() => [id], [id])
  useCommands(ids, run, isOffered)
}

/** Offers several at once; `ids` is the same list each time. */
export function useCommands(ids: readonly CommandId[], run: (id: CommandId) => void, isOffered = true): void {
  const latest = useRef(run)
  latest.current = run
  // Before the screen is painted: whoever sees it may press.
  useLayoutEffect(() => {
    if (!isOffered) return
    const entries = ids.map((id) => ({ id, run: () => latest.current(id) }))
    useHandlers.setState(({ stack }) => ({ stack: [...stack, ...entries] }))
    return () => useHandlers.setState(({ stack }) => ({ stack: stack.filter((other) => !entries.includes(other)) }))
  }, [ids, isOffered])
}

/** Does it if something on screen can; false when nothing does. */
export function runCommand(id: CommandId): boolean {
  const entry = useHandlers.getState().stack.findLast((other) => other.id === id)
  entry?.run()
  return entry !== undefined
}

export function useOfferedCommands(): Handlers {
  const stack = useHandlers((state) => state.stack)
  return Object.fromEntries(stack.map(({ id, run }) => [id, run]))
}
