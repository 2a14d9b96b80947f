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
      const told = [...(one ? [one] : []), ...groupOf(name, all())]
      if (name !== '' && told.length === 0) return { wrongUsage: noCommand(name, all()) }
      const text = name === '' ? helpText(all()) : told.map(usageOf).join('\n')
      return ok({ document: { help: text }, text })
    },
  }
}

export function helpText(commands: readonly Command[]): string {
  const width = Math.max(...commands.map(({ name }) => name.length))
  const lines = commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}\n`)
  return `Usage: chancery COMMAND [--data DIR] [--json]\n\n${lines.join('')}\nhelp COMMAND says how it is written. Exit: 0 done, 1 refused, 2 wrongly written.\n`
}

/** `help COMMAND`: how it is written, what it does, what its words and options may be. */
export function usageOf(command: Command): string {
  return `${formOf(command)}  ${command.summary}\n${command.details ?? ''}`
}

/** After what was wrong: how it is written, and where the rest is told. */
export function usageLine(command: Command): string {
  return `${formOf(command)}“help ${command.name}” says more.\n`
}

/** No command is called so; those of two words that begin with it are named. */
export function noCommand(word: string, commands: readonly Command[]): string {
  const group = groupOf(word, commands)
  return group.length === 0
    ? `There is no command “${word}”.`
    : `“${word}” is the beginning of several commands: ${group.map(({ name }) => name).join(', ')}.`
}

/** Where no command was found: how any is written. */
export const anyUsage = 'Usage: chancery COMMAND [--data DIR] [--json]\n“help” lists the commands.\n'

function groupOf(word: string, commands: readonly Command[]): readonly Command[] {
  return word === '' ? [] : commands.filter(({ name }) => name.startsWith(`${word} `))
}

function formOf({ name, form }: Command): string {
  return `Usage: chancery ${[name, form, '[--data DIR] [--json]'].filter((part) => part !== '').join(' ')}\n`
}
