/** The renderer's only way out: ask by name, hear what changed. One shape over both shells. */
import type { Call, Changed } from '../../shared/contract/contract.ts'
import type { Failure } from '../../shared/result.ts'
import { electronBridge } from './electronBridge.ts'
import { fetcher } from './fetcher.ts'
import { webBridge } from './webBridge.ts'

export interface Bridge {
  readonly call: Call
  /** Hears every change of the workstation, own ones included; answers how to stop hearing. */
  readonly onChanged: (listener: (changed: Changed) => void) => () => void
  /** After a break in which changes may have been missed: everything is asked again. */
  readonly onReopened: (listener: () => void) => () => void
  /** The workstation does not answer any more, with why; undefined: it does again. */
  readonly onSilence: (listener: (failure: Failure | undefined) => void) => () => void
  /** True when `source` names this very session. False when the shell does not say. */
  readonly isOwn: (source: string) => boolean
}

export const bridge: Bridge = window.chancery
  ? electronBridge(window.chancery)
  : webBridge(window.location.origin, window.sessionStorage, fetcher)
