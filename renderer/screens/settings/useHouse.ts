/** One part of the settings under the hand: changed on screen, saved as a whole, refused in words when the same was saved otherwise meanwhile. */
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useEffect, useState } from 'react'
import { settingsSentence } from '../../../shared/desk/settingsPlace.ts'
import { HouseSettings } from '../../../shared/desk/settings.ts'
import { changedParts, partNames } from '../../../shared/desk/settingsParts.ts'
import { settingsProblem } from '../../../shared/desk/settingsProblem.ts'
import { fail, type Failure, ok, type Result } from '../../../shared/result.ts'
import { bridge } from '../../bridge/bridge.ts'
import { useDesk } from '../../state/desk.ts'
import { say } from '../../state/statusLine.ts'
import { keepUnsaved, unsavedIn } from '../../state/unsavedSettings.ts'
import { tellSaved } from './tellSaved.ts'

export interface House {
  readonly house: HouseSettings
  /** What the changes here were made from. */
  readonly saved: HouseSettings
  readonly change: (part: Partial<HouseSettings>) => void
  /** There is something here that is not saved. */
  readonly isChanged: boolean
  readonly failure: Failure | undefined
  /** What is changed here was saved otherwise meanwhile, in another window or by an Undo. */
  readonly isOvertaken: boolean
  /** Shows what stands instead of the changes here. */
  readonly takeWhatStands: () => void
  /** `onSaved`: once it stands so. */
  readonly submit: (event: FormEvent, onSaved?: () => void) => void
}

/**
 * `base`: the name of `settings`; `form`: that of the part, or the step of setting up. Changes stay until they are saved or given
 * up, whoever saves meanwhile, and wherever one goes meanwhile.
 */
export function useHouse(settings: HouseSettings, base: string, form: string): House {
  const client = useQueryClient()
  const person = useDesk().person?.id ?? ''
  const [left] = useState(() => unsavedIn(person, form))
  const [from, setFrom] = useState(left?.from ?? { settings, base })
  const [house, setHouse] = useState(left?.house ?? settings)
  const [failure, setFailure] = useState<Failure | undefined>()
  const isChanged = house !== from.settings
  const isOvertaken = isChanged && from.base !== base
  useEffect(() => keepUnsaved(person, form, isChanged ? { house, from } : undefined), [person, form, isChanged, house, from])
  useEffect(() => {
    if (left) say('What you typed here before is still here, and is not saved.')
  }, [left])
  const take = (taken: { readonly settings: HouseSettings; readonly base: string }) => {
    setFrom(taken)
    setHouse(taken.settings)
    setFailure(undefined)
  }
  // The form follows whatever is saved elsewhere, with one's own changes on top: only the same part changed twice is for a person to decide.
  const followed = from.base === base ? undefined : onTopOf(settings, from.settings, house)
  if (followed) {
    take({ settings, base })
    setHouse(followed)
  }
  async function save(onSaved?: () => void): Promise<void> {
    if (JSON.stringify(house) === JSON.stringify(from.settings)) {
      take(from)
      return onSaved ? onSaved() : say('Nothing was changed here since it was saved.')
    }
    const wanted = parsed(house, from.settings)
    const result = wanted.ok ? await bridge.call('settings.change', { base: from.base, settings: wanted.value }) : wanted
    if (!result.ok) return setFailure(result.error)
    const view = result.value
    // Also where the form was left before the answer came.
    keepUnsaved(person, form, undefined)
    take({ settings: view.settings, base: view.hash })
    tellSaved(client, view)
    onSaved?.()
  }
  return {
    house,
    saved: from.settings,
    change: (part) => setHouse((now) => sameOr(from.settings, { ...now, ...part })),
    isChanged,
    failure,
    isOvertaken,
    takeWhatStands: () => take({ settings, base }),
    submit: (event, onSaved) => {
      event.preventDefault()
      void save(onSaved)
    },
  }
}

/** What stands, where what is typed is the same again: then nothing of it is unsaved. */
function sameOr(standing: HouseSettings, typed: HouseSettings): HouseSettings {
  return JSON.stringify(typed) === JSON.stringify(standing) ? standing : typed
}

/** `now` with the parts that differ between `from` and `mine`; undefined when one of them was changed in `now` too. */
function onTopOf(now: HouseSettings, from: HouseSettings, mine: HouseSettings): HouseSettings | undefined {
  // By identity: fields that are half typed need not be fit to be written down yet.
  const changed = partNames.filter((part) => mine[part] !== from[part])
  const elsewhere = changedParts(from, now)
  if (changed.some((part) => elsewhere.includes(part))) return undefined
  return changed.length === 0 ? now : { ...now, ...Object.fromEntries(changed.map((part) => [part, mine[part]])) }
}

/** The first thing that does not fit of what is changed, with its place in words. */
function parsed(house: HouseSettings, from: HouseSettings): Result<HouseSettings> {
  const read = HouseSettings.safeParse(house)
  const problem = read.success ? settingsProblem(read.data, changedParts(from, read.data)) : settingsSentence(read.error.issues)
  return read.success && problem === undefined ? ok(read.data) : fail('invalid', `${problem} Nothing was changed.`)
}
