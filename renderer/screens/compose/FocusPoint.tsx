/** What of a picture must stay in sight when it is cut: pointed at, or moved with the arrows; beside it the cut that the front makes. */
import { type PointerEvent, useEffect, useRef, useState } from 'react'
import type { ArticleFields } from '../../../shared/desk/fields.ts'
import styles from './LeadPicture.module.css'

type Lead = ArticleFields['lead']
type Focus = Lead['focus']

export interface FocusPointProps {
  readonly lead: Lead
  readonly isLocked: boolean
  readonly onFocus: (focus: Focus) => void
}

/** Kept when the hand has rested for so long: arrows pass many places on their way. */
const restsAfter = 500

export function FocusPoint({ lead, isLocked, onFocus }: FocusPointProps) {
  const [focus, setFocus] = useState(lead.focus)
  const waiting = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const latest = useRef({ focus, onFocus })
  latest.current = { focus, onFocus }
  const { x, y } = lead.focus
  useEffect(() => {
    if (waiting.current === undefined) setFocus({ x, y })
  }, [x, y])
  const keep = () => {
    if (waiting.current === undefined) return
    clearTimeout(waiting.current)
    waiting.current = undefined
    latest.current.onFocus(latest.current.focus)
  }
  useEffect(() => keep, [])
  const move = (next: Focus) => {
    setFocus(next)
    clearTimeout(waiting.current)
    waiting.current = setTimeout(keep, restsAfter)
  }
  const point = (event: PointerEvent<HTMLElement>) => {
    if (isLocked) return
    const { left, top, width, height } = event.currentTarget.getBoundingClientRect()
    const share = (at: number, size: number) => Math.min(100, Math.max(0, Math.round((at / size) * 20) * 5))
    move({ x: share(event.clientX - left, width), y: share(event.clientY - top, height) })
  }
  const source = `/media/${lead.media}`
  const objectPosition = `${focus.x}% ${focus.y}%`
  return (
    <div className={styles.focus}>
      <div className={styles.whole} onPointerDown={point} role="presentation">
        <img src={source} alt={lead.alt || 'The lead picture, not described yet'} />
        <span className={styles.point} style={{ left: `${focus.x}%`, top: `${focus.y}%` }} />
      </div>
      <Slider
        label="In sight, across"
        value={focus.x}
        from="left"
        isLocked={isLocked}
        onMove={(across) => move({ ...focus, x: across })}
        onRest={keep}
      />
      <Slider
        label="In sight, down"
        value={focus.y}
        from="top"
        isLocked={isLocked}
        onMove={(down) => move({ ...focus, y: down })}
        onRest={keep}
      />
      <figure className={styles.cut}>
        <img src={source} alt="" style={{ objectPosition }} />
        <figcaption>As the front cuts it</figcaption>
      </figure>
    </div>
  )
}

interface SliderProps {
  readonly label: string
  readonly value: number
  readonly from: string
  readonly isLocked: boolean
  readonly onMove: (value: number) => void
  readonly onRest: () => void
}

function Slider({ label, value, from, isLocked, onMove, onRest }: SliderProps) {
  return (
    <label className={styles.slider}>
      <span>{label}</span>
      <input
        type="range"
        min={0}
        max={100}
        step={5}
        value={value}
        disabled={isLocked}
        aria-valuetext={`${value} per cent from the ${from}`}
        onChange={(event) => onMove(Number(event.target.value))}
        onBlur={onRest}
      />
    </label>
  )
}
