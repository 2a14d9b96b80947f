/** Days of the calendar as they are written: `2026-03-29`. */

/** Empty, or a day that there is: the thirty-first of February has the right signs and is none. */
export function isDay(day: string): boolean {
  if (day === '') return true
  const at = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day)
}
