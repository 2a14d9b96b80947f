/** Every command that is promised is there, and its help says how it is written. */
import { describe, expect, test } from 'vitest'
import { commands } from '../../electron/cli/commands.ts'
import { documentOf, notBuilt, started } from './chancery.ts'

const promised: Readonly<Record<string, readonly string[]>> = {
  init: ['[--sample]', '[--publication NAME]'],
  people: [],
  'person add': ['NAME', '--role ROLE'],
  'person rename': ['PERSON NAME', '[--as PERSON]'],
  'person roles': ['PERSON', '--role ROLE', '[--as PERSON]'],
  'person left': ['PERSON', '[--as PERSON]'],
  import: ['FILE…', '[--as PERSON]', '[--headline H]', '[--category C]', '[--byline KIND[:TEXT]]'],
  picture: ['ARTICLE FILE', '--alt TEXT', '[--caption TEXT]', '[--credit TEXT]', '[--as PERSON]'],
  list: ['[--state STATE]'],
  show: ['ARTICLE', '[--format json|html|md|text]'],
  act: ['ARTICLE ACT', '--as PERSON', '[--note NOTE]', '[--at TIME]', '[--now]'],
  queue: [],
  work: [],
  site: ['DIR'],
  search: ['WORDS…'],
  verify: [],
  rebuild: [],
  backup: ['FILE'],
  restore: ['FILE'],
  preview: ['ARTICLE'],
}

describe.skipIf(notBuilt !== '')('the commands', () => {
  test('[CL6] help lists every command with what it does, and each promised one is among them', async () => {
    const { exit, out } = await started(['help'], '.')
    expect(exit).toBe(0)
    const listed = out.toString('utf8')
    for (const { name, summary } of commands) expect(listed).toMatch(new RegExp(`^  ${name} +${escaped(summary)}$`, 'm'))
    expect(commands.map(({ name }) => name)).toEqual(expect.arrayContaining(Object.keys(promised)))
  })

  test.each(Object.entries(promised))('[CL6] %s says how it is written', async (name, parts) => {
    const { exit, out } = await started([...name.split(' '), '--help', '--json'], '.')
    expect(exit).toBe(0)
    const { help } = documentOf<{ help: string }>({ exit, out, err: '' })
    expect(help).toContain(`Usage: chancery ${name}`)
    for (const part of [...parts, '[--data DIR]', '[--json]']) expect(help).toContain(part)
  })
})

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
