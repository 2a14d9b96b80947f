/** A field that is saved when it is left or confirmed, and never overwritten under the fingers by what arrives meanwhile. */
import { type ChangeEvent, type FocusEvent, type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'

export interface EarnestProps {
  readonly value: string
  readonly onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => void
  readonly onFocus: () => void
  readonly onBlur: (event: FocusEvent) => void
  readonly onKeyDown: (event: KeyboardEvent) => void
}

export interface EarnestFieldProps {
  readonly value: string
  readonly onLeave: (value: string) => void
  readonly children: (props: EarnestProps) => ReactNode
}

export function EarnestField({ value, onLeave, children }: EarnestFieldProps) {
  const [written, setWritten] = useState(value)
  const hasFocus = useRef(false)
  const latest = useRef({ written, value, onLeave })
  latest.current = { written, value, onLeave }
  useEffect(() => {
    if (!hasFocus.current) setWritten(value)
  }, [value])
  const leave = () => {
    if (latest.current.written !== latest.current.value) latest.current.onLeave(latest.current.written)
  }
  // A screen that is left with the cursor in a field keeps what was written there.
  useEffect(() => () => (hasFocus.current ? leave() : undefined), [])
  return children({
    value: written,
    onChange: (event) => setWritten(event.target.value),
    onFocus: () => {
      hasFocus.current = true
    },
    onBlur: () => {
      hasFocus.current = false
      leave()
    },
    onKeyDown: (event) => {
      if (event.key === 'Enter' && event.currentTarget instanceof HTMLInputElement) leave()
    },
  })
}
