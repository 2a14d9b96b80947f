/** The guide says what the product says: names of buttons and fields, keys, commands, acts. */
import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { readLine } from '../electron/cli/line.ts'
import { commands } from '../electron/cli/commands.ts'
import { commands as screenCommands } from '../shared/contract/commands.ts'
import { everyAct } from '../shared/desk/everyAct.ts'
import { root, sourceFiles } from './harness/sources.ts'

const pages = globSync('docs/guide/*.md', { cwd: root }).map((file) => ({ file, text: readFileSync(path.join(root, file), 'utf8') }))
const commandLine = pages.find(({ file }) => file.endsWith('command-line.md'))?.text ?? ''

describe('the guide', () => {
  it('has the pages that people are sent to', () => {
    expect(pages.length).toBeGreaterThan(6)
  })

  it('[IN3] writes in bold only what a screen shows', () => {
    const shown = sourceFiles(['renderer', 'shared/contract', 'shared/desk', 'electron/shell'])
      .map((file) => readFileSync(path.join(root, file), 'utf8'))
      .join('\n')
    const missing = pages.flatMap(({ file, text }) =>
      boldNames(text)
        .filter((name) => !isShown(shown, name))
        .map((name) => `${file}: ${name}`),
    )
    expect(missing).toEqual([])
  })

  it('[IN8] names keys that the registry has', () => {
    const known = new Set(screenCommands.flatMap((command) => keysOf(command)))
    const missing = pages.flatMap(({ file, text }) =>
      [...text.matchAll(/\bCtrl (?:Shift |Alt )*(?:[A-Z0-9]\b|\/)|\b(?:Shift )?F\d\b/gu)]
        .map(([keys]) => keys.replace('Ctrl', 'Mod').replaceAll(' ', '+'))
        .filter((keys) => !known.has(keys))
        .map((keys) => `${file}: ${keys}`),
    )
    expect(missing).toEqual([])
  })

  it('[CL6] has examples that are read as they stand', () => {
    const wrong = examples(commandLine).flatMap((written) => {
      const line = readLine(wordsOf(written))
      return 'message' in line ? [`${written}: ${line.message}`] : []
    })
    expect(examples(commandLine).length).toBeGreaterThan(30)
    expect(wrong).toEqual([])
  })

  it('[CL6] tells of every command and of every act', () => {
    const untold = [
      ...commands.map(({ name }) => name).filter((name) => !new RegExp(`(?:chancery |\`)${name}\\b`, 'u').test(commandLine)),
      ...everyAct.filter((act) => !commandLine.includes(`\`${act}\``)),
    ]
    expect(untold).toEqual([])
  })
})

function boldNames(text: string): readonly string[] {
  return [...text.matchAll(/\*\*([^*]+)\*\*/gu)].flatMap(([, bold = '']) => bold.replaceAll(/\s+/gu, ' ').split(' › '))
}

/** As a whole label: between quotation marks or tags; a number at the end is put there by the screen. */
function isShown(shown: string, name: string): boolean {
  const words = name.replace(/ \d+$/u, '').replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`)
  const end = / \d+$/u.test(name) ? ' \\$\\{|…?[\'"`<]' : '[\'"`<:?]|\\s*$'
  return new RegExp(`(?:['"\`]|>\\s*|^\\s*)${words}(?:${end})`, 'mu').test(shown)
}

function keysOf(command: (typeof screenCommands)[number]): readonly string[] {
  return ['keys', 'otherKeys'].flatMap((kind) => Object.entries(command).flatMap(([key, value]) => (key === kind ? [value] : [])))
}

/** Lines of the blocks that begin with the program, and words in the text that are a command with something after it. */
function examples(text: string): readonly string[] {
  const blocks = [...text.matchAll(/^```\n(.*?)^```/gmsu)].flatMap(([, block = '']) => block.split('\n'))
  const typed = blocks.flatMap((line) => /^(?:\$ )?(?:npm run -s chancery --|chancery) (?!COMMAND)(.+)$/u.exec(line)?.[1] ?? [])
  const prose = text.replaceAll(/^```\n.*?^```/gmsu, '')
  const named = commands.map(({ name }) => name).join('|')
  const inline = [...prose.matchAll(new RegExp(`\`((?:${named}) [^\`]+)\``, 'gu'))].map(([, written = '']) => written)
  return [...typed, ...inline].filter((written) => !/[…]|\b[A-Z]{3,}\b(?!\.)/u.test(written) || typed.includes(written))
}

/** As a shell would part them, without what it does with the output. */
function wordsOf(written: string): readonly string[] {
  return [...written.replace(/ > \S+$/u, '').matchAll(/"([^"]*)"|(\S+)/gu)].map(([, quoted, plain]) => quoted ?? plain ?? '')
}
