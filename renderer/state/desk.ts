/** The desk as every screen knows it: who sits here, which zone its dates are told in. */
import { createContext, useContext } from 'react'
import type { DeskStatus } from '../../shared/contract/desk.ts'
import { hasRole, type PersonId, type Role } from '../../shared/desk/person.ts'

export const DeskContext = createContext<DeskStatus | null>(null)

export function useDesk(): DeskStatus {
  const status = useContext(DeskContext)
  if (!status) throw new Error('useDesk is for screens of a desk that is begun')
  return status
}

/** Whoever sits here has one of these roles. */
export function useHasRole(...wanted: readonly Role[]): boolean {
  const { person } = useDesk()
  return person !== null && hasRole(person, ...wanted)
}

/** The name behind an id, looked up in the one place that has it. */
export function nameOf(status: Pick<DeskStatus, 'people'>, id: PersonId): string {
  return status.people.find((person) => person.id === id)?.name ?? 'Somebody who left'
}
