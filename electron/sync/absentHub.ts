/** The line of a desk that can only be read: it has no hub to speak to. */
import type { HubLine } from '../../shared/sync/messages.ts'

export const absentHub: HubLine = {
  ask: () => Promise.reject(new Error('the hub is not open')),
  onEvent: () => () => {},
  close: () => Promise.resolve(),
}
