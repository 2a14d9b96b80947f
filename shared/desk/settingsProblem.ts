/** What is wrong with settings that have the right shape: said on screen before they are sent, and judged again at the hub. */
import { dateWords } from '../site/dates.ts'
import { isDay } from './day.ts'
import type { HouseSettings } from './settings.ts'
import type { SettingsPart } from './settingsParts.ts'
import { isZone } from './zone.ts'

type Problem = (settings: HouseSettings) => string | undefined

/** Each says one sentence about its part, and reads no other. */
const problems: Readonly<Partial<Record<SettingsPart, Problem>>> = {
  zone: ({ zone }) => (isZone(zone) ? undefined : `There is no time zone named “${zone}”. Write it as Europe/London.`),
  categories: ({ categories }) => {
    const category = twice(categories, ({ slug }) => slug)
    return category
      ? `Two categories have the address part “${category.slug}”, “${category.name}” is the second. Give one of them another name.`
      : undefined
  },
  contributorsNotes: ({ contributorsNotes }) => {
    const note = twice(contributorsNotes, ({ id }) => id)
    return note ? `Two contributors’ notes have the id “${note.id}”. Give one of them another name.` : undefined
  },
  policies: policyProblem,
  destinations: ({ destinations }) => {
    const destination = twice(destinations, ({ id }) => id)
    return destination ? `Two destinations have the id “${destination.id}”. Take one of them out.` : undefined
  },
  weather: weatherProblem,
  sponsors: sponsorProblem,
}

/**
 * One sentence about the first thing in the `changed` parts that cannot stand, or undefined. What stands already may be from a time
 * before a rule: it hinders nobody who changes something else. [BI2]
 */
export function settingsProblem(settings: HouseSettings, changed: readonly SettingsPart[]): string | undefined {
  for (const part of changed) {
    const problem = problems[part]?.(settings)
    if (problem !== undefined) return problem
  }
  return undefined
}

function policyProblem({ policies }: HouseSettings): string | undefined {
  const policy = twice(policies, ({ slug }) => slug)
  if (policy) return `Two policies have the address part “${policy.slug}”. Give one of them another title.`
  const untitled = policies.findIndex(({ title }) => title.trim() === '')
  return untitled < 0 ? undefined : `The policy in row ${untitled + 1} has no title. Write it, or take the row out.`
}

function weatherProblem({ weather: { date, condition, temperature, humidity, wind } }: HouseSettings): string | undefined {
  if (!isDay(date)) return `There is no day ${date} for today’s weather. Write it as 2026-03-29.`
  const hasFigures = [temperature, humidity, wind].some((figure) => figure !== null)
  // A masthead has its line whole and of its day, or none.
  if (condition.trim() === '' && hasFigures)
    return 'Today’s weather has no condition, such as light rain, and would not be printed without one. Write it, or empty the figures.'
  if (date === '' && condition.trim() !== '')
    return 'Today’s weather has no date, and would not be printed without one. Write it, or empty the condition and the figures.'
  return undefined
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
