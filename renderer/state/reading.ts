/** The version a person has before them in Review: it counts as read when it is left, and by whoever had it there. */
import { bridge } from '../bridge/bridge.ts'

export interface Reading {
  readonly id: string
  readonly version: string
}

let open: Reading | undefined

/** What is on screen now; undefined while it is no version that is kept. */
export function reads(reading: Reading | undefined): void {
  open = reading
}

/** Left: marked while its reader still sits at the desk, and once only. */
export async function leaveReading(): Promise<void> {
  const left = open
  open = undefined
  if (left) await bridge.call('versions.markRead', { id: left.id, version: left.version })
}
