/** Each numbered rule in docs/rules has a test whose title begins with its number, and each number in a title is a rule. */
import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parseSync } from 'vite'
import { describe, expect, it } from 'vitest'
import { root } from './harness/sources.ts'

interface Rule {
  readonly id: string
  readonly file: string
}

const ids = /^(?:\[[A-Z]{2}\d{1,2}[a-z]?\]\s*)+/
const titled = new Set(['it', 'test', 'describe'])

describe('numbered rules', () => {
  const rules = rulesOf(globSync('docs/rules/*.md', { cwd: root }).map((file) => ({ file, text: read(file) })))
  const titles = globSync('tests/**/*.{test.ts,test.tsx}', { cwd: root })
    .concat(globSync('tests/suites/**/*.ts', { cwd: root }))
    .flatMap((file) => titlesIn(file, read(file)))

  it('stand once each', () => {
    const seen = new Map<string, string>()
    const twice = rules.flatMap(({ id, file }) => {
      const before = seen.get(id)
      seen.set(id, file)
      return before === undefined ? [] : [`[${id}] stands in ${before} and again in ${file}`]
    })
    expect(twice).toEqual([])
    expect(rules.length).toBeGreaterThan(0)
  })

  it('have a test each', () => {
    const tested = new Set(titles.flatMap(({ named }) => named))
    expect(rules.filter(({ id }) => !tested.has(id)).map(({ id, file }) => `no test title begins with [${id}] (${file})`)).toEqual([])
  })

  it('are known wherever a title names one', () => {
    const known = new Set(rules.map(({ id }) => id))
    const unknown = titles.flatMap(({ file, named }) =>
      named.filter((id) => !known.has(id)).map((id) => `${file}: [${id}] is no rule of docs/rules`),
    )
    expect([...new Set(unknown)]).toEqual([])
  })

  it('are found in the ways titles are written', () => {
    const named = (text: string) => titlesIn('x.test.ts', text).flatMap((title) => title.named)
    expect(named(`it('[WF3] a writer cannot approve', () => {})`)).toEqual(['WF3'])
    expect(named('it.each(rows)(`[WF1] [WF2] ${name}`, () => {})')).toEqual(['WF1', 'WF2'])
    expect(named(`describe.skipIf(true)('[DO7] binding', () => {}); it('proves [SE1] late', () => {})`)).toEqual(['DO7'])
    expect(rulesOf([{ file: 'a.md', text: '# A\n- [SE1] One.\n  - [SE2] no\n* [SE3] no\n- [WF3s] Sealed.' }]).map(({ id }) => id)).toEqual([
      'SE1',
      'WF3s',
    ])
  })
})

function read(file: string): string {
  return readFileSync(path.join(root, file), 'utf8')
}

function rulesOf(files: readonly { readonly file: string; readonly text: string }[]): readonly Rule[] {
  return files.flatMap(({ file, text }) =>
    [...text.matchAll(/^- \[([A-Z]{2}\d{1,2}[a-z]?)\] /gm)].map((match) => ({ id: match[1] ?? '', file })),
  )
}

/** Titles of tests and groups that begin with rule numbers, from the syntax tree: a number in a comment proves nothing. */
function titlesIn(file: string, text: string): readonly { readonly file: string; readonly named: readonly string[] }[] {
  const found: { file: string; named: string[] }[] = []
  visit(parseSync(file, text).program, (node) => {
    if (node.type !== 'CallExpression' || !titled.has(rootName(node.callee))) return
    const [first] = node.arguments as readonly unknown[]
    const named = [...(ids.exec(beginningOf(first))?.[0] ?? '').matchAll(/\[(\w+)\]/g)].map((match) => match[1] ?? '')
    if (named.length > 0) found.push({ file, named })
  })
  return found
}

interface Node {
  readonly type: string
  readonly [name: string]: unknown
}

function visit(value: unknown, seen: (node: Node) => void): void {
  if (Array.isArray(value)) for (const each of value) visit(each, seen)
  else if (isNode(value)) {
    seen(value)
    for (const each of Object.values(value)) visit(each, seen)
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'
}

/** `it` of `it(…)`, `it.each(rows)(…)`, `it.skipIf(x)(…)`. */
function rootName(callee: unknown): string {
  if (!isNode(callee)) return ''
  if (callee.type === 'Identifier') return String(callee.name)
  if (callee.type === 'MemberExpression') return rootName(callee.object)
  return callee.type === 'CallExpression' || callee.type === 'TaggedTemplateExpression' ? rootName(callee.callee ?? callee.tag) : ''
}

/** The fixed text an expression begins with. */
function beginningOf(value: unknown): string {
  if (!isNode(value)) return ''
  if (value.type === 'Literal') return typeof value.value === 'string' ? value.value : ''
  if (value.type === 'TemplateLiteral') {
    const [first] = value.quasis as readonly { readonly value: { readonly cooked: string } }[]
    return first?.value.cooked ?? ''
  }
  return value.type === 'BinaryExpression' ? beginningOf(value.left) : ''
}
