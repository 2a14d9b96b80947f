/** People at the desk: a random id everywhere, the name behind it in one place. [BY3] */
import { z } from 'zod'

export const roles = ['writer', 'editor', 'checker', 'publisher', 'recordsEditor', 'administrator'] as const
export const Role = z.enum(roles)
export type Role = z.infer<typeof Role>

/** A random UUID; never derived from a name. */
export type PersonId = string

export interface Person {
  readonly id: PersonId
  readonly name: string
  readonly roles: readonly Role[]
}

/** What the desk is called at first run, and the roles its founder gets: everything a desk of one needs. */
export const deskShapes = {
  justMe: { label: 'Just me', founder: [...roles] },
  twoOfUs: { label: 'Two of us', founder: [...roles] },
  aDesk: { label: 'A desk', founder: ['editor', 'publisher', 'recordsEditor', 'administrator'] },
} as const satisfies Record<string, { label: string; founder: readonly Role[] }>
export type DeskShape = keyof typeof deskShapes

/** Who has left the desk has no role any more; name and id stay, since what they did stands under them. [WF14] */
export function isAtDesk({ roles: held }: Pick<Person, 'roles'>): boolean {
  return held.length > 0
}

export function hasRole(person: Person, ...wanted: readonly Role[]): boolean {
  return wanted.some((role) => person.roles.includes(role))
}
