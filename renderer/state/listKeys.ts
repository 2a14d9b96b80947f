/** Single letters of a list, unless they are turned off: they act while the focus is on its screen, and never while somebody types or a sheet is open. */
import { useEffect, useRef } from 'react'
import { areLettersOn } from './keys.ts'

/** What each key does, by `KeyboardEvent.key`. */
export type ListKeys = Readonly<Record<string, () => void>>

/** Nobody types in the box by which a row is chosen. */
const typing = 'input:not([type="checkbox"]), textarea, select, [contenteditable="true"], [role="textbox"], [role="menu"], dialog'

export function useListKeys(keys: ListKeys): void {
  const latest = useRef(keys)
  latest.current = keys
  useEffect(() => {
    const main = document.getElementById('main')
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
      if (event.target instanceof Element && event.target.closest(typing)) return
      if (event.key.length === 1 && !areLettersOn()) return
      const act = latest.current[event.key]
      if (!act) return
      event.preventDefault()
      act()
    }
    main?.addEventListener('keydown', onKeyDown)
    return () => main?.removeEventListener('keydown', onKeyDown)
  }, [])
}
