/** What does not fit a schema, in words for a person: the limit is said, or what would fit. */
import type { z } from 'zod'

type Issue = z.core.$ZodIssue

/** The rest of a sentence that begins with the place: `may have at most 120 characters`. */
export function issueWords(issue: Issue): string {
  switch (issue.code) {
    case 'too_big':
      return tooMuch(issue.origin, Number(issue.maximum))
    case 'too_small':
      return issue.message.startsWith('Too small') ? tooLittle(issue.origin, Number(issue.minimum)) : issue.message
    case 'invalid_format':
      return issue.message.startsWith('Invalid') ? formatWords([issue]) : issue.message
    case 'invalid_union':
      return unionWords(issue.errors.flat())
    case 'invalid_type':
      return typeWords[issue.expected] ?? issue.message
    default:
      return issue.message
  }
}

/** Of several the one to mend first: what is missing makes other parts wrong too. */
export function firstIssue(issues: readonly Issue[]): Issue | undefined {
  return issues.find(({ code }) => code === 'too_small') ?? issues[0]
}

function tooMuch(origin: string, most: number): string {
  if (origin === 'string') return `may have at most ${most} characters`
  return origin === 'array' ? `may hold at most ${most}` : `may be at most ${most}`
}

function tooLittle(origin: string, least: number): string {
  return origin === 'string' || origin === 'array' ? 'is missing' : `has to be at least ${least}`
}

/** One of several shapes, of which empty may be one: the length is said when only that is wrong. */
function unionWords(issues: readonly Issue[]): string {
  const tooLong = issues.find(({ code }) => code === 'too_big')
  return tooLong ? issueWords(tooLong) : formatWords(issues)
}

function formatWords(issues: readonly Issue[]): string {
  const is = (format: string) => issues.some((issue) => issue.code === 'invalid_format' && issue.format === format)
  if (is('email')) return 'has to be an e-mail address, or an address such as https://example.org/'
  if (is('url')) return 'has to be an address such as https://example.org/'
  const [issue] = issues
  const pattern = issue?.code === 'invalid_format' ? (issue.pattern ?? '') : ''
  if (pattern.includes('\\d{4}-\\d{2}-\\d{2}')) return 'has to be a day such as 2026-03-29'
  if (pattern.includes('[a-z0-9]+(-[a-z0-9]+)*')) return 'may hold small letters, figures and single hyphens'
  return 'is not written as it has to be'
}

const typeWords: Readonly<Record<string, string>> = {
  int: 'has to be a whole number',
  number: 'has to be a number',
  string: 'has to be text',
}
