/** A date, or a date with its time, written as people write it: the same in every browser, and read back in words. */
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { fullDate } from '../../shared/site/dates.ts'
import { TextField } from './Field.tsx'
import { type Read, readDate, readDateTime, writtenOut } from './writtenTime.ts'

export interface DateFieldProps {
  readonly label: string
  /** `2026-03-29`, or `2026-03-29T06:00`; empty: none. */
  readonly value: string
  /** The same; what cannot be read comes as it was written, for whoever judges the form. */
  readonly onDate: (value: string) => void
  /** `typed`: with each key, for forms; `left`: once the field is left with what can be read. */
  readonly told?: 'typed' | 'left'
  readonly holds?: 'date' | 'dateTime'
  /** What an empty field means, where that is something; absent: how a date is written. */
  readonly whenEmpty?: string
  readonly help?: ReactNode
  readonly wrong?: string | undefined
  readonly 'data-first'?: boolean
}

export function DateField({ label, value, onDate, told = 'typed', holds = 'date', whenEmpty, help, wrong, ...rest }: DateFieldProps) {
  const [written, setWritten] = useState(writtenOut(value))
  const [hasFocus, setFocus] = useState(false)
  /** What was last left, or answered with Enter, and could not be read. */
  const [leftUnread, setLeftUnread] = useState('')
  const known = useRef(value)
  const isHeld = useRef(false)
  useEffect(() => {
    // What arrives from elsewhere, not what was typed here a moment ago: that stays until it is answered, and if it is refused.
    if (value !== known.current && !isHeld.current) setWritten(writtenOut(value))
    known.current = value
  }, [value])
  const read = readIn(written, holds)
  const tell = (next: string) => {
    known.current = next
    onDate(next)
  }
  const leave = () => {
    if (!read.ok) return setLeftUnread(written)
    setWritten(writtenOut(read.value))
    if (told === 'left' && read.value !== value) tell(read.value)
  }
  // Half a date is no mistake while it is being written; a form that puts the cursor back onto what is wrong goes on saying so.
  const unread = !read.ok && (!hasFocus || written === leftUnread) ? read.words : undefined
  return (
    <TextField
      label={label}
      value={written}
      maxLength={60}
      placeholder={whenEmpty ?? (holds === 'date' ? '29 March 2026' : '29 March 2026, 06:00')}
      wrong={wrong ?? unread}
      help={help ?? (holds === 'date' && read.ok && read.value !== '' ? fullDate(read.value) : undefined)}
      onChange={({ target }) => {
        setWritten(target.value)
        const now = readIn(target.value, holds)
        if (told === 'typed') tell(now.ok ? now.value : target.value)
      }}
      onFocus={() => {
        isHeld.current = true
        setFocus(true)
      }}
      onBlur={() => {
        isHeld.current = false
        setFocus(false)
        leave()
      }}
      onKeyDown={(event) => (event.key === 'Enter' ? leave() : undefined)}
      {...rest}
    />
  )
}

function readIn(written: string, holds: 'date' | 'dateTime'): Read {
  if (written.trim() === '') return { ok: true, value: '' }
  const now = new Date()
  const today = `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}-${String(now.getDate()).padStart(2, '0')}`
  return holds === 'date' ? readDate(written, today) : readDateTime(written, today)
}
