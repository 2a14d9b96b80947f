/** What stands where on the front page, chosen by hand: named slots; an empty one is filled with the newest. */
import { z } from 'zod'
import { canonicalBytes, hashOf } from '../canonical.ts'

const article = z.union([z.literal(''), z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, 'is not an article’s id')])

/** Article ids; empty: the newest. */
export const FrontSlots = z.strictObject({
  lead: article,
  seconds: z.tuple([article, article, article]),
  /** Name of a series; empty: the one whose part is the newest. */
  report: z.string().max(120),
  notices: z.tuple([article, article, article, article]),
})
export type FrontSlots = z.infer<typeof FrontSlots>

/** Where a piece goes when it is released; empty: among the newest, or where it stands already. */
export const frontPlaces = ['', 'lead', 'second', 'notice'] as const
export const FrontPlace = z.enum(frontPlaces)
export type FrontPlace = z.infer<typeof FrontPlace>

export const noFront: FrontSlots = { lead: '', seconds: ['', '', ''], report: '', notices: ['', '', '', ''] }

/** The arrangement as it stands, and what it was before: undoing it is arranging it so again. */
export interface Front {
  readonly slots: FrontSlots
  readonly before: FrontSlots
  /** Person id; `hub` when a release brought its place with it. */
  readonly by: string
  readonly at: string
  /** Number in the desk's order. */
  readonly seq: number
}

/** Names an arrangement by what it holds; empty for one that leaves everything to the newest. */
export function frontName(slots: FrontSlots): string {
  const isEmpty = articlesOn(slots).length === 0 && slots.report === ''
  return isEmpty ? '' : hashOf('chancery/front/1\n', canonicalBytes(slots))
}

/** Ids of the articles that have a slot, from the lead down. */
export function articlesOn({ lead, seconds, notices }: FrontSlots): readonly string[] {
  return [lead, ...seconds, ...notices].filter((id) => id !== '')
}

/** The arrangement with this piece in its new place: what it replaces steps down, the last of a row makes room. */
export function withPlace(slots: FrontSlots, id: string, place: FrontPlace): FrontSlots {
  if (place === '') return slots
  const { lead, seconds, report, notices } = without(slots, id)
  switch (place) {
    case 'lead':
      return { lead: id, seconds: pushed(lead, seconds), report, notices }
    case 'second':
      return { lead, seconds: pushed(id, seconds), report, notices }
    case 'notice':
      return { lead, seconds, report, notices: pushed(id, notices) }
  }
}

/** Every slot that held this piece is left to the newest. */
export function without(slots: FrontSlots, id: string): FrontSlots {
  const emptied = <Row extends readonly string[]>(row: Row) => row.map((other) => (other === id ? '' : other)) as unknown as Row
  return { ...slots, lead: slots.lead === id ? '' : slots.lead, seconds: emptied(slots.seconds), notices: emptied(slots.notices) }
}

/** One more at the head of a row: an empty slot takes up the move, else the last one leaves. */
function pushed<Row extends readonly string[]>(id: string, row: Row): Row {
  if (id === '') return row
  const free = row.indexOf('')
  const end = free < 0 ? row.length - 1 : free
  return [id, ...row.slice(0, end), ...row.slice(end + 1)] as unknown as Row
}
