/** What does not fit in the settings, in one sentence with its place: on screen and on the command line the same. */
import type { z } from 'zod'
import { firstIssue, issueWords } from '../issueWords.ts'
import { isSettingsPart, settingsParts } from './settingsParts.ts'

const parts: Readonly<Record<string, string>> = {
  name: 'name',
  slug: 'address part',
  title: 'title',
  text: 'text',
  label: 'label',
  address: 'address',
  from: 'first day',
  until: 'last day',
  action: 'address of the sign-up',
  date: 'date',
  condition: 'condition',
  temperature: 'temperature',
  humidity: 'humidity',
  wind: 'wind',
  folder: 'folder',
}

/** `The sponsors and patrons, row 3, name may have at most 120 characters.` */
export function settingsSentence(issues: readonly z.core.$ZodIssue[]): string {
  const issue = firstIssue(issues)
  return issue ? `${placeInWords(issue.path)} ${issueWords(issue)}.` : ''
}

function placeInWords(path: readonly PropertyKey[]): string {
  const [first, ...rest] = path
  const inside = rest.map((part) => (typeof part === 'number' ? `row ${part + 1}` : (parts[String(part)] ?? String(part))))
  const part = String(first)
  return [isSettingsPart(part) ? settingsParts[part].words : 'A part of the settings', ...inside].join(', ')
}
