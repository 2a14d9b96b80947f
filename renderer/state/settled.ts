/** A value once nobody has changed it for a moment: what is asked of it is not asked at every key. */
import { useEffect, useState } from 'react'

const pause = 500

export function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), pause)
    return () => clearTimeout(timer)
  }, [value])
  return settled
}
