/** Instants and wall clocks: the only place that asks the zone database. What is published stores its offset. [WF10] [SI12] */
import { fail, ok, type Result } from '../result.ts'
import type { ZonedTime } from './record.ts'

/** The wall clock in `zone` at `instant`, with its offset: `2026-03-29T06:00:00+01:00`. Whole seconds. */
export function zonedTime(instant: Date, zone: string): ZonedTime {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).formatToParts(instant)
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((entry) => entry.type === type)?.value ?? '00'
  const wall = `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}:${part('second')}`
  const minutes = Math.round((Date.parse(`${wall}Z`) - Math.floor(instant.getTime() / 1000) * 1000) / 60_000)
  return { at: `${wall}${offsetText(minutes)}`, zone }
}

function offsetText(minutes: number): string {
  const size = Math.abs(minutes)
  return `${minutes < 0 ? '-' : '+'}${String(Math.floor(size / 60)).padStart(2, '0')}:${String(size % 60).padStart(2, '0')}`
}

/**
 * The instant a person means by `written`: an ISO instant with `Z` or an offset, or a wall clock in `zone`, such as
 * `2026-03-29 06:00`. A wall clock that does not exist or exists twice there is asked about, never guessed.
 */
export function instantOf(written: string, zone: string): Result<string> {
  const text = written.trim().replace(' ', 'T')
  if (/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/.test(text)) {
    const instant = new Date(text)
    if (!Number.isNaN(instant.getTime())) return ok(instant.toISOString())
  }
  const wall = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})(:\d{2})?$/.exec(text)
  if (!wall) return fail('invalid', `“${written}” is not a date and time. Write it as 2026-03-29 06:00.`)
  const guess = Date.parse(`${wall[1]}T${wall[2]}${wall[3] ?? ':00'}Z`)
  if (Number.isNaN(guess) || new Date(guess).toISOString().slice(0, 10) !== wall[1]) {
    return fail('invalid', `There is no such date or time as ${written}. Nothing was scheduled.`)
  }
  const found = candidates(guess, zone)
  if (found.length === 0)
    return fail(
      'invalid',
      `The clocks go forward then: ${wall[1]} ${wall[2]} does not exist in ${zone}. Choose an earlier or a later time.`,
    )
  if (found.length > 1) {
    const both = found.map((instant) => new Date(instant).toISOString()).join(' or ')
    return fail('invalid', `The clocks go back then: ${wall[1]} ${wall[2]} comes twice in ${zone}. Say which: ${both}.`)
  }
  return ok(new Date(found[0] ?? guess).toISOString())
}

/** Instants whose wall clock in `zone` reads as `guess` does in UTC: none in a spring gap, two in an autumn fold. */
function candidates(guess: number, zone: string): readonly number[] {
  const day = 24 * 3600 * 1000
  const offsets = new Set([guess - day, guess + day].map((near) => offsetAt(near, zone)))
  return [...offsets]
    .map((offset) => guess - offset)
    .filter((instant) => instant + offsetAt(instant, zone) === guess)
    .toSorted((a, b) => a - b)
}

function offsetAt(instant: number, zone: string): number {
  const { at } = zonedTime(new Date(instant), zone)
  return Date.parse(`${at.slice(0, 19)}Z`) - Math.floor(instant / 1000) * 1000
}

/** True when the zone database knows `zone`. */
export function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en-GB', { timeZone: zone })
    return true
  } catch {
    return false
  }
}
