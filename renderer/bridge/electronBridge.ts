/** The bridge inside Electron: what the preload script put on the window. */
import type { Changed } from '../../shared/contract/contract.ts'
import type { Result } from '../../shared/result.ts'
import type { Bridge } from './bridge.ts'

/** As exposed by the preload script. Values cross by structured clone, so bytes stay bytes. */
export interface ChanceryWindow {
  readonly call: (name: string, input: unknown) => Promise<unknown>
  readonly onChanged: (listener: (changed: Changed) => void) => () => void
  /** What only the window around the page can do: `shared/contract/shellDuties.ts`. */
  readonly duty?: (name: string, input: unknown) => Promise<unknown>
  /** Commands chosen in the native menu, by id, and `openedFiles`. */
  readonly onCommand?: (listener: (id: string) => void) => () => void
}

declare global {
  interface Window {
    readonly chancery?: ChanceryWindow
  }
}

export function electronBridge(shell: ChanceryWindow): Bridge {
  return {
    call: async (name, input) => (await shell.call(name, input)) as Result<never>,
    onChanged: (listener) => shell.onChanged(listener),
    onReopened: () => () => undefined,
    onSilence: () => () => undefined,
    isOwn: () => false,
  }
}
