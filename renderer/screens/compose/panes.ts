/** Which panes of Compose are open: remembered, and one at a time where there is no room for more. */
import { create } from 'zustand'

type Pane = 'text' | 'preview' | 'side'

interface Panes {
  readonly preview: boolean
  readonly side: boolean
}

const key = 'chancery.panes'
const usePanesStore = create<{ readonly wide: Panes; readonly narrow: Panes }>(() => ({
  wide: stored(),
  narrow: { preview: false, side: false },
}))

export interface PanesHandle {
  readonly shown: Panes
  readonly toggle: (pane: 'preview' | 'side') => void
  /** Makes sure that `pane` can be seen. */
  readonly only: (pane: Pane) => void
}

export function usePanes(isWide: boolean): PanesHandle {
  const shown = usePanesStore((state) => (isWide ? state.wide : state.narrow))
  const set = (panes: Panes) => {
    usePanesStore.setState(isWide ? { wide: panes } : { narrow: panes })
    if (isWide) store(panes)
  }
  return {
    shown,
    toggle: (pane) => set(isWide ? { ...shown, [pane]: !shown[pane] } : { preview: false, side: false, [pane]: !shown[pane] }),
    only: (pane) => {
      if (isWide) set(pane === 'text' ? shown : { ...shown, [pane]: true })
      else set({ preview: pane === 'preview', side: pane === 'side' })
    },
  }
}

function stored(): Panes {
  try {
    const found = JSON.parse(window.localStorage.getItem(key) ?? '{}') as Partial<Panes>
    return { preview: found.preview ?? true, side: found.side ?? true }
  } catch {
    return { preview: true, side: true }
  }
}

function store(panes: Panes): void {
  try {
    window.localStorage.setItem(key, JSON.stringify(panes))
  } catch {
    // Without storage the panes open as at first; nothing else depends on it.
  }
}
