/** What is wrong with settings that have the right shape: said on screen before they are sent, and judged again at the hub. */
import { dateWords } from '../site/dates.ts'
import { isDay } from './day.ts'
import type { HouseSettings } from './settings.ts'
import { isZone } from './zone.ts'

/** One sentence about the first thing that cannot stand, or undefined. */
export function settingsProblem(settings: HouseSettings): string | undefined {
  const { zone, categories, contributorsNotes, policies, destinations, weather } = settings
  if (!isZone(zone)) return `There is no time zone named “${zone}”. Write it as Europe/London.`
  const category = twice(categories, ({ slug }) => slug)
  if (category)
    return `Two categories have the address part “${category.slug}”, “${category.name}” is the second. Give one of them another name.`
  const note = twice(contributorsNotes, ({ id }) => id)
  if (note) return `Two contributors’ notes have the id “${note.id}”. Give one of them another name.`
  const policy = twice(policies, ({ slug }) => slug)
  if (policy) return `Two policies have the address part “${policy.slug}”. Give one of them another title.`
  const untitled = policies.findIndex(({ title }) => title.trim() === '')
  if (untitled >= 0) return `The policy in row ${untitled + 1} has no title. Write it, or take the row out.`
  const destination = twice(destinations, ({ id }) => id)
  if (destination) return `Two destinations have the id “${destination.id}”. Take one of them out.`
  if (!isDay(weather.date)) return `There is no day ${weather.date} for today’s weather. Write it as 2026-03-29.`
  return sponsorProblem(settings)
}

function sponsorProblem({ sponsors }: HouseSettings): string | undefined {
  for (const [index, { name, from, until }] of sponsors.entries()) {
    // An entry of the list that thanks nobody would be printed.
    if (name.trim() === '') return `The sponsor or patron in row ${index + 1} has no name. Write it, or take the row out.`
    const who = `“${name}”`
    const wrong = [from, until].find((day) => !isDay(day))
    if (wrong !== undefined) return `${who} has a day that no calendar has, ${wrong}. Write it as 2026-03-29.`
    if (from !== '' && until !== '' && until < from)
      return `${who} would be thanked until ${dateWords(until)}, which lies before the first day, ${dateWords(from)}. Choose a last day on or after the first, or leave one of them empty.`
  }
  return undefined
}

function twice<T>(rows: readonly T[], keyOf: (row: T) => string): T | undefined {
  const seen = new Set<string>()
  return rows.find((row) => {
    const key = keyOf(row)
    if (seen.has(key)) return true
    seen.add(key)
    return false
  })
}
