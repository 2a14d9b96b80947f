/** Dates and counts as the screens write them: absolute, in the desk's zone, British. */
import { span } from '../../shared/desk/lateness.ts'

const formats = new Map<string, Intl.DateTimeFormat>()

function format(zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${zone} ${JSON.stringify(options)}`
  let found = formats.get(key)
  if (!found) {
    found = new Intl.DateTimeFormat('en-GB', { ...(zone === '' ? {} : { timeZone: zone }), ...options })
    formats.set(key, found)
  }
  return found
}

/** `16:20:04` on this computer's clock: what the status line says of saving. */
export function clockTime(instant: string): string {
  return format('', { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' }).format(new Date(instant))
}

/** `14 Mar, 16:20`, with the year when it is another one than today's. */
export function shortDate(instant: string, zone: string): string {
  const now = new Date()
  if (instant === '') return ''
  const date = new Date(instant)
  const otherYear = format(zone, { year: 'numeric' }).format(date) !== format(zone, { year: 'numeric' }).format(now)
  const day = format(zone, { day: 'numeric', month: 'short', ...(otherYear ? { year: 'numeric' } : {}) }).format(date)
  return `${day}, ${format(zone, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(date)}`
}

/** `Sunday 29 March 2026`. */
export function dayHeading(instant: string, zone: string): string {
  return format(zone, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }).format(new Date(instant)).replace(',', '')
}

/** `06:00`. */
export function timeOfDay(instant: string, zone: string): string {
  return format(zone, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(new Date(instant))
}

/** `2026-03-29`: sorts, and joins what falls on one day in `zone`. */
export function dayKey(instant: string, zone: string): string {
  return format(zone, { year: 'numeric', month: '2-digit', day: '2-digit' }).format(new Date(instant)).split('/').reverse().join('-')
}

const numbers = new Intl.NumberFormat('en-GB')

/** `4,218`. */
export function count(value: number): string {
  return numbers.format(value)
}

/** `1 word`, `4,218 words`. */
export function counted(value: number, one: string, many: string): string {
  return `${count(value)} ${value === 1 ? one : many}`
}

/** `in 13 h 20 min`, `in 3 days 4 h`, `in 5 min`; empty once `instant` is past. */
export function timeUntil(instant: string, now: Date): string {
  const minutes = Math.ceil((Date.parse(instant) - now.getTime()) / 60_000)
  if (!(minutes > 0)) return ''
  return `in ${span(minutes)}`
}
