/** `help`: every command on a line, or one command's usage. */
import { ok } from '../../shared/result.ts'
import type { Command, TellingCommand } from './command.ts'

/** Needs the table of all commands, which holds it: it is given that table. */
export function helpCommand(all: () => readonly Command[]): TellingCommand {
  return {
    name: 'help',
    form: '[COMMAND]',
    summary: 'what there is, or how one command is written',
    options: {},
    words: [0, 2],
    needs: 'nothing',
    tell({ words }) {
      const name = words.join(' ')
      const one = all().find((command) => command.name === name)
      if (name !== '' && !one) return { wrongUsage: `There is no command “${name}”.` }
      const text = one ? usageOf(one) : helpText(all())
      return ok({ document: { help: text }, text })
    },
  }
}

export function helpText(commands: readonly Command[]): string {
  const width = Math.max(...commands.map(({ name }) => name.length))
  const lines = commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}\n`)
  return `Usage: chancery COMMAND [--data DIR] [--json]\n\n${lines.join('')}\nhelp COMMAND says how it is written. Exit: 0 done, 1 refused, 2 wrongly written.\n`
}

export function usageOf({ name, form, summary, details = '' }: Command): string {
  return `Usage: chancery ${[name, form, '[--data DIR] [--json]'].filter((part) => part !== '').join(' ')}\n  ${summary}\n${details}`
}
