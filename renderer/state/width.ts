/** Whether there is room for panes side by side. At 200 % and more there is not. */
import { useSyncExternalStore } from 'react'

const query = '(min-width: 64rem)'

export function useWide(): boolean {
  return useSyncExternalStore(
    (listener) => {
      const media = window.matchMedia(query)
      media.addEventListener('change', listener)
      return () => media.removeEventListener('change', listener)
    },
    () => window.matchMedia(query).matches,
  )
}
