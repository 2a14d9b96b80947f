/** Dates, times and numbers in words, from ISO text alone: the same on every machine, in every year. [SI12] */
import type { ZonedTime } from '../desk/record.ts'

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const
const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const
const ordinals = [
  '',
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
  'eleventh',
  'twelfth',
  'thirteenth',
  'fourteenth',
  'fifteenth',
  'sixteenth',
  'seventeenth',
  'eighteenth',
  'nineteenth',
  'twentieth',
  'twenty-first',
  'twenty-second',
  'twenty-third',
  'twenty-fourth',
  'twenty-fifth',
  'twenty-sixth',
  'twenty-seventh',
  'twenty-eighth',
  'twenty-ninth',
  'thirtieth',
  'thirty-first',
] as const
const numerals = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'] as const

interface Day {
  readonly year: number
  readonly month: number
  readonly day: number
}

/** `23 November 2026` of `2026-11-23` or of an instant that begins so. */
export function dateWords(iso: string): string {
  const { year, month, day } = parts(iso)
  return `${day} ${monthName(month)} ${year}`
}

/** `Monday 23 November 2026`. */
export function fullDate(iso: string): string {
  return `${weekday(iso)} ${dateWords(iso)}`
}

/** `the twenty-third of November 2026`. */
export function dateInWords(iso: string): string {
  const { year, month, day } = parts(iso)
  return `the ${ordinals[day] ?? String(day)} of ${monthName(month)} ${year}`
}

/** `second`; in figures from the thirty-second on: `32nd`. */
export function ordinal(n: number): string {
  return ordinals[n] ?? `${n}${/1\d$/u.test(String(n)) ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th')}`
}

/** `23 November`. */
export function dayAndMonth(iso: string): string {
  const { month, day } = parts(iso)
  return `${day} ${monthName(month)}`
}

/** `Mon 23`. */
export function shortDay(iso: string): string {
  return `${weekday(iso).slice(0, 3)} ${parts(iso).day}`
}

/** `November 2026` of `2026-11`. */
export function monthWords(month: string): string {
  return `${monthName(Number(month.slice(5, 7)))} ${month.slice(0, 4)}`
}

/** `November` of `2026-11`. */
export function monthOnly(month: string): string {
  return monthName(Number(month.slice(5, 7)))
}

/** `Monday`. */
export function weekday(iso: string): string {
  return weekdays[weekdayNumber(parts(iso))] ?? ''
}

/** `09.15` of `2026-11-23T09:15:00+00:00`: the wall clock it was told by. */
export function clock(time: ZonedTime): string {
  return `${time.at.slice(11, 13)}.${time.at.slice(14, 16)}`
}

/** `GMT`, `BST` or `UTC+02:00`: only London's names are unmistakable to readers everywhere. */
export function zoneWords(time: ZonedTime): string {
  const offset = offsetOf(time.at)
  if (time.zone === 'Europe/London') return offset === '+01:00' ? 'BST' : 'GMT'
  return offset === '+00:00' ? 'UTC' : `UTC${offset}`
}

/** `Monday 23 November 2026, 09.15 GMT`. */
export function fullTime(time: ZonedTime): string {
  return `${fullDate(time.at)}, ${clock(time)} ${zoneWords(time)}`
}

/** `Mon, 23 Nov 2026 09:15:00 +0000`, as RSS wants it. */
export function mailDate(time: ZonedTime): string {
  const { year, month, day } = parts(time.at)
  const date = `${String(day).padStart(2, '0')} ${monthName(month).slice(0, 3)} ${year}`
  return `${weekday(time.at).slice(0, 3)}, ${date} ${time.at.slice(11, 19)} ${offsetOf(time.at).replace(':', '')}`
}

/** `2026-11-23T09:15:00+00:00`: RFC 3339 to the second, the offset spelled in figures. */
export function instant(time: ZonedTime): string {
  return `${time.at.slice(0, 19)}${offsetOf(time.at)}`
}

/** `4,216`. */
export function grouped(count: number): string {
  return String(count).replaceAll(/\B(?=(\d{3})+$)/gu, ',')
}

/** `four` up to twelve, figures above. */
export function countWords(count: number): string {
  return numerals[count] ?? grouped(count)
}

/** `iv` of 4, in the small letters that small capitals are made from; figures above 39. */
export function romanFigures(count: number): string {
  if (count < 1 || count > 39) return grouped(count)
  const ones = ['', 'i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix'][count % 10] ?? ''
  return `${'x'.repeat(Math.floor(count / 10))}${ones}`
}

/** `one minute`, `four minutes`. */
export function minutesWords(minutes: number): string {
  return `${countWords(minutes)} ${minutes === 1 ? 'minute' : 'minutes'}`
}

function offsetOf(at: string): string {
  const offset = /[+-]\d{2}:\d{2}$/u.exec(at)?.[0]
  return offset ?? '+00:00'
}

function monthName(month: number): string {
  return months[month - 1] ?? ''
}

function parts(iso: string): Day {
  return { year: Number(iso.slice(0, 4)), month: Number(iso.slice(5, 7)), day: Number(iso.slice(8, 10)) }
}

/** 0 is Sunday: Sakamoto's congruence for the Gregorian calendar. */
function weekdayNumber({ year, month, day }: Day): number {
  const offsets = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4] as const
  const counted = month < 3 ? year - 1 : year
  const leap = Math.floor(counted / 4) - Math.floor(counted / 100) + Math.floor(counted / 400)
  return (counted + leap + (offsets[month - 1] ?? 0) + day) % 7
}
