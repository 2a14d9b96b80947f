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

/** What a written time can mean: one instant, or two to choose from where the clocks leave the wall time out (`gap`) or repeat it (`fold`). */
export type Meaning =
  | { readonly kind: 'one'; readonly at: string }
  | { readonly kind: 'gap' | 'fold'; readonly either: readonly [string, string] }

/** Reads an ISO instant with `Z` or an offset, or a wall clock in `zone`, such as `2026-03-29 06:00`. [WF10] */
export function meaningOf(written: string, zone: string): Result<Meaning> {
  const text = written.trim().replace(' ', 'T')
  if (/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/.test(text)) {
    const instant = new Date(text)
    if (!Number.isNaN(instant.getTime())) return ok({ kind: 'one', at: instant.toISOString() })
  }
  const wall = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})(:\d{2})?$/.exec(text)
  if (!wall) return fail('invalid', `“${written}” is not a date and time. Write it as 2026-03-29 06:00.`)
  const guess = Date.parse(`${wall[1]}T${wall[2]}${wall[3] ?? ':00'}Z`)
  if (Number.isNaN(guess) || new Date(guess).toISOString().slice(0, 10) !== wall[1]) {
    return fail('invalid', `There is no such date or time as ${written}. Nothing was scheduled.`)
  }
  const iso = (instant: number) => new Date(instant).toISOString()
  const readings = offsetsAround(guess, zone).map((offset) => guess - offset)
  const found = readings.filter((instant) => instant + offsetAt(instant, zone) === guess)
  const [early = guess, late = guess] = readings.toSorted((a, b) => a - b)
  if (found.length === 1) return ok({ kind: 'one', at: iso(found[0] ?? guess) })
  return ok({ kind: found.length === 0 ? 'gap' : 'fold', either: [iso(early), iso(late)] })
}

/** The one instant a person means by `written`. One that does not exist or comes twice is asked about, both ways offered. [WF10] */
export function instantOf(written: string, zone: string): Result<string> {
  const meaning = meaningOf(written, zone)
  if (!meaning.ok) return meaning
  if (meaning.value.kind === 'one') return ok(meaning.value.at)
  const wall = written.trim().replace('T', ' ').slice(0, 16)
  const both = meaning.value.either.join(' or ')
  return meaning.value.kind === 'gap'
    ? fail('invalid', `The clocks go forward then: ${wall} does not exist in ${zone}. Say which instead: ${both}.`)
    : fail('invalid', `The clocks go back then: ${wall} comes twice in ${zone}. Say which: ${both}.`)
}

/** What the clocks of `zone` stand at against UTC a day before and a day after: two values about the night they are changed. */
function offsetsAround(guess: number, zone: string): readonly number[] {
  const day = 24 * 3600 * 1000
  return [...new Set([guess - day, guess + day].map((near) => offsetAt(near, zone)))]
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
