/** The slots of the front by name and number, so that one control serves them all. */
import type { FrontSlots } from '../../../shared/desk/front.ts'
import { without } from '../../../shared/desk/front.ts'

export type SlotName = 'lead' | `second ${1 | 2 | 3}` | `notice ${1 | 2 | 3 | 4}`

export const slotNames = [
  'lead',
  'second 1',
  'second 2',
  'second 3',
  'notice 1',
  'notice 2',
  'notice 3',
  'notice 4',
] as const satisfies readonly SlotName[]

export function slotLabel(name: SlotName): string {
  return name.slice(0, 1).toUpperCase() + name.slice(1)
}

export function inSlot(slots: FrontSlots, name: SlotName): string {
  if (name === 'lead') return slots.lead
  const index = Number(name.at(-1)) - 1
  return (name.startsWith('second') ? slots.seconds[index] : slots.notices[index]) ?? ''
}

/** The piece in that slot and in no other; what was moved there leaves its own, or takes the other's place. */
export function placedIn(slots: FrontSlots, name: SlotName, id: string): FrontSlots {
  const displaced = inSlot(slots, name)
  const from = id === '' ? undefined : slotNames.find((other) => inSlot(slots, other) === id)
  const cleared = id === '' ? slots : without(slots, id)
  const swapped = from && from !== name ? put(cleared, from, displaced) : cleared
  return put(swapped, name, id)
}

function put(slots: FrontSlots, name: SlotName, id: string): FrontSlots {
  if (name === 'lead') return { ...slots, lead: id }
  const index = Number(name.at(-1)) - 1
  const replace = <Row extends readonly string[]>(row: Row) => row.map((other, at) => (at === index ? id : other)) as unknown as Row
  return name.startsWith('second') ? { ...slots, seconds: replace(slots.seconds) } : { ...slots, notices: replace(slots.notices) }
}
