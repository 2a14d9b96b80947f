/** The benchmarks' table, on the terminal and in docs/benchmarks.md. */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import path from 'node:path'
import { type Budget, isBeyond, type Measure, type Skipped } from './measure.ts'

const file = path.join(import.meta.dirname, '../../docs/benchmarks.md')

export interface Report {
  readonly results: readonly { readonly name: string; readonly rows: readonly (Measure | Skipped)[] }[]
  readonly chromium: string
}

export function printRow(row: Measure | Skipped): void {
  if ('why' in row) console.log(`  ${row.what}: skipped, ${row.why}`)
  else
    console.log(
      `  ${row.what}: ${ratio(row.ratio)} × ${row.peer}${row.budget ? ` (budget ${bound(row.budget)})` : ''} ${verdict(row)} [${row.ours} | ${row.theirs}]`,
    )
}

/** The rows of benchmarks that did not run this time stay as they were. */
export function writeReport({ results, chromium }: Report): void {
  const about = `${machine(chromium)}, ${new Date().toISOString().slice(0, 10)}`
  const lines = new Map(kept())
  for (const { name, rows } of results) {
    lines.set(
      name,
      rows.map((row) => line(name, row, about)),
    )
  }
  const machines = [...new Set([...lines.values()].flat().map((text) => text.split(' | ').at(-1)?.replace(/ \|$/, '') ?? ''))]
  writeFileSync(
    file,
    `${opening}\n${heading}\n${[...lines.values()]
      .flat()
      .map((text) => numbered(text, machines))
      .join('\n')}\n\n${machines.map((text, index) => `${index + 1}. ${text}`).join('\n')}\n`,
  )
}

const opening = `# Benchmarks

Written by \`npm run bench\`. Each row compares Chancery with bare parts that do the same, by turns in one run on one computer. The ratio is judged,
never the time: times differ from computer to computer and stand here for information. *Times* are better below one, *rates* above it.
`
const heading = `| benchmark | what | compared with | ratio | budget | verdict | ours | theirs | run |
| --- | --- | --- | --- | --- | --- | --- | --- | --- |`

function line(name: string, row: Measure | Skipped, about: string): string {
  const cells =
    'why' in row
      ? [row.what, '', '', '', `skipped: ${row.why}`, '', '']
      : [row.what, row.peer, ratio(row.ratio), row.budget ? bound(row.budget) : '', verdict(row), row.ours, row.theirs]
  return `| ${name} | ${cells.join(' | ')} | ${about} |`
}

/** Rows of the table as it stands, by benchmark, each with its machine in place of the number. */
function kept(): readonly (readonly [string, readonly string[]])[] {
  if (!existsSync(file)) return []
  const text = readFileSync(file, 'utf8')
  const machines = new Map([...text.matchAll(/^(\d+)\. (.*)$/gm)].map(([, number, about]) => [number, about ?? '']))
  const rows = new Map<string, string[]>()
  for (const [whole, name = '', number] of text.matchAll(/^\| (\w+) \|.* \| (\d+) \|$/gm)) {
    rows.set(name, [...(rows.get(name) ?? []), whole.replace(/ \| \d+ \|$/, ` | ${machines.get(number) ?? ''} |`)])
  }
  return [...rows]
}

function numbered(text: string, machines: readonly string[]): string {
  const about = text.split(' | ').at(-1)?.replace(/ \|$/, '') ?? ''
  return `${text.slice(0, -(about.length + 2))}${machines.indexOf(about) + 1} |`
}

function ratio(value: number): string {
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2)
}

function bound(budget: Budget): string {
  return 'most' in budget ? `≤ ${budget.most}` : `≥ ${budget.least}`
}

function verdict(row: Measure): string {
  return row.budget ? (isBeyond(row) ? '**beyond**' : 'holds') : 'for information'
}

/** Cores, processor, memory and versions: nothing that names a person's computer. */
function machine(chromium: string): string {
  const [first] = cpus()
  const browser = chromium === '' ? '' : spawnSync(chromium, ['--version'], { encoding: 'utf8' }).stdout
  const version = /[\d.]+/.exec(browser)?.[0]
  return [
    `${cpus().length} cores`,
    first?.model.replaceAll(/\s+/g, ' ').trim() ?? process.arch,
    `${Math.round(totalmem() / 2 ** 30)} GB`,
    `Node ${process.versions.node}`,
    ...(version === undefined ? [] : [`Chromium ${version}`]),
  ].join(', ')
}
