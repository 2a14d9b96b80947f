/** Dates and times as people write them, read one way only: what can be meant in two ways is asked about, whatever language the browser speaks. */
import { dateWords } from '../../shared/site/dates.ts'

export type Read = { readonly ok: true; readonly value: string } | { readonly ok: false; readonly words: string }

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'] as const
const day = 24 * 3_600_000
const example = 'Write a date such as 29 March 2026.'

/** `written` as `2026-03-29`. `today`: the day that *today*, *tomorrow* and a date without a year count from. */
export function readDate(written: string, today: string): Read {
  const text = written.trim().toLowerCase().replaceAll(',', ' ').replaceAll(/\s+/gu, ' ')
  if (text === 'today') return { ok: true, value: today }
  if (text === 'tomorrow') return { ok: true, value: new Date(Date.parse(`${today}T00:00:00Z`) + day).toISOString().slice(0, 10) }
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text)
  if (iso) return real(iso[1], iso[2], iso[3])
  const dotted = /^(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})$/.exec(text)
  if (dotted) return real(dotted[3], dotted[2], dotted[1])
  const slashed = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})$/.exec(text)
  if (slashed) return ofTwo(Number(slashed[1]), Number(slashed[2]), slashed[3] ?? '')
  const words = text.replace(/^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]* /u, '').replaceAll(/(\d)(?:st|nd|rd|th)\b/gu, '$1')
  const [, first, name, year] = /^(\d{1,2})[ .-]+([a-z]{3,})\.?(?:[ -]+(\d{4}))?$/u.exec(words) ?? monthFirst(words) ?? []
  const month = months.findIndex((known) => name?.startsWith(known)) + 1
  if (month === 0 || first === undefined) return { ok: false, words: example }
  return year === undefined ? next(month, Number(first), today) : real(year, String(month), first)
}

/** `written` as `06:00`. */
export function readTime(written: string): Read {
  const found = /^(\d{1,2})(?:[:.h](\d{2}))?(?::\d{2})? ?(am|pm)?$/u.exec(written.trim().toLowerCase())
  const wrong: Read = { ok: false, words: 'Write a time such as 06:00.' }
  // A figure alone may be anything.
  if (!found || (found[2] === undefined && found[3] === undefined)) return wrong
  const half = found[3]
  const hour = Number(found[1])
  if (half !== undefined && (hour < 1 || hour > 12)) return wrong
  const hours = half === undefined ? hour : (hour % 12) + (half === 'pm' ? 12 : 0)
  const minutes = Number(found[2] ?? '0')
  if (hours > 23 || minutes > 59) return wrong
  return { ok: true, value: `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}` }
}

/** `written` as `2026-03-29T06:00`. */
export function readDateTime(written: string, today: string): Read {
  const parted = /^(.*?)(?:\s*,\s*|\s+at\s+|t|\s+)(\d{1,2}(?:[:.h]\d{2}(?::\d{2})?)? ?(?:am|pm)?)$/iu.exec(written.trim())
  const date = readDate(parted?.[1] ?? written, today)
  if (!date.ok) return { ok: false, words: date.words === example ? 'Write date and time such as 29 March 2026, 06:00.' : date.words }
  const time = readTime(parted?.[2] ?? '')
  return time.ok
    ? { ok: true, value: `${date.value}T${time.value}` }
    : { ok: false, words: 'The time is missing: write it behind the date, such as 06:00.' }
}

/** `29 March 2026`, `29 March 2026, 06:00`; what is no date stays as it is. */
export function writtenOut(iso: string): string {
  if (!/^\d{4}-\d{2}-\d{2}/.test(iso)) return iso
  return iso.length > 10 ? `${dateWords(iso)}, ${iso.slice(11, 16)}` : dateWords(iso)
}

function monthFirst(words: string): readonly (string | undefined)[] | undefined {
  const found = /^([a-z]{3,})\.? (\d{1,2})(?: (\d{4}))?$/u.exec(words)
  return found ? [found[0], found[2], found[1], found[3]] : undefined
}

function ofTwo(first: number, second: number, year: string): Read {
  if (first > 12) return real(year, String(second), String(first))
  if (second > 12) return real(year, String(first), String(second))
  if (first === second) return real(year, String(first), String(second))
  const either = [real(year, String(second), String(first)), real(year, String(first), String(second))]
  const [one = '', other = ''] = either.map((read) => (read.ok ? dateWords(read.value) : ''))
  return { ok: false, words: `That can be ${one} or ${other}. Write the month as a word.` }
}

/** Without a year the next such day is meant, today included. */
function next(month: number, date: number, today: string): Read {
  const year = Number(today.slice(0, 4))
  const here = real(String(year), String(month), String(date))
  return here.ok && here.value < today ? real(String(year + 1), String(month), String(date)) : here
}

function real(year = '', month = '', date = ''): Read {
  const value = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  const found = new Date(`${value}T00:00:00Z`)
  if (!Number.isNaN(found.getTime()) && found.toISOString().slice(0, 10) === value) return { ok: true, value }
  return { ok: false, words: 'There is no such day.' }
}
