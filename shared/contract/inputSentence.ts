/** Why the input of a call does not fit, in one sentence with its place. */
import type { z } from 'zod'
import { settingsSentence } from '../desk/settingsPlace.ts'
import { firstIssue, issueWords } from '../issueWords.ts'
import type { CallName } from './contract.ts'

export function inputSentence(name: CallName, issues: readonly z.core.$ZodIssue[]): string {
  const issue = firstIssue(issues)
  if (issue?.path[0] === 'settings') return settingsSentence([{ ...issue, path: issue.path.slice(1) }])
  if (!issue) return `${name} is not what was asked for.`
  const [field, ...inside] = issue.path
  // A limit is told as a person would; everything else is for those who write programs.
  if (issue.code === 'too_big' && typeof field === 'string' && inside.length === 0) return `The ${field} ${issueWords(issue)}.`
  return `${issue.path.join('.') || name} ${issueWords(issue)}.`
}
