/** How a command line is read: which command, which words, and what is said when it is written wrongly. */
import { expect, test } from 'vitest'
import { commands } from '../../electron/cli/commands.ts'
import { usageOf } from '../../electron/cli/help.ts'
import { readLine } from '../../electron/cli/line.ts'
import { table } from '../../electron/cli/table.ts'

function read(...argv: readonly string[]): {
  readonly name: string
  readonly words: readonly string[]
  readonly json: boolean
  readonly data: string | undefined
} {
  const line = readLine(argv)
  if ('message' in line) throw new Error(line.message)
  return { name: line.command.name, words: line.given.words, json: line.json, data: line.data }
}

test('common options may stand before or after the command', () => {
  expect(read('--data', '/d', '--json', 'list')).toEqual({ name: 'list', words: [], json: true, data: '/d' })
  expect(read('list', '--json', '--data=/d')).toEqual({ name: 'list', words: [], json: true, data: '/d' })
})

test('a name of two words is one command, and a word with a hyphen can be given after --', () => {
  expect(read('person', 'add', 'Ann Other', '--role', 'editor,publisher')).toMatchObject({ name: 'person add', words: ['Ann Other'] })
  expect(read('search', '--', '--dashes--')).toMatchObject({ name: 'search', words: ['--dashes--'] })
})

test('wrong usage says what is wrong and how it is written', () => {
  const wrong = (...argv: readonly string[]) => {
    const line = readLine(argv)
    return 'message' in line ? line : undefined
  }
  expect(wrong()).toMatchObject({ message: 'Which command?', json: false })
  expect(wrong('--json')).toMatchObject({ message: 'Which command?', json: true })
  expect(wrong('publish')?.message).toBe('There is no command “publish”.')
  expect(wrong('list', 'extra')?.message).toContain('“extra”')
  expect(wrong('act', 'x')?.usage).toContain('act ARTICLE ACT --as PERSON')
  expect(wrong('list', '--stat')?.message).toContain('--stat')
  expect(wrong('list', '--state')?.message).toContain('--state')
  expect(wrong('list', '--data', '')?.message).toContain('--data')
})

test('help is there for every command', () => {
  expect(read('--help').name).toBe('help')
  expect(read('act', '--help')).toMatchObject({ name: 'help', words: ['act'] })
  for (const command of commands) expect(usageOf(command)).toContain(`chancery ${command.name}`)
})

test('columns stand under each other, whatever letters they hold', () => {
  expect(
    table(
      ['A', 'B'],
      [
        ['e\u0301tude', 1],
        ['x\ny', 22],
      ],
    ),
  ).toBe('A      B\ne\u0301tude  1\nx y    22\n')
})
