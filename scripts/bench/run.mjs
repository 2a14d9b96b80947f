/** `npm run bench [NAME…] [-- --quick]`: runs the benchmarks, prints their ratios, writes docs/benchmarks.md; 1 when a ratio is beyond its budget. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { chromium } from '../browser.mjs'
import { isBeyond } from './measure.ts'
import { printRow, writeReport } from './report.ts'

const names = ['typing', 'open', 'save', 'list', 'search', 'compare', 'build', 'publish', 'import', 'importing', 'start']
const args = process.argv.slice(2)
const quick = args.includes('--quick')
const wanted = args.filter((arg) => arg !== '--quick')
const unknown = wanted.filter((name) => !names.includes(name))

if (unknown.length > 0) {
  console.error(`There is no benchmark ${unknown.join(', ')}. There are: ${names.join(', ')}.`)
  process.exitCode = 2
} else {
  process.exitCode = await run(wanted.length === 0 ? names : names.filter((name) => wanted.includes(name)))
}

/** @param {readonly string[]} chosen */
async function run(chosen) {
  const browser = (await chromium()) ?? ''
  const results = []
  for (const name of chosen) {
    const folder = mkdtempSync(path.join(tmpdir(), `chancery-bench-${name}-`))
    mkdirSync(folder, { recursive: true })
    console.log(`— ${name}`)
    const begun = Date.now()
    try {
      const { measure } = await import(`./${name}.ts`)
      const rows = await measure({ quick, folder, chromium: browser, say: (sentence) => console.log(`  ${sentence}`) })
      for (const row of rows) printRow(row)
      results.push({ name, rows })
      // After each, so that a run cut short leaves what it measured.
      if (!quick) writeReport({ results, chromium: browser })
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
    console.log(`  (${Math.round((Date.now() - begun) / 1000)} s)`)
  }
  if (quick) console.log('A quick look: docs/benchmarks.md is left as it is.')
  const beyond = results.flatMap(({ rows }) => rows.filter((row) => 'ratio' in row && isBeyond(row)))
  console.log(
    beyond.length === 0 ? 'Every ratio is within its budget.' : `Beyond the budget: ${beyond.map(({ what }) => what).join('; ')}.`,
  )
  return beyond.length === 0 ? 0 : 1
}
