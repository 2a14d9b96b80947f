/** The bans that only lint enforces: each is broken once, in a file of its own, and must be named. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { root } from './harness/sources.ts'

interface Case {
  readonly file: string
  readonly code: string
  /** The rule that speaks; empty when all is well. */
  readonly rule: string
}

const opening = '/** A fixture. */\n'

const hostIdentity: readonly Case[] = [
  { file: 'hub/a.ts', code: `import { userInfo } from 'node:os'\nexport const who = userInfo()`, rule: 'no-host-identity' },
  { file: 'electron/b.ts', code: `import os from 'node:os'\nexport const where = os.hostname()`, rule: 'no-host-identity' },
  { file: 'electron/c.ts', code: `import { homedir } from 'node:os'\nexport const home = homedir()`, rule: '' },
]

const dangerous: readonly Case[] = [
  { file: 'renderer/a.ts', code: `export function show(box: Element, text: string): void {\n  box.innerHTML = text\n}`, rule: 'no-markup' },
  {
    file: 'renderer/b.tsx',
    code: `export function Show({ text }: { text: string }) {\n  return <p dangerouslySetInnerHTML={{ __html: text }} />\n}`,
    rule: 'no-markup',
  },
  { file: 'renderer/c.ts', code: `export function show(text: string): void {\n  document.write(text)\n}`, rule: 'no-markup' },
  { file: 'shared/d.ts', code: `export function run(text: string): unknown {\n  return eval(text)\n}`, rule: 'no-eval' },
  { file: 'shared/e.ts', code: `export function run(text: string): unknown {\n  return new Function(text)\n}`, rule: 'no-new-func' },
  { file: 'hub/f.ts', code: `import { spawn } from 'node:child_process'\nexport const start = spawn`, rule: 'no-restricted-imports' },
  { file: 'electron/web/openBrowser.ts', code: `import { spawn } from 'node:child_process'\nexport const start = spawn`, rule: '' },
  {
    file: 'hub/g.ts',
    code: `export function make(db: { exec(sql: string): void }, sql: string): void {\n  db.exec(sql)\n}`,
    rule: 'fixed-sql',
  },
  {
    file: 'hub/h.ts',
    code: `export function find(db: { prepare(sql: string): unknown }, table: string): unknown {\n  return db.prepare(\`SELECT * FROM \${table}\`)\n}`,
    rule: 'fixed-sql',
  },
  {
    file: 'hub/i.ts',
    code: `export function find(db: { prepare(sql: string): unknown }, table: string): unknown {\n  return db.prepare('SELECT * FROM ' + table)\n}`,
    rule: 'fixed-sql',
  },
  {
    file: 'hub/j.ts',
    code: `export function find(db: { prepare(sql: string): unknown }): unknown {\n  return db.prepare(\`SELECT id\n    FROM articles WHERE id = ?\`)\n}`,
    rule: '',
  },
  {
    file: 'hub/l.ts',
    code: `const mine = 'author = ?'\nexport function find(db: { prepare(sql: string): unknown }): unknown {\n  return db.prepare(\`SELECT id FROM articles WHERE \${mine}\`)\n}`,
    rule: '',
  },
  {
    file: 'hub/m.ts',
    code: `export function find(db: { prepare(sql: string): unknown }, mine: string): unknown {\n  const fixed = 'a'\n  return db.prepare(\`SELECT \${fixed} WHERE \${mine}\`)\n}`,
    rule: 'fixed-sql',
  },
  { file: 'hub/k.ts', code: `export function first(text: string): string | undefined {\n  return /a/.exec(text)?.[0]\n}`, rule: '' },
]

const house: readonly Case[] = [
  { file: 'shared/site/a.ts', code: `export function day(date: Date): number {\n  return date.getDate()\n}`, rule: 'no-locale' },
  {
    file: 'shared/document/b.ts',
    code: `export function loud(text: string): string {\n  return text.toLocaleUpperCase()\n}`,
    rule: 'no-locale',
  },
  { file: 'shared/site/c.ts', code: `export function day(date: Date): number {\n  return date.getUTCDate()\n}`, rule: '' },
  { file: 'shared/l.ts', code: `export * from './m.ts'`, rule: 'no-star-export' },
  { file: 'shared/n.ts', code: `export default 1`, rule: 'no-default-export' },
  { file: 'shared/o.ts', code: `export function read(value: any): unknown {\n  return value\n}`, rule: 'no-explicit-any' },
]

const groups = { SE10: hostIdentity, SE11: dangerous, house } as const
const said = new Map<string, readonly string[]>()

describe('lint', () => {
  beforeAll(() => {
    for (const [name, cases] of Object.entries(groups)) lint(name, cases)
  })

  it.each(hostIdentity)('[SE10] $file says: $rule', (each) => judge('SE10', each))
  it.each(dangerous)('[SE11] $file says: $rule', (each) => judge('SE11', each))
  it.each(house)('the house: $file says: $rule', (each) => judge('house', each))
})

function judge(group: string, { file, rule }: Case): void {
  const rules = said.get(`${group}/${file}`) ?? []
  if (rule === '') expect(rules).toEqual([])
  else
    expect(
      rules.some((name) => name.includes(rule)),
      `${file}: ${rules.join(', ')}`,
    ).toBe(true)
}

/** Runs the house's own settings over the cases, in a folder laid out as the project. */
function lint(group: string, cases: readonly Case[]): void {
  const folder = mkdtempSync(path.join(tmpdir(), 'chancery-lint-'))
  try {
    const { ignorePatterns: _own, ...settings } = JSON.parse(readFileSync(path.join(root, '.oxlintrc.json'), 'utf8')) as Record<
      string,
      unknown
    >
    const config = { ...settings, jsPlugins: [path.join(root, 'scripts/lint/house.mjs')], options: {} }
    writeFileSync(path.join(folder, '.oxlintrc.json'), JSON.stringify(config))
    for (const { file, code } of cases) {
      mkdirSync(path.dirname(path.join(folder, file)), { recursive: true })
      writeFileSync(path.join(folder, file), `${opening}${code}\n`)
    }
    const oxlint = path.join(root, 'node_modules/oxlint/bin/oxlint')
    const answer = spawnSync(process.execPath, [oxlint, '-c', '.oxlintrc.json', '--format', 'json', '.'], {
      cwd: folder,
      encoding: 'utf8',
    })
    const { diagnostics } = JSON.parse(answer.stdout) as { diagnostics: readonly { code: string; filename: string }[] }
    for (const { file } of cases) {
      const own = diagnostics.filter(({ filename }) => filename.replaceAll('\\', '/').endsWith(file))
      said.set(
        `${group}/${file}`,
        own.map(({ code }) => code),
      )
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
