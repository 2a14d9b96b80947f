/** Filters of the Desk that somebody named: kept by this browser, beside those every desk has. */
import { create } from 'zustand'
import type { Input } from '../../shared/contract/contract.ts'
import { editionStates, type EditionState } from '../../shared/desk/edition.ts'
import { readStored, store } from './stored.ts'

export type DeskFilter = Pick<Input<'articles.list'>, 'filter' | 'state' | 'words'>

export interface SavedFilter {
  readonly name: string
  readonly filter: DeskFilter
}

const key = 'chancery.filters'
const most = 12

export const useSavedFilters = create<{ readonly saved: readonly SavedFilter[] }>(() => ({ saved: known(readStored(key)) }))

/** One of the same name is replaced. */
export function saveFilter(name: string, filter: DeskFilter): void {
  keep([...useSavedFilters.getState().saved.filter((other) => other.name !== name), { name, filter }].slice(-most))
}

export function forgetFilter(name: string): void {
  keep(useSavedFilters.getState().saved.filter((other) => other.name !== name))
}

function keep(saved: readonly SavedFilter[]): void {
  useSavedFilters.setState({ saved })
  store(key, saved)
}

function known(stored: unknown): readonly SavedFilter[] {
  if (!Array.isArray(stored)) return []
  return stored.flatMap((one: Partial<SavedFilter>): readonly SavedFilter[] => {
    const { name, filter } = one ?? {}
    if (typeof name !== 'string' || !filter) return []
    const state = editionStates.find((state): state is EditionState => state === filter.state)
    const kind = (['all', 'mine', 'waiting', 'approved'] as const).find((known) => known === filter.filter) ?? 'all'
    return [{ name, filter: { filter: kind, words: filter.words ?? '', ...(state ? { state } : {}) } }]
  })
}
