/** The settings as they stand in a form, for the page beside it: those that could be saved so, once the keys rest for a moment. */
import { useCallback, useEffect, useState } from 'react'
import { HouseSettings } from '../../../shared/desk/settings.ts'
import { settingsProblem } from '../../../shared/desk/settingsProblem.ts'

/** Milliseconds: a page is not made for every key. */
const rest = 300

/** `saved`: what stands; absent while it is read. Undefined is answered while the form says the same. */
export function useWritten(saved: HouseSettings | undefined): readonly [HouseSettings | undefined, (house: HouseSettings) => void] {
  const [fields, setFields] = useState<HouseSettings | undefined>()
  const [written, setWritten] = useState<HouseSettings | undefined>()
  useEffect(() => {
    const timer = setTimeout(() => {
      if (!fields || JSON.stringify(fields) === JSON.stringify(saved)) return setWritten(undefined)
      const read = HouseSettings.safeParse(fields)
      // While something in it cannot be, the page stays as it was last.
      if (read.success && settingsProblem(read.data) === undefined) setWritten(read.data)
    }, rest)
    return () => clearTimeout(timer)
  }, [fields, saved])
  return [written, useCallback((house: HouseSettings) => setFields(house), [])]
}
