/** How an answer, a refusal or wrong usage leaves the program: what goes to which stream, and the exit code. */
import type { Failure } from '../../shared/result.ts'
import type { Terminal } from '../owner/terminal.ts'
import type { Outcome } from './command.ts'
import { usageLine } from './help.ts'
import type { Line, WrongLine } from './line.ts'

/** Prints what a command came to; answers the exit code: 0 done, 1 refused, 2 wrongly written. */
export function printOutcome(outcome: Outcome, line: Line, terminal: Terminal): number {
  if ('wrongUsage' in outcome) return printWrong({ message: outcome.wrongUsage, usage: usageLine(line.command), json: line.json }, terminal)
  if (!outcome.ok) return printFailure(outcome.error, line.json, terminal)
  const { document, text, notes = [], exit = 0 } = outcome.value
  for (const note of notes) terminal.err(`${note}\n`)
  terminal.out(line.json ? jsonText(document) : text)
  return exit
}

export function printFailure({ code, message, details, reference }: Failure, json: boolean, terminal: Terminal): number {
  const error = { code, message, ...(details ? { details } : {}), ...(reference ? { reference } : {}) }
  if (json) terminal.out(jsonText({ error }))
  else terminal.err(`${message}${reference ? ` (${reference})` : ''}\n`)
  return 1
}

/** What was thrown goes to standard error for whoever mends it. */
export function printBug(error: unknown, json: boolean, terminal: Terminal): number {
  terminal.err(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
  return printFailure({ code: 'internal', message: 'Something went wrong in the program. What was saved is safe.' }, json, terminal)
}

export function printWrong({ message, usage, json }: WrongLine, terminal: Terminal): number {
  if (json) terminal.out(jsonText({ error: { code: 'usage', message } }))
  terminal.err(`${message}\n${usage}`)
  return 2
}

function jsonText(document: unknown): string {
  return `${JSON.stringify(document, null, 2)}\n`
}
