/** One part of the settings under the hand: changed on screen, saved as a whole, refused in words when somebody else was quicker. */
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { settingsSentence } from '../../../shared/desk/settingsPlace.ts'
import { HouseSettings } from '../../../shared/desk/settings.ts'
import { settingsProblem } from '../../../shared/desk/settingsProblem.ts'
import { fail, type Failure, ok, type Result } from '../../../shared/result.ts'
import { bridge } from '../../bridge/bridge.ts'
import { say } from '../../state/statusLine.ts'
import { tellSaved } from './tellSaved.ts'

export interface House {
  readonly house: HouseSettings
  /** What the changes here were made from. */
  readonly saved: HouseSettings
  readonly change: (part: Partial<HouseSettings>) => void
  /** There is something here that is not saved. */
  readonly isChanged: boolean
  readonly failure: Failure | undefined
  /** Somebody else saved while there are changes here that are not saved. */
  readonly isOvertaken: boolean
  /** Shows theirs instead of the changes here. */
  readonly takeTheirs: () => void
  /** `onSaved`: once it stands so. */
  readonly submit: (event: FormEvent, onSaved?: () => void) => void
}

/** `base`: the name of `settings`. Changes on screen stay until they are saved or given up, whoever saves meanwhile. */
export function useHouse(settings: HouseSettings, base: string): House {
  const client = useQueryClient()
  const [from, setFrom] = useState({ settings, base })
  const [house, setHouse] = useState(settings)
  const [failure, setFailure] = useState<Failure | undefined>()
  const isChanged = house !== from.settings
  const isOvertaken = isChanged && from.base !== base
  const take = (taken: { readonly settings: HouseSettings; readonly base: string }) => {
    setFrom(taken)
    setHouse(taken.settings)
    setFailure(undefined)
  }
  // Without changes of one's own the form follows what others save.
  if (!isChanged && from.base !== base) take({ settings, base })
  async function save(onSaved?: () => void): Promise<void> {
    if (JSON.stringify(house) === JSON.stringify(from.settings)) {
      take(from)
      return onSaved ? onSaved() : say('Nothing was changed here since it was saved.')
    }
    const wanted = parsed(house)
    const result = wanted.ok ? await bridge.call('settings.change', { base: from.base, settings: wanted.value }) : wanted
    if (!result.ok) return setFailure(result.error)
    const view = result.value
    take({ settings: view.settings, base: view.hash })
    tellSaved(client, view)
    onSaved?.()
  }
  return {
    house,
    saved: from.settings,
    change: (part) => setHouse((now) => ({ ...now, ...part })),
    isChanged,
    failure,
    isOvertaken,
    takeTheirs: () => take({ settings, base }),
    submit: (event, onSaved) => {
      event.preventDefault()
      void save(onSaved)
    },
  }
}

/** The first thing that does not fit, with its place in words. */
function parsed(house: HouseSettings): Result<HouseSettings> {
  const read = HouseSettings.safeParse(house)
  const problem = read.success ? settingsProblem(read.data) : settingsSentence(read.error.issues)
  return read.success && problem === undefined ? ok(read.data) : fail('invalid', `${problem} Nothing was changed.`)
}
