/** What was typed into a form of the settings and is not saved: it stays when its screen is left, for whoever typed it, until it is saved or given up. [IN6] */
import type { PersonId } from '../../shared/desk/person.ts'
import type { HouseSettings } from '../../shared/desk/settings.ts'

export interface UnsavedSettings {
  readonly house: HouseSettings
  /** What the changes were made from, and its name. */
  readonly from: { readonly settings: HouseSettings; readonly base: string }
}

const kept = new Map<string, UnsavedSettings>()
const listeners = new Set<(unsaved: boolean) => void>()

/** `form`: the part of the settings, or the step of setting up, that it was typed into. */
export function unsavedIn(person: PersonId, form: string): UnsavedSettings | undefined {
  return kept.get(`${person} ${form}`)
}

/** Undefined: nothing of it is unsaved any more. */
export function keepUnsaved(person: PersonId, form: string, unsaved: UnsavedSettings | undefined): void {
  const before = anySettingsUnsaved()
  if (unsaved) kept.set(`${person} ${form}`, unsaved)
  else kept.delete(`${person} ${form}`)
  const now = anySettingsUnsaved()
  if (now !== before) for (const listener of listeners) listener(now)
}

/** Anybody's: closing the window would lose them. */
export function anySettingsUnsaved(): boolean {
  return kept.size > 0
}

/** Hears when the first is unsaved, and when none is any more. Answers how to stop. */
export function onSettingsUnsaved(listener: (unsaved: boolean) => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
