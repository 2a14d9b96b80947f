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
  expect(wrong('list', '--state')?.message).toBe('--state needs a value.')
  expect(wrong('list', '--state', '--json')?.message).toBe('--state needs a value; one that begins with a hyphen is written --state=….')
  expect(wrong('list', '--stat')?.message).toBe('There is no option “--stat” here.')
  expect(wrong('list', '--json=yes')?.message).toBe('--json stands alone: nothing follows its name.')
})

test('[CL6] what is wrong is not pushed out of sight by what might be written, and the rest is a word away', () => {
  const wrong = (...argv: readonly string[]) => {
    const line = readLine(argv)
    return 'message' in line ? line : undefined
  }
  for (const line of [wrong('publish'), wrong('act', 'x'), wrong('set', 'x')]) expect(line?.usage.split('\n')).toHaveLength(3)
  expect(wrong('set', 'x')?.usage).toContain('“help set” says more.')
  expect(wrong('person')?.message).toBe(
    '“person” is the beginning of several commands: person add, person rename, person roles, person left.',
  )
})

test('help is there for every command', () => {
  expect(read('--help').name).toBe('help')
  expect(read('act', '--help')).toMatchObject({ name: 'help', words: ['act'] })
  for (const command of commands) expect(usageOf(command)).toContain(`chancery ${command.name}`)
})

test('[CL6] help of a word that begins several commands is that of all of them, and acts say what their options take', () => {
  const help = commands.find(({ name }) => name === 'help')
  if (help?.needs !== 'nothing') throw new Error('there is no help')
  const told = (...words: readonly string[]) => {
    const outcome = help.tell({ words, values: {} })
    return 'ok' in outcome && outcome.ok ? String(outcome.value.text) : ''
  }
  for (const name of ['person add', 'person rename', 'person roles', 'person left']) expect(told('person')).toContain(`chancery ${name} `)
  expect(told('settings')).toContain('chancery settings [FILE.json]')
  expect(told('settings')).toContain('chancery settings undo')
  expect(told('settings', 'undo')).not.toContain('bring-back')
  expect(told('persons')).toBe('')
  for (const words of ['facts, legal, identity, rights', 'hold-back', 'lead, second, notice', 'clarification'])
    expect(told('act')).toContain(words)
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
