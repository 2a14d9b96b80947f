/** A chosen time read back in words before it is asked for, so that a slip of the finger is seen. [QU13] [WF10] */
import { meaningOf, zonedTime } from '../../../shared/desk/zone.ts'
import { fullDate } from '../../../shared/site/dates.ts'
import { timeUntil } from '../../state/dates.ts'

const day = 24 * 3_600_000

/** What is said of a written time: the time itself, two to choose from, or why it cannot be. */
export type Planned =
  | { readonly kind: 'time'; readonly at: string; readonly words: string; readonly by: string }
  | { readonly kind: 'either'; readonly words: string; readonly choices: readonly { readonly at: string; readonly words: string }[] }
  | { readonly kind: 'wrong'; readonly words: string }

/** `written`: a wall clock in `zone`, or an instant that was chosen from two. `embargo`: an instant, or empty. */
export function planned(written: string, zone: string, now: Date, embargo = ''): Planned {
  const meaning = meant(written, zone)
  if (meaning.kind !== 'one') return meaning
  const { at } = meaning
  if (Date.parse(at) <= now.getTime()) return { kind: 'wrong', words: 'That time has passed. Choose a later one, or publish now.' }
  if (embargo !== '' && Date.parse(at) < Date.parse(embargo))
    return { kind: 'wrong', words: `It is under embargo until ${instantWords(embargo, zone)}. Choose that time or a later one.` }
  const change = clockChange(new Date(at), zone, now)
  return {
    kind: 'time',
    at,
    words: `${instantWords(at, zone)}, ${timeUntil(at, now)}.${change === '' ? '' : ` ${change}`}`,
    by: `Published by this computer; it must be on at ${zonedTime(new Date(at), zone).at.slice(11, 16)}.`,
  }
}

/** The instant that a wall clock in `zone` means, the two that it can, or why none. */
export function meant(written: string, zone: string): { readonly kind: 'one'; readonly at: string } | Exclude<Planned, { kind: 'time' }> {
  const found = meaningOf(written, zone)
  if (!found.ok) return { kind: 'wrong', words: found.error.message }
  return found.value.kind === 'one' ? found.value : either(written, found.value.kind, found.value.either, zone)
}

/** `Sunday 29 March 2026, 06:00, London (05:00 UTC)`. */
export function instantWords(at: string, zone: string): string {
  const instant = new Date(at)
  const wall = zonedTime(instant, zone).at
  return `${fullDate(wall)}, ${wall.slice(11, 16)}, ${cityOf(zone)} (${instant.toISOString().slice(11, 16)} UTC)`
}

function either(
  written: string,
  kind: 'gap' | 'fold',
  instants: readonly [string, string],
  zone: string,
): Extract<Planned, { kind: 'either' }> {
  const wall = written.slice(11, 16)
  const choices = instants.map((at, index) => ({
    at,
    words: `${zonedTime(new Date(at), zone).at.slice(11, 16)}, ${index === 0 ? 'before' : 'after'} the clocks change (${at.slice(11, 16)} UTC)`,
  }))
  const words =
    kind === 'gap'
      ? `The clocks go forward then, and ${wall} does not exist in ${cityOf(zone)}. Choose which is meant.`
      : `The clocks go back then, and ${wall} comes twice in ${cityOf(zone)}. Choose which is meant.`
  return { kind: 'either', words, choices }
}

/** What the clocks of `zone` do in the day before `instant`; empty when they run on. */
function clockChange(instant: Date, zone: string, now: Date): string {
  const step = offset(instant, zone) - offset(new Date(instant.getTime() - day), zone)
  if (step === 0) return ''
  const night = instant.getTime() - now.getTime() < day ? 'tonight' : 'that night'
  return `The clocks go ${step > 0 ? 'forward' : 'back'} ${night}.`
}

/** What the clocks of `zone` do on a day, `2026-03-29`: `Clocks go forward at 01:00`; empty on all other days. */
export function clockChangeOn(date: string, zone: string): string {
  const next = new Date(Date.parse(`${date}T00:00:00Z`) + day).toISOString().slice(0, 10)
  const [before, after] = [startOf(date, zone), startOf(next, zone)]
  const [old, step] = [offset(before, zone), offset(after, zone) - offset(before, zone)]
  if (step === 0) return ''
  const minute = 60_000
  let [from, to] = [before.getTime() / minute, after.getTime() / minute]
  while (to - from > 1) {
    const middle = Math.floor((from + to) / 2)
    if (offset(new Date(middle * minute), zone) === old) from = middle
    else to = middle
  }
  return `Clocks go ${step > 0 ? 'forward' : 'back'} at ${new Date(to * minute + old).toISOString().slice(11, 16)}`
}

/** Its first moment, also where the clocks go forward at midnight. */
function startOf(date: string, zone: string): Date {
  const meaning = meaningOf(`${date} 00:00`, zone)
  if (!meaning.ok) throw new Error(meaning.error.message)
  return new Date(meaning.value.kind === 'one' ? meaning.value.at : meaning.value.either[0])
}

function offset(instant: Date, zone: string): number {
  return Date.parse(`${zonedTime(instant, zone).at.slice(0, 19)}Z`) - instant.getTime()
}

/** Whose clock it is, as people name it: `New York`. */
export function cityOf(zone: string): string {
  return zone.split('/').at(-1)?.replaceAll('_', ' ') ?? zone
}
