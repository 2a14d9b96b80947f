/** Who stands in which slot of the front: those placed by hand first, the newest in every slot that is left. */
import type { Listed, PageSpec } from './model.ts'

type FrontSpec = Extract<PageSpec, { page: 'front' }>

export interface FilledSlots {
  readonly lead: Listed | undefined
  readonly seconds: readonly Listed[]
  readonly notices: readonly Listed[]
  /** Everything else that stands, the newest first. */
  readonly rest: readonly Listed[]
}

const seconds = 3
const noticesShown = 4

export function slotsOf({ items, arranged }: FrontSpec): FilledSlots {
  const placed = new Set([arranged?.lead, ...(arranged?.seconds ?? []), ...(arranged?.notices ?? [])].map((item) => item?.address))
  const free = items.filter(({ status, address }) => status === 'live' && !placed.has(address))
  const notices = filled(
    arranged?.notices ?? [],
    free.filter(({ pieceKind }) => pieceKind === 'notice'),
    noticesShown,
  )
  const others = free.filter((item) => !notices.includes(item))
  const lead = arranged?.lead ?? others[0]
  const below = others.filter((item) => item !== lead)
  const second = filled(arranged?.seconds ?? [], below, seconds)
  return { lead, seconds: second, notices, rest: below.filter((item) => !second.includes(item)) }
}

/** Each empty slot takes the newest that is left; slots for which nothing is left close up. */
function filled(slots: readonly (Listed | null)[], newest: readonly Listed[], size: number): readonly Listed[] {
  const left = [...newest]
  return Array.from({ length: size }, (_, index) => slots[index] ?? left.shift()).filter((item) => item !== undefined)
}
