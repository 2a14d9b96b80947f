/** Reading the command line: which command, its words and options, and the two options every command takes. */
import { parseArgs } from 'node:util'
import { type Arguments, type Command, everyOption } from './command.ts'
import { commands } from './commands.ts'
import { anyUsage, helpText, noCommand, usageLine } from './help.ts'

export interface Line {
  readonly command: Command
  readonly given: Arguments
  readonly json: boolean
  /** As written; undefined: the folder the environment or the platform names. */
  readonly data: string | undefined
}

/** A line that cannot be run, with what to print. */
export interface WrongLine {
  readonly message: string
  readonly usage: string
  readonly json: boolean
}

/** `argv`: without the program's own name. The command may stand before or after the common options. */
export function readLine(argv: readonly string[]): Line | WrongLine {
  const json = argv.includes('--json')
  const found = commandIn(argv)
  if (!found) {
    const word = firstWord(argv)
    if (word === undefined && (argv.includes('--help') || argv.includes('-h') || argv.length === 0))
      return helpLine(argv.length === 0, json)
    return {
      message: word === undefined ? 'Which command?' : noCommand(word, commands),
      usage: word === undefined ? helpText(commands) : anyUsage,
      json,
    }
  }
  const { command, rest } = found
  const wrong = (message: string): WrongLine => ({ message, usage: usageLine(command), json })
  try {
    const { values, positionals } = parseArgs({ args: [...rest], options: { ...everyOption, ...command.options }, allowPositionals: true })
    const given = { words: positionals, values }
    if (values.help === true) return { ...helpLine(false, json), given: { words: [command.name], values: {} } }
    if (values.data === '') return wrong('--data needs the name of a folder.')
    const [fewest, most] = command.words
    if (positionals.length < fewest) return wrong(missingWord(command, positionals.length))
    // A name that a script left empty must not be taken for the article without a headline.
    if (command.form.startsWith('ARTICLE') && positionals[0]?.trim() === '') return wrong(missingWord(command, 0))
    if (positionals.length > most) return wrong(`What is “${positionals[most] ?? ''}” for?`)
    return { command, given, json, data: typeof values.data === 'string' ? values.data : undefined }
  } catch (error) {
    return wrong(optionWords(error))
  }
}

/** What Node says of an option, in our words. */
function optionWords(error: unknown): string {
  const said = error instanceof Error ? error.message : ''
  const [, name = ''] = /'(?:-\w, )?(-{1,2}[^ '=]*)/u.exec(said) ?? []
  if (name === '') return 'This cannot be read.'
  if (said.startsWith('Unknown option')) return `There is no option “${name}” here.`
  if (said.includes('does not take an argument')) return `${name} stands alone: nothing follows its name.`
  return said.includes('ambiguous')
    ? `${name} needs a value; one that begins with a hyphen is written ${name}=….`
    : `${name} needs a value.`
}

/** Names the word of the usage line that is not there. */
function missingWord({ form }: Command, index: number): string {
  const names = form
    .replaceAll(/\[[^\]]*\]|--\S+ \S+/g, '')
    .split(' ')
    .filter((name) => name !== '')
  return `${names[index] ?? 'Something'} is missing.`
}

function helpLine(isMissing: boolean, json: boolean): Line | WrongLine {
  const help = commands.find(({ name }) => name === 'help')
  if (isMissing || !help) return { message: 'Which command?', usage: helpText(commands), json }
  return { command: help, given: { words: [], values: {} }, json, data: undefined }
}

/** The command's name may be two words (`person add`); `--data DIR` may come before it. */
function commandIn(argv: readonly string[]): { readonly command: Command; readonly rest: readonly string[] } | undefined {
  const at = firstWordIndex(argv)
  if (at < 0) return undefined
  const two = `${argv[at] ?? ''} ${argv[at + 1] ?? ''}`
  const command = commands.find(({ name }) => name === two) ?? commands.find(({ name }) => name === argv[at])
  if (!command) return undefined
  return { command, rest: [...argv.slice(0, at), ...argv.slice(at + command.name.split(' ').length)] }
}

function firstWord(argv: readonly string[]): string | undefined {
  return argv[firstWordIndex(argv)]
}

function firstWordIndex(argv: readonly string[]): number {
  return argv.findIndex((word, index) => !word.startsWith('-') && argv[index - 1] !== '--data')
}
