/** Asking for a recovery code: from the option, from a person at a terminal, or from standard input. */
import { createInterface } from 'node:readline/promises'
import { type Arguments, textOf } from './command.ts'

/** The code as written; empty when none was given. It is checked where it is used. */
export async function recoveryCodeFor(given: Arguments): Promise<string> {
  const option = textOf(given, 'code')
  if (option !== '') return option
  const asked = createInterface({ input: process.stdin, output: process.stderr, terminal: process.stdin.isTTY })
  try {
    if (process.stdin.isTTY) return await asked.question('Recovery code: ')
    for await (const line of asked) if (line.trim() !== '') return line
    return ''
  } finally {
    asked.close()
  }
}
