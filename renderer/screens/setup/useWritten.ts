/** The settings as they stand in a form, for the page beside it: those that could be saved so, once the keys rest for a moment. */
import { useEffect, useState } from 'react'
import { HouseSettings } from '../../../shared/desk/settings.ts'
import { changedParts } from '../../../shared/desk/settingsParts.ts'
import { settingsProblem } from '../../../shared/desk/settingsProblem.ts'
import { useSettled } from '../../state/settled.ts'

/** `saved`: what stands; absent while it is read. Undefined is answered while the form says the same. */
export function useWritten(saved: HouseSettings | undefined): readonly [HouseSettings | undefined, (house: HouseSettings) => void] {
  const [fields, setFields] = useState<HouseSettings | undefined>()
  const [written, setWritten] = useState<HouseSettings | undefined>()
  const settled = useSettled(fields)
  useEffect(() => {
    if (!settled || !saved || JSON.stringify(settled) === JSON.stringify(saved)) return setWritten(undefined)
    const read = HouseSettings.safeParse(settled)
    // While something in it cannot be, the page stays as it was last.
    if (read.success && settingsProblem(read.data, changedParts(saved, read.data)) === undefined) setWritten(read.data)
  }, [settled, saved])
  return [written, setFields]
}
